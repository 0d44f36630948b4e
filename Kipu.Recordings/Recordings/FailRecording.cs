namespace Kipu.Recordings;

/// <summary>The worker gave up on a recording, and says why.</summary>
public static class FailRecordingHandler
{
    public static async Task<RecordingEnded?> HandleAsync(RecordingFailed message, RecordingsDbContext db, CancellationToken cancellationToken)
    {
        var recording = await db.LockRecordingAsync(message.RecordingId, cancellationToken);
        var error = new ProcessingError(message.Code, Storable.Text(message.Message), message.Retryable);
        if (recording is null || !recording.TryFail(message.JobId, error, message.At)) return null;

        await db.SaveChangesAsync(cancellationToken);
        await db.AnnounceStatusAsync(recording, cancellationToken);
        return recording.ToEnded();
    }
}
