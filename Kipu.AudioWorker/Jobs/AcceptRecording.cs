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
            RecordedSeconds = message.DurationSeconds,
            TraceParent = Activity.Current?.Id,
            CreatedAt = message.At,
        };
        db.Jobs.Add(job);
        db.Steps.Add(JobStep.For(job, StepKind.Prepare));
    }
}
