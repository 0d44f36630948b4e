using Microsoft.EntityFrameworkCore;

namespace Kipu.AudioWorker;

/// <summary>A step in the middle of a job: finds the words of one segment and keeps them; the last one makes way for the finish.</summary>
internal sealed class AnalyseSegment(JobQueue queue, MediaCache media, ISegmentEngine engine, IServiceScopeFactory scopes)
{
    private const double Begin = 25;
    private const double End = 85;

    public async Task<bool> RunAsync(StepLease lease, CancellationToken cancellationToken)
    {
        var (done, all) = await CountAsync(lease.Job, cancellationToken);
        lease.Report(ProcessingStage.Transcribing, Mark(done, all) + 1);
        using var master = await media.OpenAsync(lease.Job, cancellationToken);
        var part = lease.Step.Part;
        var result = await engine.HearAsync(
            new(master.File, part, lease.Job.Measured!, lease.Job.Language, await VocabularyAsync(lease.Job.RecordingId, cancellationToken)),
            lease.Between(ProcessingStage.Transcribing, Mark(done, all) + 1, Mark(done + 1, all)), cancellationToken);
        Telemetry.HeardSeconds.Add(part.KeepTo - part.KeepFrom, new KeyValuePair<string, object?>("engine", result.Engine.Name));
        return await EndAsync(lease, step => step.Complete(result), cancellationToken);
    }

    /// <summary>Leaves a gap in the transcript where the segment would be.</summary>
    public Task<bool> FailAsync(StepLease lease, string code, CancellationToken cancellationToken) =>
        EndAsync(lease, step => step.Fail(code), cancellationToken);

    /// <summary>The organization's terms, and the names that its people gave to voices before.</summary>
    private async Task<IReadOnlyList<string>> VocabularyAsync(Guid recordingId, CancellationToken cancellationToken)
    {
        await using var services = scopes.CreateAsyncScope();
        var terms = await services.ServiceProvider.GetRequiredService<VocabularyClient>().ReadAsync(cancellationToken);
        var brief = await services.ServiceProvider.GetRequiredService<BriefClient>().ReadAsync(recordingId, cancellationToken);
        return [.. terms.Concat(brief.People).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private static double Mark(int done, int all) => Begin + ((End - Begin) * done / Math.Max(1, all));

    private async Task<(int Done, int All)> CountAsync(Job job, CancellationToken cancellationToken)
    {
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<WorkerDbContext>();
        var states = await db.Steps.Where(s => s.OrganizationId == job.OrganizationId && s.JobId == job.Id && s.Kind == StepKind.Segment)
            .Select(s => s.State).ToListAsync(cancellationToken);
        return (states.Count(s => s is not StepState.Open), states.Count);
    }

    private Task<bool> EndAsync(StepLease lease, Action<JobStep> end, CancellationToken cancellationToken) =>
        queue.EndAsync(lease, async (db, job, step) =>
        {
            end(step);
            var others = await db.Steps.AnyAsync(
                s => s.OrganizationId == job.OrganizationId && s.JobId == job.Id && s.Kind == StepKind.Segment && s.State == StepState.Open
                    && s.Index != step.Index, cancellationToken);
            if (!others) db.Steps.Add(JobStep.For(job, StepKind.Finish));
            return null;
        }, cancellationToken);
}
