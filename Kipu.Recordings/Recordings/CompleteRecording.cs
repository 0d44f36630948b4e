using Microsoft.EntityFrameworkCore;

namespace Kipu.Recordings;

/// <summary>
/// Stores the analysis that the audio worker made, in place of an older job's but with what people corrected in it, and completes its
/// recording.
/// </summary>
public static partial class CompleteRecordingHandler
{
    public static async Task<RecordingEnded?> HandleAsync(
        RecordingAnalyzed message, RecordingsDbContext db, ILogger<RecordingsDbContext> logger, CancellationToken cancellationToken)
    {
        var recording = await db.LockRecordingAsync(message.RecordingId, cancellationToken);
        var earlier = recording is null ? null : await db.Analyses.FindAsync([message.RecordingId], cancellationToken);
        var heard = Storable.Document(message.Analysis);
        var document = earlier is null ? heard : KeptEdits.Apply(heard, await db.WholeAsync(earlier, cancellationToken));
        if (recording is null || !recording.TryComplete(message.JobId, document, message.At))
        {
            LogIgnored(logger, message.RecordingId, message.JobId, recording?.Status);
            return null;
        }

        var analysis = earlier ?? db.Analyses.Add(new() { RecordingId = recording.Id, OrganizationId = recording.OrganizationId }).Entity;
        analysis.Replace(message.JobId, document);
        await db.Segments.Where(s => s.RecordingId == recording.Id).ExecuteDeleteAsync(cancellationToken);
        await db.ActionItems.Where(i => i.RecordingId == recording.Id).ExecuteDeleteAsync(cancellationToken);
        db.Segments.AddRange(
            (document.Transcript ?? []).Select((turn, ordinal) => TranscriptSegment.From(recording, ordinal, turn, document.Language)));
        db.ActionItems.AddRange(document.ActionItems.Select((item, ordinal) => ActionItemRow.From(recording, ordinal, item)));
        await db.ReplaceTagsAsync(recording, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await db.AnnounceStatusAsync(recording, cancellationToken);
        return recording.ToEnded();
    }

    [LoggerMessage(LogLevel.Information, "Analysis by job {JobId} of recording {RecordingId} ignored in status {Status}")]
    private static partial void LogIgnored(ILogger logger, Guid recordingId, Guid jobId, RecordingStatus? status);
}
