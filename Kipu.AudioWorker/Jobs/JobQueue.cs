using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Wolverine.EntityFrameworkCore;

namespace Kipu.AudioWorker;

/// <summary>The steps that wait, handed out under leases: to any number of workers, each once, and fairly among organizations.</summary>
internal sealed class JobQueue(IServiceScopeFactory scopes, IOptions<JobOptions> options, TimeProvider time)
{
    /// <summary>Takes the oldest step of the organization that has the fewest running.</summary>
    /// <returns>Null when nothing is to be done.</returns>
    public async Task<StepLease?> ClaimAsync(CancellationToken cancellationToken)
    {
        using var scope = TenantScope.EnterSystem("a worker serves all organizations, and a fair choice needs to see them all");
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<WorkerDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var token = Guid.CreateVersion7();
        var now = time.GetUtcNow();
        var steps = await db.Steps.FromSql($"""
            update job_steps s set lease_token = {token}, lease_until = {now + options.Value.Lease}, attempts = s.attempts + 1
            from (
              select oldest.* from (
                select organization_id, count(*) filter (where lease_until > {now}) as running
                from job_steps where state = 'Open' group by organization_id
              ) tenant
              cross join lateral (
                select c.organization_id, c.job_id, c.kind, c.index, c.created_at from job_steps c
                where c.state = 'Open' and c.organization_id = tenant.organization_id and c.not_before <= {now}
                  and (c.lease_until is null or c.lease_until <= {now})
                order by c.created_at, c.index limit 1 for update skip locked
              ) oldest
              where tenant.running < {options.Value.MaxPerOrganization}
              order by tenant.running, oldest.created_at limit 1
            ) pick
            where s.organization_id = pick.organization_id and s.job_id = pick.job_id and s.kind = pick.kind and s.index = pick.index
            returning s.*
            """).AsNoTracking().ToListAsync(cancellationToken);
        if (steps is not [var step]) return null;

        var job = await db.Jobs.AsNoTracking()
            .SingleAsync(j => j.OrganizationId == step.OrganizationId && j.Id == step.JobId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new(job, step, token);
    }

    /// <summary>Keeps the step for another while.</summary>
    /// <returns>False when it isn't ours any more.</returns>
    public async Task<bool> ExtendAsync(StepLease lease, CancellationToken cancellationToken)
    {
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<WorkerDbContext>();
        var until = time.GetUtcNow() + options.Value.Lease;
        return await db.Steps
            .Where(s => s.OrganizationId == lease.Step.OrganizationId && s.JobId == lease.Step.JobId && s.LeaseToken == lease.Token)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.LeaseUntil, until), cancellationToken) is 1;
    }

    /// <summary>Publishes how far the job is, unless it was further already.</summary>
    public async Task ProgressAsync(StepLease lease, ProcessingStage stage, int progress, CancellationToken cancellationToken)
    {
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<WorkerDbContext>();
        var outbox = services.ServiceProvider.GetRequiredService<IDbContextOutbox<WorkerDbContext>>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var advanced = await db.Jobs
            .Where(j => j.OrganizationId == lease.Job.OrganizationId && j.Id == lease.Job.Id && j.State == JobState.Running
                && j.Progress < progress)
            .ExecuteUpdateAsync(set => set.SetProperty(j => j.Progress, progress).SetProperty(j => j.Stage, stage), cancellationToken);
        if (advanced is 0) return;
        await outbox.PublishAsync(new RecordingProgressed(
            lease.Job.RecordingId, lease.Job.OrganizationId, lease.Job.Id, stage, progress, time.GetUtcNow()));
        await outbox.SaveChangesAndFlushMessagesAsync(cancellationToken);
    }

    /// <summary>
    /// Ends the step: what it changed and what is to be published are committed together, by whoever still holds the lease.
    /// </summary>
    /// <param name="lease">The step.</param>
    /// <param name="change">Works on the locked job and the step, adds steps, and returns events.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False when the lease was lost; nothing has changed then.</returns>
    public async Task<bool> EndAsync(
        StepLease lease, Func<WorkerDbContext, Job, JobStep, Task<object?>> change, CancellationToken cancellationToken)
    {
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<WorkerDbContext>();
        var outbox = services.ServiceProvider.GetRequiredService<IDbContextOutbox<WorkerDbContext>>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // The job's row is where the steps of a job take turns: the last segment must know that it is the last.
        var jobs = await db.Jobs.FromSql($"""
            select * from jobs where organization_id = {lease.Job.OrganizationId} and id = {lease.Job.Id} for update
            """).ToListAsync(cancellationToken);
        var step = await db.Steps.FindAsync([lease.Step.OrganizationId, lease.Step.JobId, lease.Step.Kind, lease.Step.Index],
            cancellationToken);
        if (step?.LeaseToken != lease.Token) return false;

        var job = jobs.Single();
        if (await change(db, job, step) is { } message) await outbox.PublishAsync(message);
        var (tokens, costMicros) = lease.Unbooked();
        job.Spend(tokens, costMicros);
        if (tokens > 0 || job.State is not JobState.Running) await outbox.PublishAsync(job.ToUsage());
        await outbox.SaveChangesAndFlushMessagesAsync(cancellationToken);
        lease.Booked();
        return true;
    }

    /// <summary>Gives the step back.</summary>
    public Task<bool> ReleaseAsync(StepLease lease, TimeSpan pause, bool counts, CancellationToken cancellationToken) =>
        EndAsync(lease, (_, _, step) =>
        {
            step.Release(time.GetUtcNow() + pause, counts);
            return Task.FromResult<object?>(null);
        }, cancellationToken);

    /// <summary>Ends the whole job: its other steps are called off, and its failure is published.</summary>
    public Task<bool> FailJobAsync(StepLease lease, string code, string message, bool retryable, CancellationToken cancellationToken) =>
        EndAsync(lease, async (db, job, _) =>
        {
            var open = await db.Steps.Where(s => s.OrganizationId == job.OrganizationId && s.JobId == job.Id && s.State == StepState.Open)
                .ToListAsync(cancellationToken);
            foreach (var step in open) step.Fail(code);
            job.Fail(code, time.GetUtcNow());
            return new RecordingFailed(job.RecordingId, job.OrganizationId, job.Id, code, message, retryable, time.GetUtcNow());
        }, cancellationToken);
}
