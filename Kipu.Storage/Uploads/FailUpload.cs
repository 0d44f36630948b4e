using Wolverine.EntityFrameworkCore;

namespace Kipu.Storage;

/// <summary>Ends an upload that came to nothing: its room is given back, and its recording is told why.</summary>
internal sealed class FailUpload(StorageDbContext db, IDbContextOutbox<StorageDbContext> outbox, TimeProvider time)
{
    /// <param name="organizationId">Whose it is.</param>
    /// <param name="recordingId">The recording that it was to become.</param>
    /// <param name="reason">Why.</param>
    /// <param name="mayEnd">Is asked under the upload's lock.</param>
    /// <param name="cancellationToken">Leaves everything as it was.</param>
    /// <returns>False when there is nothing to end, or it may not.</returns>
    public async Task<bool> TryAsync(
        Guid organizationId, Guid recordingId, ProcessingError reason, Func<Upload, bool> mayEnd, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var upload = await db.LockUploadAsync(organizationId, recordingId, cancellationToken);
        if (upload is not { EndedAt: null } || upload.IsAssembling(now) || !mayEnd(upload)) return false;

        var isRecording = !upload.IsPart;
        var used = await db.EndUploadAsync(upload, now, cancellationToken);
        if (isRecording)
        {
            await outbox.PublishAsync(new RecordingFailed(
                recordingId, organizationId, upload.JobId ?? Guid.CreateVersion7(), reason.Code, reason.Message, reason.Retryable, now));
        }

        await outbox.PublishAsync(new StorageUsageChanged(organizationId, used, now));
        await outbox.SaveChangesAndFlushMessagesAsync(cancellationToken);
        return true;
    }
}
