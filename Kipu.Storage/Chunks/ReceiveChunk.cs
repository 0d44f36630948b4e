using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kipu.Storage;

/// <summary>What a client says of the chunk that it sends.</summary>
/// <param name="Index">Null when a form names it only behind the file.</param>
/// <param name="Sha256">Digests that the bytes must have.</param>
/// <param name="StartMs">Where it begins in the meeting.</param>
internal sealed record ChunkClaim(int? Index, IReadOnlyList<string> Sha256, long? StartMs);

/// <summary>What is known of a chunk before its bytes come.</summary>
/// <param name="Upload">The recording's audio so far; null for its first chunk.</param>
/// <param name="Refusal">Why it is not taken.</param>
internal sealed record Admission(Upload? Upload, ProblemHttpResult? Refusal = null);

/// <summary>
/// Takes a chunk: its row is committed, and its bytes are in it or, when they are many, in the object store, before the answer goes out.
/// </summary>
/// <remarks>No transaction is open while the body comes in: a slow client must not hold a database connection.</remarks>
internal sealed class ReceiveChunk(
    StorageDbContext db, ObjectWriter objects, OpenUploads open, RunningDigests digests, IRecordings recordings, TenantContext tenant,
    IOptions<ChunkOptions> options, TimeProvider time)
{
    public async Task<Results<Ok<ChunkReceipt>, ProblemHttpResult>> HandleAsync(
        Guid recordingId, MediaBody body, ChunkClaim claim, CancellationToken cancellationToken)
    {
        var admitted = await AdmitAsync(recordingId, claim.Index, cancellationToken);
        if (admitted.Refusal is { } refusal) return refusal;

        using var digest = claim.Index is { } place ? digests.Begin(admitted.Upload, place) : null;
        var written = await objects.WriteAsync(
            ObjectKeys.NewChunk(tenant.OrganizationId, recordingId), body.ContentType ?? MediaSniffer.Unknown, body.Content,
            new(ChunkOptions.MaxBytes, Digest: digest, HeldBytes: options.Value.RowBytes), cancellationToken);
        if (written.Refusal is { } refused) return (refused is WriteRefusal.Empty ? ChunkErrors.Empty : ChunkErrors.TooLarge).ToProblem();

        await body.ReadRestAsync(cancellationToken);
        var index = claim.Index ?? ChunkEndpoints.ParseIndex(body.Fields.GetValueOrDefault("sequence"));
        var error = index is null ? ChunkErrors.IndexRequired
            : claim.Sha256.Any(s => s != written.Sha256) ? ChunkErrors.DigestMismatch
            : null;
        var (receipt, upload, problem) = error is null
            ? await AddAsync(recordingId, isFirst: admitted.Upload is null, index!.Value, claim, written, cancellationToken)
            : (null, null, error.ToProblem());

        // Refused, or there already: the copy that was just written serves nobody.
        if (upload is null) await objects.DropAsync(written, cancellationToken);
        if (upload is not null && digest is not null) digests.Note(upload, index!.Value + 1, digest);
        return problem is not null ? problem : TypedResults.Ok(receipt);
    }

    /// <summary>Asks for what can be known before the bytes come: that the recording still takes audio, or may be.</summary>
    private async Task<Admission> AdmitAsync(Guid recordingId, int? index, CancellationToken cancellationToken)
    {
        if (open.Find(tenant.OrganizationId, recordingId) is { } known) return new(known);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var upload = await db.Uploads.AsNoTracking()
            .SingleOrDefaultAsync(u => u.OrganizationId == tenant.OrganizationId && u.RecordingId == recordingId, cancellationToken);
        if (upload is null) return new(null, await RefuseForRoomAsync(1, cancellationToken));
        if (TakesChunks(upload)) return new(upload);
        // One that was stored may come again, whose answer was lost; whether it is the same shows when its bytes are there.
        var isStored = upload.Length is null && await db.Chunks.AnyAsync(
            c => c.OrganizationId == tenant.OrganizationId && c.RecordingId == recordingId && c.Index == index, cancellationToken);
        return new(upload, isStored ? null : Refuse(upload));
    }

    private async Task<ProblemHttpResult?> RefuseForRoomAsync(long bytes, CancellationToken cancellationToken)
    {
        var used = await db.UsedAsync(tenant.OrganizationId, cancellationToken);
        return used + bytes > tenant.Limits.MaxStorageBytes ? OverLimit(used) : null;
    }

    /// <summary>Makes the recording with its first chunk, and only when that can be kept: what is refused leaves none behind.</summary>
    private async Task<(ChunkReceipt? Receipt, Upload? Upload, ProblemHttpResult? Problem)> AddAsync(
        Guid recordingId, bool isFirst, int index, ChunkClaim claim, WriteResult written, CancellationToken cancellationToken)
    {
        if (!isFirst) return await CommitAsync(recordingId, null, index, claim, written, cancellationToken);
        await using (await db.Database.BeginTransactionAsync(cancellationToken))
        {
            if (await RefuseForRoomAsync(written.Bytes, cancellationToken) is { } full) return (null, null, full);
        }

        var recording = await recordings.EnsureAsync(recordingId, new(null, null, "api", tenant.UserId), cancellationToken);
        return recording.Refusal is { } refusal
            ? (null, null, refusal)
            : await CommitAsync(recordingId, recording, index, claim, written, cancellationToken);
    }

    /// <returns>The upload that the chunk was added to; null when it was not.</returns>
    private async Task<(ChunkReceipt? Receipt, Upload? Upload, ProblemHttpResult? Problem)> CommitAsync(
        Guid recordingId, EnsuredRecording? made, int index, ChunkClaim claim, WriteResult written, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var isNew = made is not null
            && await db.TryAddUploadAsync(tenant.OrganizationId, recordingId, made.Language, time.GetUtcNow(), cancellationToken);
        var upload = await db.LockUploadAsync(tenant.OrganizationId, recordingId, cancellationToken);
        if (upload is { State: not UploadState.Gone, Length: null }
            && await db.Chunks.FindAsync([tenant.OrganizationId, recordingId, index], cancellationToken) is { } stored)
        {
            if (stored.Sha256 != written.Sha256) return (null, null, ChunkErrors.Conflict.ToProblem());
            return (Receipt(stored, upload), null, null);
        }

        if (upload is null || !TakesChunks(upload))
        {
            open.Forget(tenant.OrganizationId, recordingId);
            return (null, null, Refuse(upload));
        }

        // A recording whose first chunk found room is taken to its end; the next one is what a full plan refuses.
        if (!isNew)
        {
            await db.CountAsync(tenant.OrganizationId, written.Bytes, cancellationToken);
        }
        else if (!await db.TryTakeAsync(tenant.OrganizationId, written.Bytes, tenant.Limits.MaxStorageBytes, cancellationToken))
        {
            return (null, null, OverLimit(await db.UsedAsync(tenant.OrganizationId, cancellationToken)));
        }

        var chunk = new Chunk
        {
            OrganizationId = tenant.OrganizationId,
            RecordingId = recordingId,
            Index = index,
            Size = written.Bytes,
            Sha256 = written.Sha256,
            ObjectKey = written.Key,
            Content = written.Content is { } bytes ? new() { Bytes = bytes } : null,
            StartMs = claim.StartMs,
            ReceivedAt = time.GetUtcNow(),
        };
        db.Chunks.Add(chunk);
        upload.Count(chunk);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        open.Note(upload);
        Telemetry.ChunkBytes.Add(chunk.Size);
        return (Receipt(chunk, upload), upload, null);
    }

    private static bool TakesChunks(Upload upload) => upload is { State: UploadState.Receiving, Length: null };

    private static ProblemHttpResult Refuse(Upload? upload) => (upload switch
    {
        null or { State: UploadState.Gone } => UploadErrors.Gone,
        { State: UploadState.Receiving } => UploadErrors.InProgress,
        _ => ChunkErrors.AlreadyFinalized,
    }).ToProblem();

    private ProblemHttpResult OverLimit(long used) =>
        CommonErrors.OverLimit("bytes of storage", tenant.Limits.MaxStorageBytes, used, tenant.Plan);

    private static ChunkReceipt Receipt(Chunk chunk, Upload upload) =>
        new(true, chunk.RecordingId, chunk.Index, chunk.Size, chunk.Sha256, upload.ChunkCount);
}
