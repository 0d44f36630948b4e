using Microsoft.EntityFrameworkCore;

namespace Kipu.Storage;

/// <summary>The row that everything which happens to a recording's audio takes turns at.</summary>
internal static class UploadRows
{
    /// <returns>False when there was one.</returns>
    public static async Task<bool> TryAddUploadAsync(
        this StorageDbContext db, Guid organizationId, Guid recordingId, string? language, DateTimeOffset now,
        CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlAsync($"""
            insert into uploads (organization_id, recording_id, language, created_at, state, chunk_count, bytes)
            values ({organizationId}, {recordingId}, {language}, {now}, {nameof(UploadState.Receiving)}, 0, 0)
            on conflict do nothing
            """, cancellationToken) is 1;

    /// <summary>Reads the row and keeps others from it until the transaction ends, which the caller has begun.</summary>
    public static async Task<Upload?> LockUploadAsync(
        this StorageDbContext db, Guid organizationId, Guid recordingId, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var uploads = await db.Uploads.FromSql($"""
            select * from uploads where organization_id = {organizationId} and recording_id = {recordingId} for update
            """).ToListAsync(cancellationToken);
        return uploads.SingleOrDefault();
    }
}
