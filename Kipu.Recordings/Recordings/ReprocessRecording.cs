using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Wolverine.EntityFrameworkCore;

namespace Kipu.Recordings;

/// <summary>Analyses the same audio once more: a new job takes over, and what people corrected is kept.</summary>
internal static class ReprocessRecording
{
    public static void MapReprocessRecording(this IEndpointRouteBuilder recordings) =>
        recordings.MapPost("/{id:guid}/reprocess", Reprocess).ProducesError(
            RecordingErrors.NotFound, RecordingErrors.InProgress, RecordingErrors.NothingFailed, RecordingErrors.AudioNotFound,
            CommonErrors.ValidationFailed);

    /// <summary>
    /// Has a recording's audio analysed anew, or only the parts that failed. Corrections of words, names and action items are kept.
    /// </summary>
    public static async Task<Results<Accepted<ReprocessResponse>, ProblemHttpResult>> Reprocess(
        Guid id, ReprocessRequest? request, RecordingsDbContext db, IDbContextOutbox<RecordingsDbContext> outbox, StoredObjects objects,
        TimeProvider time, CancellationToken cancellationToken)
    {
        var onlyFailed = request?.OnlyFailed is true;
        if (onlyFailed && request?.Language is not null)
        {
            return RecordingErrors.Invalid("language", "A language is for all parts: leave it away, or onlyFailed.");
        }

        if (await db.Recordings.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancellationToken) is not { } seen)
        {
            return RecordingErrors.NotFound.ToProblem();
        }

        if (!seen.IsAtRest) return RecordingErrors.InProgress.ToProblem(seen);
        if (onlyFailed && seen.Status is RecordingStatus.Completed
            && await db.Analyses.AsNoTracking().FirstAsync(a => a.RecordingId == id, cancellationToken) is { IsWhole: true })
        {
            return RecordingErrors.NothingFailed.ToProblem(seen);
        }

        await db.EndReadingAsync();
        if (await objects.FindAsync(id, StoredObjects.Master, cancellationToken) is not { } master)
        {
            return RecordingErrors.AudioNotFound.ToProblem();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockRecordingAsync(id, cancellationToken) is not { DeletedAt: null } recording)
        {
            return RecordingErrors.NotFound.ToProblem();
        }

        if (!recording.IsAtRest) return RecordingErrors.InProgress.ToProblem(recording);

        var (jobId, now, repaired) = (Guid.CreateVersion7(), time.GetUtcNow(), onlyFailed ? recording.JobId : null);
        if (request?.Language is { } language) recording.ExpectLanguage(language);
        recording.TryQueue(jobId, now);
        await outbox.PublishAsync(new RecordingFinalized(
            id, recording.OrganizationId, jobId, master.ContentType, master.Bytes, master.Sha256,
            recording.RequestedLanguage is "auto" ? null : recording.RequestedLanguage, now, RepairsJobId: repaired));
        await db.SaveChangesAsync(cancellationToken);
        await db.AnnounceStatusAsync(recording, cancellationToken);
        await outbox.SaveChangesAndFlushMessagesAsync(cancellationToken);
        return TypedResults.Accepted($"/api/status/{id}", new ReprocessResponse(true, id, jobId, recording.Status));
    }
}
