using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kipu.Storage;

/// <summary>
/// Makes the chunks of a recording its master and announces it. One process does so at a time, by a lease in the upload's row;
/// until the master is committed the upload is as it was, and afterwards every call gets the same answer.
/// </summary>
internal sealed class FinalizeUpload(
    StorageDbContext db, MasterOfChunks masters, ObjectWriter objects, CompleteUpload complete, IOptions<ChunkOptions> options, TimeProvider time)
{
    /// <summary>Missing chunks that an answer lists; a client that misses more has other troubles.</summary>
    public const int MaxListed = 1000;

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);

    public async Task<Results<Accepted<FinalizeResponse>, ProblemHttpResult>> HandleAsync(
        Guid organizationId, Guid recordingId, FinalizeRequest request, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (upload, chunks, problem) = await BeginAsync(organizationId, recordingId, request, cancellationToken);
            if (problem is not null) return problem;
            if (upload is { State: UploadState.Finalized }) return Check(upload, request) is { } other ? other.ToProblem() : Accepted(upload);
            if (chunks is not null) return await AssembleAsync(upload!, chunks, request, cancellationToken);

            // Another call is at it: wait for its answer, which is ours as well.
            await Task.Delay(Poll, time, cancellationToken);
        }
    }

    /// <returns>The chunks to join when it is this call's turn.</returns>
    private async Task<(Upload? Upload, List<Chunk>? Chunks, ProblemHttpResult? Problem)> BeginAsync(
        Guid organizationId, Guid recordingId, FinalizeRequest request, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var upload = await db.LockUploadAsync(organizationId, recordingId, cancellationToken);
        if (upload is null or { IsPart: true }) return (null, null, CommonErrors.NotFound.ToProblem());
        if (upload.State is UploadState.Gone) return (null, null, UploadErrors.Gone.ToProblem());
        if (upload is { Length: not null, IsWhole: false }) return (null, null, UploadErrors.InProgress.ToProblem());
        if (upload.State is UploadState.Finalized || upload.IsAssembling(time.GetUtcNow())) return (upload, null, null);

        var chunks = await db.Chunks.AsNoTracking().Where(c => c.OrganizationId == organizationId && c.RecordingId == recordingId)
            .OrderBy(c => c.Index).ToListAsync(cancellationToken);
        var count = chunks.Count > 0 ? chunks[^1].Index + 1 : 0;
        if (count > (request.TotalChunks ?? count)) return (null, null, FinalizeErrors.MoreChunks.ToProblem());

        var total = request.TotalChunks ?? Math.Max(count, 1);
        var missing = ChunkRanges.Missing(ChunkRanges.Of(chunks.Select(c => c.Index)), total).Take(MaxListed).ToList();
        if (missing.Count > 0)
        {
            return (null, null, FinalizeErrors.MissingChunks.ToProblem(new Dictionary<string, object?> { ["missing"] = missing }));
        }

        upload.BeginAssembly(Guid.CreateVersion7(), LeaseEnd());
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (upload, chunks, null);
    }

    private async Task<Results<Accepted<FinalizeResponse>, ProblemHttpResult>> AssembleAsync(
        Upload upload, List<Chunk> chunks, FinalizeRequest request, CancellationToken cancellationToken)
    {
        var token = upload.AssemblyToken!.Value;
        var finalized = false;
        try
        {
            var lease = (CancellationToken cancel) => KeepLeaseAsync(upload, token, cancel);
            var (written, type) = upload.Bytes / chunks.Count >= options.Value.KeptBytes
                ? await masters.KeepAsync(upload, chunks, lease, cancellationToken)
                : await masters.JoinAsync(upload, chunks, lease, cancellationToken);
            if (written.Refusal is WriteRefusal.NoRoom) throw new TimeoutException("The chunks took longer to join than their lease lasts.");
            if (written.Refusal is WriteRefusal.NotAccepted) return UploadErrors.UnsupportedMedia.ToProblem();
            if (written.Refusal is not null) return CommonErrors.PayloadTooLarge.ToProblem();
            if (request.Sha256 is { } expected && !written.Sha256.Equals(expected, StringComparison.OrdinalIgnoreCase))
            {
                await objects.DropAsync(written, cancellationToken);
                return FinalizeErrors.DigestMismatch.ToProblem();
            }

            var master = StoredObject.Of(upload.OrganizationId, upload.RecordingId, ObjectKind.Master, written, type, time.GetUtcNow());
            if (await complete.FromChunksAsync(token, master, request.DurationSeconds, cancellationToken) is not { } done)
            {
                await objects.DropAsync(written, cancellationToken);
                throw new TimeoutException("Another process took over joining the chunks, or the recording was deleted.");
            }

            finalized = true;
            return Accepted(done);
        }
        finally
        {
            if (!finalized) await AbandonAsync(upload, token);
        }
    }

    private async ValueTask<bool> KeepLeaseAsync(Upload upload, Guid token, CancellationToken cancellationToken)
    {
        var until = LeaseEnd();
        return await db.Uploads
            .Where(u => u.OrganizationId == upload.OrganizationId && u.RecordingId == upload.RecordingId && u.AssemblyToken == token)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.AssemblyUntil, until), cancellationToken) is 1;
    }

    /// <remarks>When the database is away too, the lease lapses by itself.</remarks>
    private async Task AbandonAsync(Upload begun, Guid token)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        var upload = await db.LockUploadAsync(begun.OrganizationId, begun.RecordingId, CancellationToken.None);
        if (upload?.AssemblyToken != token) return;
        upload.AbandonAssembly();
        await db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
    }

    /// <summary>A later call is held to what it says just as the one that joined the chunks; a file that came whole has none.</summary>
    private static ApiError? Check(Upload upload, FinalizeRequest request) => request switch
    {
        { Sha256: { } digest } when !digest.Equals(upload.Sha256, StringComparison.OrdinalIgnoreCase) => FinalizeErrors.DigestMismatch,
        { TotalChunks: { } total } when upload.ChunkCount > total => FinalizeErrors.MoreChunks,
        { TotalChunks: { } total } when upload.ChunkCount > 0 && upload.ChunkCount < total => ChunkErrors.AlreadyFinalized,
        _ => null,
    };

    private DateTimeOffset LeaseEnd() => time.GetUtcNow().AddSeconds(options.Value.AssemblyLeaseSeconds);

    private static Accepted<FinalizeResponse> Accepted(Upload upload) => TypedResults.Accepted(
        $"/api/status/{upload.RecordingId}", new FinalizeResponse(true, upload.RecordingId, upload.JobId!.Value, RecordingStatus.Queued));
}
