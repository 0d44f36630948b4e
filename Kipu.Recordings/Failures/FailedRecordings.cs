using Microsoft.EntityFrameworkCore;

namespace Kipu.Recordings;

/// <summary>Recordings whose processing failed for good.</summary>
internal static class FailedRecordings
{
    /// <summary>Shows those of one organization, or of all.</summary>
    public static IDisposable EnterScope(Guid? organizationId) => organizationId is { } one
        ? TenantScope.EnterOrganization(one)
        : TenantScope.EnterSystem("an operator looks at what failed in all organizations");

    /// <summary>Those with any error code, or with one; <see cref="Recording.UpdatedAt"/> tells when they failed.</summary>
    public static IQueryable<Recording> Failed(this RecordingsDbContext db, string? code)
    {
        var recordings = code is null ? db.Recordings : db.Recordings.FromSql($"select * from recordings where error ->> 'code' = {code}");
        return recordings.AsNoTracking().Where(r => r.Status == RecordingStatus.Error);
    }
}
