using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kipu.Storage;

/// <summary>Where the bytes of a request belong.</summary>
/// <param name="Id">The upload.</param>
/// <param name="Offset">How many bytes of it the client believes to be stored.</param>
/// <param name="Checksum">The digest that the bytes must have; all are kept then, or none.</param>
internal sealed record TusAppend(Guid Id, long Offset, TusChecksum? Checksum);

/// <summary>
/// Takes more bytes of a file by tus. They are stored as chunks of at most 8 MiB, each durable before the next is read: what a broken
/// connection leaves is kept to its last byte, and memory holds one chunk.
/// </summary>
internal sealed class AppendToUpload(
    StorageDbContext db, ObjectWriter objects, RunningAppends appends, RunningDigests digests, FinishUpload finish, FailUpload fail,
    TenantContext tenant, TimeProvider time, IHostApplicationLifetime lifetime)
{
    /// <summary>Below it the first bytes don't tell what they are.</summary>
    private const int LeastToSniff = 12;

    /// <returns>The upload as it is afterwards, or why it took less than came.</returns>
    public async Task<(Upload? Upload, ProblemHttpResult? Problem)> HandleAsync(
        TusAppend append, HttpRequest request, CancellationToken cancellationToken)
    {
        await appends.EndAsync(tenant.OrganizationId, append.Id, cancellationToken);
        using var running = appends.Begin(tenant.OrganizationId, append.Id);
        var (upload, problem) = await AdmitAsync(append, request.ContentLength ?? 0, cancellationToken);
        if (problem is not null) return (null, problem);

        var pieces = new List<WriteResult>();
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, running.Stop);
        try
        {
            (upload, problem) = await ReceiveAsync(upload!, request.Body, append.Checksum, pieces, reading.Token);
        }
        catch (OperationCanceledException) when (running.Stop.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // Its client is elsewhere already, and Kestrel can't read the rest of a body after a read that was given up.
            request.HttpContext.Abort();
            return (null, TusErrors.OtherOffset.ToProblem());
        }
        finally
        {
            // What is still here has no row, and never will.
            foreach (var piece in pieces) await objects.DeleteAsync(piece.Key, CancellationToken.None);
        }

        if (problem is null && upload is { IsWhole: true, IsPart: false, EndedAt: null })
        {
            problem = await finish.HandleAsync(tenant.OrganizationId, append.Id, lifetime.ApplicationStopping);
        }

        return (upload, problem);
    }

    private async Task<(Upload? Upload, ProblemHttpResult? Problem)> AdmitAsync(
        TusAppend append, long announced, CancellationToken cancellationToken)
    {
        var upload = await db.FindUploadAsync(tenant.OrganizationId, append.Id, cancellationToken);
        if (upload is { State: UploadState.Gone }) return (null, UploadErrors.Gone.ToProblem());
        if (upload is not { Length: { } length }) return (null, CommonErrors.NotFound.ToProblem());
        if (upload is { Concat: not null, IsPart: false }) return (null, TusErrors.Joined.ToProblem());
        if (upload.Bytes != append.Offset) return (null, TusErrors.OtherOffset.ToProblem());
        return announced > length - append.Offset ? (null, UploadErrors.TooLarge.ToProblem()) : (upload, null);
    }

    private async Task<(Upload? Upload, ProblemHttpResult? Problem)> ReceiveAsync(
        Upload upload, Stream body, TusChecksum? checksum, List<WriteResult> pieces, CancellationToken cancellationToken)
    {
        using var part = new PartBuffer(ObjectWriter.PartBytes);
        using var digest = checksum is null ? null : IncrementalHash.CreateHash(checksum.Algorithm);
        using var running = digests.Begin(upload, upload.ChunkCount);
        var at = upload.Bytes;
        var (more, broken) = (true, (Exception?)null);
        while (more)
        {
            (more, broken) = await FillAsync(part, body, cancellationToken);
            if (part.Length is 0) break;
            if (at + part.Length > upload.Length) return (null, UploadErrors.TooLarge.ToProblem());
            if (at is 0 && IsNoMedia(part, upload)) return (null, await RefuseAsync(upload, lifetime.ApplicationStopping));

            digest?.AppendData(part.Content.Span);
            running?.AppendData(part.Content.Span);
            // Not cancelled with the request: what has arrived is kept.
            pieces.Add(await objects.PutAsync(
                ObjectKeys.NewChunk(upload.OrganizationId, upload.RecordingId), MediaSniffer.Unknown, part, lifetime.ApplicationStopping));
            at += part.Length;
            if (checksum is not null) continue;
            var (committed, problem) = await CommitAsync(upload, pieces, running, lifetime.ApplicationStopping);
            if (problem is not null) return (null, problem);
            upload = committed!;
        }

        if (broken is not null) ExceptionDispatchInfo.Throw(broken);
        if (checksum is null) return (upload, null);
        return digest!.GetHashAndReset().AsSpan().SequenceEqual(checksum.Digest)
            ? await CommitAsync(upload, pieces, running, lifetime.ApplicationStopping)
            : (null, TusErrors.ChecksumMismatch.ToProblem());
    }

    private static bool IsNoMedia(PartBuffer part, Upload upload) =>
        !upload.IsPart && (part.Length >= LeastToSniff || part.Length == upload.Length) && MediaSniffer.Sniff(part.Content.Span) is null;

    private async Task<ProblemHttpResult> RefuseAsync(Upload upload, CancellationToken cancellationToken)
    {
        await fail.TryAsync(upload.OrganizationId, upload.RecordingId, FinishUpload.NoMedia, u => u.Bytes is 0, cancellationToken);
        return UploadErrors.UnsupportedMedia.ToProblem();
    }

    /// <returns>Whether the part is full, and what broke the connection, if anything did.</returns>
    private static async Task<(bool More, Exception? Broken)> FillAsync(PartBuffer part, Stream body, CancellationToken cancellationToken)
    {
        try
        {
            return (await part.FillAsync(body, cancellationToken), null);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            return (false, exception);
        }
    }

    /// <summary>Makes chunks of the pieces, in one transaction, unless somebody else has appended meanwhile.</summary>
    private async Task<(Upload? Upload, ProblemHttpResult? Problem)> CommitAsync(
        Upload seen, List<WriteResult> pieces, IncrementalHash? running, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var upload = await db.LockUploadAsync(seen.OrganizationId, seen.RecordingId, cancellationToken);
        if (upload is null or { State: UploadState.Gone }) return (null, UploadErrors.Gone.ToProblem());
        if (upload.Bytes != seen.Bytes) return (null, TusErrors.OtherOffset.ToProblem());

        foreach (var piece in pieces)
        {
            var chunk = new Chunk
            {
                OrganizationId = upload.OrganizationId,
                RecordingId = upload.RecordingId,
                Index = upload.ChunkCount,
                Size = piece.Bytes,
                Sha256 = piece.Sha256,
                ObjectKey = piece.Key,
                ReceivedAt = time.GetUtcNow(),
            };
            db.Chunks.Add(chunk);
            upload.Count(chunk);
        }

        await db.SaveChangesAsync(cancellationToken);
        var bytes = pieces.Sum(p => p.Bytes);
        // From here on nobody may delete them: a connection that breaks now doesn't tell whether the rows are there.
        pieces.Clear();
        await transaction.CommitAsync(cancellationToken);
        Telemetry.ChunkBytes.Add(bytes);
        if (running is not null) digests.Note(upload, upload.ChunkCount, running);
        return (upload, null);
    }
}
