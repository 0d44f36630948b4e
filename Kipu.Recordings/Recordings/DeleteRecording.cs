using Microsoft.AspNetCore.Http.HttpResults;

namespace Kipu.Recordings;

/// <summary>Deleting hides a recording at once and for everybody; until it is erased it can be restored.</summary>
internal static class DeleteRecording
{
    public static void MapDeleteRecording(this IEndpointRouteBuilder recordings)
    {
        recordings.MapDelete("/{id:guid}", Delete).AllowSuspended().ProducesError(RecordingErrors.NotFound, CommonErrors.Forbidden);
        recordings.MapPost("/{id:guid}/restore", Restore).ProducesError(RecordingErrors.NotFound);
    }

    /// <summary>Deletes a recording: hidden at once, erased after 30 days.</summary>
    /// <param name="id">The recording.</param>
    /// <param name="permanently">True to erase it everywhere at once, also one that is deleted already. Nobody can undo that, so it takes
    /// an ADMIN.</param>
    /// <param name="tenant">Who asks.</param>
    /// <param name="db">The database.</param>
    /// <param name="erase">Erases.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    public static async Task<Results<NoContent, ProblemHttpResult>> Delete(
        Guid id, bool? permanently, TenantContext tenant, RecordingsDbContext db, EraseRecording erase, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (permanently is true)
        {
            if (tenant.Role < Role.Admin) return CommonErrors.Forbidden.ToProblem();
            return await erase.RunAsync(id, _ => true, cancellationToken) ? TypedResults.NoContent() : RecordingErrors.NotFound.ToProblem();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var recording = await db.LockRecordingAsync(id, cancellationToken);
        if (recording?.TryDelete(tenant.UserId, time.GetUtcNow()) is not true) return RecordingErrors.NotFound.ToProblem();

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Brings a deleted recording back, with all that belongs to it.</summary>
    public static async Task<Results<Ok<RecordingSummary>, ProblemHttpResult>> Restore(
        Guid id, RecordingsDbContext db, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockRecordingAsync(id, cancellationToken) is not { } recording) return RecordingErrors.NotFound.ToProblem();

        recording.Restore();
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(recording.ToDetails());
    }
}
