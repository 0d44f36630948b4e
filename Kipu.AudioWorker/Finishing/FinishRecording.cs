using Microsoft.EntityFrameworkCore;

namespace Kipu.AudioWorker;

/// <summary>The last step of a job: joins what the segments found, has it read, and publishes the analysis together with the job's end.</summary>
internal sealed class FinishRecording(JobQueue queue, ITranscriptReader reader, IServiceScopeFactory scopes, TimeProvider time)
{
    public async Task<bool> RunAsync(StepLease lease, CancellationToken cancellationToken)
    {
        lease.Report(ProcessingStage.Summarizing, 86);
        var measured = lease.Job.Measured!;
        var segments = await SegmentsAsync(lease.Job, cancellationToken);
        if (segments.Count > 0 && segments.TrueForAll(s => s.State is StepState.Failed))
        {
            return await queue.FailJobAsync(
                lease, segments[0].FailureCode!, "No part of the recording could be analysed. Try again later.", retryable: true, cancellationToken);
        }

        var transcript = TranscriptMerge.Merge(
            segments.Where(s => s.Result is not null).Select(s => new HeardPart(s.Part, s.Result!)), measured.Turns);
        var meetingDate = DateOnly.FromDateTime(lease.Job.CreatedAt.UtcDateTime);
        var read = transcript.Turns.Count > 0 ? await reader.ReadAsync(transcript, meetingDate, cancellationToken) : ReadTranscript.Nothing;
        var analysis = AnalysisDocuments.Write(measured, segments, transcript, read, time.GetUtcNow());
        return await queue.EndAsync(lease, (_, job, step) =>
        {
            var now = time.GetUtcNow();
            step.Complete(null);
            job.Finish(now);
            return Task.FromResult<object?>(new RecordingAnalyzed(job.RecordingId, job.OrganizationId, job.Id, analysis, now));
        }, cancellationToken);
    }

    private async Task<List<JobStep>> SegmentsAsync(Job job, CancellationToken cancellationToken)
    {
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<WorkerDbContext>();
        return await db.Steps.AsNoTracking()
            .Where(s => s.OrganizationId == job.OrganizationId && s.JobId == job.Id && s.Kind == StepKind.Segment)
            .OrderBy(s => s.Index).ToListAsync(cancellationToken);
    }
}
