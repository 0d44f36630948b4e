using Wolverine.EntityFrameworkCore;

namespace Kipu.Storage;

/// <summary>Commits a recording's master together with the events that announce it.</summary>
internal sealed class CompleteUpload(StorageDbContext db, IDbContextOutbox<StorageDbContext> outbox, TimeProvider time)
{
    /// <summary>Replaces the chunks by the master that was joined from them; they were counted already.</summary>
    /// <returns>Null when the lease on the assembly went to somebody else; nothing has changed then.</returns>
    public async Task<Upload?> FromChunksAsync(
        Guid assemblyToken, StoredObject master, double? durationSeconds, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var upload = await db.LockUploadAsync(master.OrganizationId, master.RecordingId, cancellationToken);
        if (upload?.AssemblyToken != assemblyToken) return null;
        var used = await db.UsedAsync(master.OrganizationId, cancellationToken);
        await CommitAsync(upload, master, used, cancellationToken, durationSeconds);
        return upload;
    }

    /// <summary>Saves and publishes in the transaction that the caller has begun, and commits it.</summary>
    public async Task CommitAsync(Upload upload, StoredObject master, long usedBytes, CancellationToken cancellationToken,
        double? durationSeconds = null)
    {
        var now = time.GetUtcNow();
        upload.Complete(master, now);
        db.Objects.Add(master);
        await outbox.PublishAsync(new RecordingFinalized(
            upload.RecordingId, upload.OrganizationId, upload.JobId!.Value, master.ContentType, master.Bytes, master.Sha256,
            upload.Language, now, durationSeconds));
        await outbox.PublishAsync(new StorageUsageChanged(upload.OrganizationId, usedBytes, now));
        await outbox.SaveChangesAndFlushMessagesAsync(cancellationToken);
        Telemetry.MasterBytes.Add(master.Bytes);
    }
}
