using Microsoft.EntityFrameworkCore;

namespace Kipu.Recordings;

/// <summary>All audio of a recording is stored: it waits for the worker.</summary>
public static partial class QueueRecordingHandler
{
    public static async Task HandleAsync(
        RecordingFinalized message, RecordingsDbContext db, ILogger<RecordingsDbContext> logger, CancellationToken cancellationToken)
    {
        var recording = await db.LockRecordingAsync(message.RecordingId, cancellationToken);
        if (recording is null || !recording.TryQueue(message.JobId, message.At))
        {
            LogIgnored(logger, message.RecordingId, message.JobId, recording?.Status);
            return;
        }

        await db.SaveChangesAsync(cancellationToken);
        await db.AnnounceStatusAsync(recording, cancellationToken);
    }

    [LoggerMessage(LogLevel.Debug, "Job {JobId} of recording {RecordingId} is no news in status {Status}")]
    private static partial void LogIgnored(ILogger logger, Guid recordingId, Guid jobId, RecordingStatus? status);
}

internal static class RecordingLock
{
    /// <summary>Loads a recording for change: messages of the same recording that come at once take turns.</summary>
    /// <remarks>Also a deleted one: what the worker finds out is there when it is restored.</remarks>
    public static Task<Recording?> LockRecordingAsync(this RecordingsDbContext db, Guid id, CancellationToken cancellationToken) =>
        db.Recordings.FromSql($"select * from recordings where id = {id} for update")
            .IgnoreQueryFilters([RecordingConfiguration.NotDeleted]).SingleOrDefaultAsync(cancellationToken);
}
