namespace Kipu.Storage;

/// <summary>A recording is gone for good: nothing of its audio stays, and what is still on its way is taken no more.</summary>
public static class EraseRecordingHandler
{
    public static async Task<StorageUsageChanged?> HandleAsync(
        RecordingDeleted message, StorageDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        // Also where no byte has arrived: a request that runs now would make the row.
        await db.TryAddUploadAsync(message.OrganizationId, message.RecordingId, language: null, now, cancellationToken);
        var upload = await db.LockUploadAsync(message.OrganizationId, message.RecordingId, cancellationToken);
        if (upload!.State is UploadState.Gone) return null;

        var used = await db.EndUploadAsync(upload, now, cancellationToken);
        return new(message.OrganizationId, used, now);
    }
}
