using Microsoft.AspNetCore.Http.HttpResults;

namespace Kipu.Storage;

/// <summary>Begins an upload by tus: room for the whole file is taken, and its recording made, before the first byte.</summary>
internal sealed class CreateTusUpload(
    StorageDbContext db, RoomReservation room, IRecordings recordings, TenantContext tenant, TimeProvider time)
{
    /// <returns>The upload; the one that is there already when it was begun in the same words.</returns>
    public async Task<(Upload? Upload, ProblemHttpResult? Problem)> HandleAsync(TusCreation creation, CancellationToken cancellationToken)
    {
        if (await db.FindUploadAsync(tenant.OrganizationId, creation.Id, cancellationToken) is { } earlier) return Again(earlier, creation);
        try
        {
            if (!await room.HoldAsync(creation.Id, creation.File.Length, cancellationToken))
            {
                return (null, await room.RefuseAsync(cancellationToken));
            }

            string? language = null;
            if (!creation.File.IsPart)
            {
                var recording = await recordings.EnsureAsync(
                    creation.Id, new(creation.Title, null, "upload", tenant.UserId), cancellationToken);
                if (recording.Refusal is { } refusal) return (null, refusal);
                language = recording.Language;
            }

            return await CommitAsync(creation, language, cancellationToken);
        }
        finally
        {
            await room.ReleaseAsync(CancellationToken.None);
        }
    }

    /// <summary>A client that did not get the answer to its first request sends it again.</summary>
    private static (Upload? Upload, ProblemHttpResult? Problem) Again(Upload upload, TusCreation creation) => upload.State switch
    {
        UploadState.Gone => (null, UploadErrors.Gone.ToProblem()),
        not UploadState.Gone when upload.IsOf(creation.File) => (upload, null),
        UploadState.Finalized => (null, ChunkErrors.AlreadyFinalized.ToProblem()),
        _ => (null, UploadErrors.InProgress.ToProblem()),
    };

    private async Task<(Upload? Upload, ProblemHttpResult? Problem)> CommitAsync(
        TusCreation creation, string? language, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var isNew = await db.TryAddUploadAsync(
            tenant.OrganizationId, creation.Id, language, time.GetUtcNow(), cancellationToken, creation.File);
        var upload = await db.LockUploadAsync(tenant.OrganizationId, creation.Id, cancellationToken);
        if (!isNew) return Again(upload!, creation);

        _ = await room.SettleAsync(creation.File.Length, cancellationToken)
            ?? throw new TimeoutException("The recording took longer to make than its room was held.");
        await transaction.CommitAsync(cancellationToken);
        return (upload, null);
    }
}
