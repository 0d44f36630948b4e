using Kipu.Gemini;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kipu.AudioWorker;

/// <summary>
/// The last step of a job: joins what the segments found, has it read, and publishes the analysis together with the job's end.
/// </summary>
internal sealed partial class FinishRecording(
    JobQueue queue, ITranscriptReader reader, IServiceScopeFactory scopes, IOptions<JobOptions> options,
    IOptions<AnalysisOptions> calendar, TimeProvider time, ILogger<FinishRecording> logger)
{
    /// <summary>The words are there, and nobody could say what is in them.</summary>
    private const string ReadingFailed = "reading_failed";

    public async Task<bool> RunAsync(StepLease lease, CancellationToken cancellationToken)
    {
        lease.Report(ProcessingStage.Summarizing, 86);
        var measured = lease.Job.Measured!;
        var segments = await SegmentsAsync(lease.Job, cancellationToken);
        if (segments.Count > 0 && segments.TrueForAll(s => s.State is StepState.Failed))
        {
            return await queue.FailJobAsync(
                lease, segments[0].FailureCode!, "No part of the recording could be analysed. Try again later.", retryable: true,
                cancellationToken);
        }

        var transcript = TranscriptMerge.Merge(
            segments.Where(s => s.Result is not null).Select(s => new HeardPart(s.Part, s.Result!)), measured.Turns);
        var brief = await BriefAsync(lease.Job.RecordingId, cancellationToken);
        var read = transcript.Turns.Count > 0 ? await ReadAsync(lease, transcript, brief, cancellationToken) : ReadTranscript.Nothing;
        var analysis = AnalysisDocuments.Write(
            measured, segments, transcript, read ?? ReadTranscript.Nothing with { Reasons = [ReadingFailed] }, brief.Template, time.GetUtcNow());

        return await queue.EndAsync(lease, (_, job, step) =>
        {
            var now = time.GetUtcNow();
            step.Complete(null);
            job.Finish(now);
            return Task.FromResult<object?>(new RecordingAnalyzed(job.RecordingId, job.OrganizationId, job.Id, analysis, now));
        }, cancellationToken);
    }

    /// <returns>Null when nobody reads it: a transcript without a summary is better than none.</returns>
    private async Task<ReadTranscript?> ReadAsync(
        StepLease lease, MergedTranscript transcript, RecordingBrief brief, CancellationToken cancellationToken)
    {
        try
        {
            var meetingDate = calendar.Value.DayOf(brief.RecordedAt ?? lease.Job.CreatedAt);
            return await reader.ReadAsync(transcript, brief, meetingDate, cancellationToken);
        }
        catch (Exception exception) when (StaysUnread(exception, lease.Step.Attempts >= options.Value.MaxAttempts))
        {
            LogUnread(logger, exception, lease.Job.RecordingId);
            return null;
        }
    }

    /// <summary>Whether to publish the words alone: another attempt would end in the same way, or this was the last one.</summary>
    internal static bool StaysUnread(Exception exception, bool isLastAttempt) => exception switch
    {
        GeminiException { IsTransient: false } => true,
        GeminiException or InvalidDataException => isLastAttempt,
        _ => false,
    };

    private async Task<RecordingBrief> BriefAsync(Guid recordingId, CancellationToken cancellationToken)
    {
        await using var services = scopes.CreateAsyncScope();
        return await services.ServiceProvider.GetRequiredService<BriefClient>().ReadAsync(recordingId, cancellationToken);
    }

    private async Task<List<JobStep>> SegmentsAsync(Job job, CancellationToken cancellationToken)
    {
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<WorkerDbContext>();
        return await db.Steps.AsNoTracking()
            .Where(s => s.OrganizationId == job.OrganizationId && s.JobId == job.Id && s.Kind == StepKind.Segment)
            .OrderBy(s => s.Index).ToListAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "The transcript of recording {RecordingId} could not be read; it is published without a summary")]
    private static partial void LogUnread(ILogger logger, Exception exception, Guid recordingId);
}
