using System.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace Kipu.AudioWorker;

/// <summary>
/// Turns the announcement of a recording into a job. The message ends here: what takes an hour must not hang on a broker's delivery.
/// </summary>
public static class AcceptRecordingHandler
{
    public static async Task HandleAsync(RecordingFinalized message, WorkerDbContext db, CancellationToken cancellationToken)
    {
        if (await db.Jobs.AnyAsync(j => j.OrganizationId == message.OrganizationId && j.Id == message.JobId, cancellationToken)) return;

        var job = new Job
        {
            OrganizationId = message.OrganizationId,
            Id = message.JobId,
            RecordingId = message.RecordingId,
            Sha256 = message.Sha256,
            Bytes = message.Bytes,
            Language = message.Language,
            RecordedSeconds = message.DurationSeconds ?? await db.FindRecordedSecondsAsync(message, cancellationToken),
            TraceParent = Activity.Current?.Id,
            CreatedAt = message.At,
        };
        db.Jobs.Add(job);
        db.Steps.AddRange(await db.FindRepairedAsync(message, cancellationToken) is { } repaired
            ? RepairSteps(job, repaired.Measured, repaired.Segments)
            : [JobStep.For(job, StepKind.Prepare)]);
    }

    /// <summary>What the earlier job heard is taken over; what failed, wholly or in places, is open again.</summary>
    internal static List<JobStep> RepairSteps(Job job, MeasuredRecording measured, IReadOnlyList<JobStep> segments)
    {
        job.Measure(measured);
        List<JobStep> steps = [.. segments.Select(segment => JobStep.For(job, StepKind.Segment, segment.Part))];
        foreach (var (step, heard) in steps.Zip(segments))
        {
            if (heard.Result is { Unheard.Count: > 0 } incomplete)
            {
                step.Resume(incomplete);
            }
            else if (heard.State is StepState.Done)
            {
                step.Complete(heard.Result);
            }
        }

        if (steps.TrueForAll(step => step.State is StepState.Done)) steps.Add(JobStep.For(job, StepKind.Finish));
        return steps;
    }

    /// <returns>How long the client recorded, as its upload said; who has the same audio analysed again doesn't know it.</returns>
    private static Task<double?> FindRecordedSecondsAsync(
        this WorkerDbContext db, RecordingFinalized message, CancellationToken cancellationToken) =>
        db.Jobs.AsNoTracking()
            .Where(j => j.OrganizationId == message.OrganizationId && j.RecordingId == message.RecordingId && j.Sha256 == message.Sha256)
            .MaxAsync(j => j.RecordedSeconds, cancellationToken);

    /// <returns>What the job had found that is to be repaired; null where there is none, or it never got as far as its segments.</returns>
    private static async Task<(MeasuredRecording Measured, IReadOnlyList<JobStep> Segments)?> FindRepairedAsync(
        this WorkerDbContext db, RecordingFinalized message, CancellationToken cancellationToken)
    {
        if (message.RepairsJobId is not { } jobId) return null;

        var measured = await db.Jobs.AsNoTracking()
            .Where(j => j.OrganizationId == message.OrganizationId && j.Id == jobId && j.RecordingId == message.RecordingId
                && j.Sha256 == message.Sha256)
            .Select(j => j.Measured).SingleOrDefaultAsync(cancellationToken);
        if (measured is null) return null;

        return (measured, await db.Steps.AsNoTracking()
            .Where(s => s.OrganizationId == message.OrganizationId && s.JobId == jobId && s.Kind == StepKind.Segment)
            .OrderBy(s => s.Index).ToListAsync(cancellationToken));
    }
}
