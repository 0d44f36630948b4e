using Microsoft.EntityFrameworkCore;

namespace Kipu.AudioWorker;

/// <summary>
/// A recording is gone: what was found out about it goes as well. Who works on a step of it loses the lease, and with it the work.
/// </summary>
public static class ForgetRecordingHandler
{
    public static async Task HandleAsync(RecordingDeleted message, WorkerDbContext db, CancellationToken cancellationToken)
    {
        // Locks the jobs first, as the ends of steps do.
        var jobs = await db.Jobs.FromSql($"""
            select * from jobs where organization_id = {message.OrganizationId} and recording_id = {message.RecordingId}
            order by id for update
            """).ToListAsync(cancellationToken);
        foreach (var job in jobs)
        {
            await db.Steps.Where(s => s.OrganizationId == job.OrganizationId && s.JobId == job.Id).ExecuteDeleteAsync(cancellationToken);
        }

        db.Jobs.RemoveRange(jobs);
    }
}
