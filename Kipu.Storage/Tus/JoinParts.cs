using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kipu.Storage;

/// <summary>
/// Makes one upload of several partial ones (tus concatenation): their chunks change hands, no byte is copied, and the room that they
/// hold goes along.
/// </summary>
internal sealed class JoinParts(
    StorageDbContext db, FinishUpload finish, IRecordings recordings, TenantContext tenant, TimeProvider time,
    IHostApplicationLifetime lifetime)
{
    /// <returns>The upload; the one that is there already when it was joined of the same parts.</returns>
    public async Task<(Upload? Upload, ProblemHttpResult? Problem)> HandleAsync(TusCreation creation, CancellationToken cancellationToken)
    {
        var upload = await db.FindUploadAsync(tenant.OrganizationId, creation.Id, cancellationToken);
        if (upload is { State: UploadState.Gone }) return (null, UploadErrors.Gone.ToProblem());
        if (upload is not null && upload.Concat != creation.File.Concat) return (null, UploadErrors.InProgress.ToProblem());
        if (upload is null)
        {
            (upload, var refusal) = await JoinAsync(creation, cancellationToken);
            if (refusal is not null) return (null, refusal);
        }

        // Not cancelled with the request: all bytes are there.
        var problem = upload!.EndedAt is null
            ? await finish.HandleAsync(tenant.OrganizationId, creation.Id, lifetime.ApplicationStopping)
            : null;
        return (upload, problem);
    }

    private async Task<(Upload? Upload, ProblemHttpResult? Problem)> JoinAsync(TusCreation creation, CancellationToken cancellationToken)
    {
        var parts = creation.Parts!;
        var (_, problem) = await CheckAsync(parts, cancellationToken);
        await db.EndReadingAsync();
        if (problem is not null) return (null, problem);
        var recording = await recordings.EnsureAsync(creation.Id, new(creation.Title, null, "upload", tenant.UserId), cancellationToken);
        if (recording.Refusal is { } refusal) return (null, refusal);

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // In one order, whatever the list's is: two that name the same parts must not wait for each other.
        foreach (var part in parts.Order()) await db.LockUploadAsync(tenant.OrganizationId, part, cancellationToken);
        (var found, problem) = await CheckAsync(parts, cancellationToken);
        if (problem is not null) return (null, problem);

        var file = creation.File with { Length = found.Sum(p => p.Bytes) };
        if (!await db.TryAddUploadAsync(tenant.OrganizationId, creation.Id, recording.Language, time.GetUtcNow(), cancellationToken, file))
        {
            return (null, UploadErrors.InProgress.ToProblem());
        }

        var upload = await db.LockUploadAsync(tenant.OrganizationId, creation.Id, cancellationToken);
        foreach (var part in found) await MoveAsync(part, upload!, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (upload, null);
    }

    /// <returns>The parts in the order of the list, when all are there and whole.</returns>
    private async Task<(List<Upload> Parts, ProblemHttpResult? Problem)> CheckAsync(
        IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        var found = await db.Uploads.AsNoTracking()
            .Where(u => u.OrganizationId == tenant.OrganizationId && ids.Contains(u.RecordingId) && u.Concat == TusHeaders.Partial)
            .ToDictionaryAsync(u => u.RecordingId, cancellationToken);
        if (found.Count < ids.Count) return ([], CommonErrors.NotFound.ToProblem());
        return found.Values.All(u => u.IsWhole) ? ([.. ids.Select(id => found[id])], null) : ([], TusErrors.PartsIncomplete.ToProblem());
    }

    private async Task MoveAsync(Upload part, Upload whole, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync($"""
            update chunks set recording_id = {whole.RecordingId}, index = index + {whole.ChunkCount}
            where organization_id = {part.OrganizationId} and recording_id = {part.RecordingId}
            """, cancellationToken);
        await db.Uploads.Where(u => u.OrganizationId == part.OrganizationId && u.RecordingId == part.RecordingId)
            .ExecuteDeleteAsync(cancellationToken);
        whole.Take(part);
    }
}
