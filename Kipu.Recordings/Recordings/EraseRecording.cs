using Wolverine.EntityFrameworkCore;

namespace Kipu.Recordings;

/// <summary>
/// Erases a recording with all that Recordings keeps of it, gives back what it took of the plan, and has the other services erase theirs.
/// </summary>
internal sealed class EraseRecording(RecordingsDbContext db, IDbContextOutbox<RecordingsDbContext> outbox, TimeProvider time)
{
    /// <param name="id">The recording.</param>
    /// <param name="isDue">Whether the recording, now locked, is still to be erased.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False when there is none.</returns>
    public async Task<bool> RunAsync(Guid id, Predicate<Recording> isDue, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockRecordingAsync(id, cancellationToken) is not { } recording || !isDue(recording)) return false;

        // The foreign keys of all other tables cascade.
        db.Recordings.Remove(recording);
        await db.GiveBackRecordingAsync(recording.OrganizationId, cancellationToken);
        await outbox.PublishAsync(new RecordingDeleted(recording.Id, recording.OrganizationId, time.GetUtcNow()));
        await outbox.SaveChangesAndFlushMessagesAsync(cancellationToken);
        return true;
    }
}
