namespace Kipu.Recordings;

/// <summary>The worker got further. What comes late or out of order is dropped.</summary>
public static class ProgressRecordingHandler
{
    public static async Task HandleAsync(RecordingProgressed message, RecordingsDbContext db, CancellationToken cancellationToken)
    {
        var recording = await db.LockRecordingAsync(message.RecordingId, cancellationToken);
        if (recording is null || !recording.TryProgress(message.JobId, message.Stage, message.Progress, message.At)) return;

        await db.SaveChangesAsync(cancellationToken);
        await db.AnnounceStatusAsync(recording, cancellationToken);
    }
}
