using Microsoft.EntityFrameworkCore;
using Wolverine.EntityFrameworkCore;

namespace Kipu.Recordings;

/// <summary>Analyses the same audio once more: a new job takes over, and what people corrected is kept.</summary>
internal sealed class ReprocessRecording(
    RecordingsDbContext db, IDbContextOutbox<RecordingsDbContext> outbox, StoredObjects objects, TimeProvider time)
{
    /// <summary>What came of it.</summary>
    /// <param name="Recording">The recording as it stands; null when there is none, or no audio of it.</param>
    /// <param name="Refusal">Why it is not processed.</param>
    public sealed record Outcome(Recording? Recording, ApiError? Refusal = null);

    /// <param name="id">The recording.</param>
    /// <param name="request">What of it is to be done again.</param>
    /// <param name="isDue">Whether the recording, seen first and then locked, is to be processed.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<Outcome> RunAsync(Guid id, ReprocessRequest request, Predicate<Recording> isDue, CancellationToken cancellationToken)
    {
        if (await db.Recordings.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancellationToken) is not { } seen)
        {
            return new(null, RecordingErrors.NotFound);
        }

        if (!isDue(seen)) return new(seen, RecordingErrors.InProgress);
        if (request is { OnlyFailed: true, KeepWords: false } && seen.Status is RecordingStatus.Completed
            && await db.Analyses.AsNoTracking().FirstAsync(a => a.RecordingId == id, cancellationToken) is { IsWhole: true })
        {
            return new(seen, RecordingErrors.NothingFailed);
        }

        await db.EndReadingAsync();
        if (await objects.FindAsync(id, StoredObjects.Master, cancellationToken) is not { } master)
        {
            return new(null, RecordingErrors.AudioNotFound);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockRecordingAsync(id, cancellationToken) is not { DeletedAt: null } recording)
        {
            return new(null, RecordingErrors.NotFound);
        }

        if (!isDue(recording)) return new(recording, RecordingErrors.InProgress);

        // The words that are shown may be of an earlier job than the last: one that failed since may have heard nothing.
        var shown = request.KeepWords
            ? await db.Analyses.Where(a => a.RecordingId == id).Select(a => (Guid?)a.JobId).FirstOrDefaultAsync(cancellationToken) : null;
        var (jobId, now) = (Guid.CreateVersion7(), time.GetUtcNow());
        var repaired = request.OnlyFailed || request.KeepWords ? shown ?? recording.JobId : null;
        if (request.Language is { } language) recording.ExpectLanguage(language);
        recording.ReadAs(request.OutputLanguage, request.Template);
        recording.TryQueue(jobId, now);
        await outbox.PublishAsync(new RecordingFinalized(
            id, recording.OrganizationId, jobId, master.ContentType, master.Bytes, master.Sha256,
            recording.RequestedLanguage is Recording.AnyLanguage ? null : recording.RequestedLanguage, now, RepairsJobId: repaired));
        await db.SaveChangesAsync(cancellationToken);
        await db.AnnounceStatusAsync(recording, cancellationToken);
        await outbox.SaveChangesAndFlushMessagesAsync(cancellationToken);
        return new(recording);
    }
}
