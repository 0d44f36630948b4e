using Amazon.S3.Model;
using Microsoft.EntityFrameworkCore;

namespace Kipu.Storage;

/// <summary>The two ways in which chunks become a master: large ones stay where they are, small ones are joined into one object.</summary>
internal sealed class MasterOfChunks(
    StorageDbContext db, ObjectStore store, ChunkAssembly assembly, ChunkRows rows, ObjectWriter objects, RunningDigests digests)
{
    private const int HeadBytes = 64;

    /// <summary>
    /// Makes the chunks, in order, the master as they are; a small one among them moves to the store. What was not digested when it came is read
    /// for it.
    /// </summary>
    public async Task<(WriteResult Written, string ContentType)> KeepAsync(
        Upload upload, IReadOnlyList<Chunk> chunks, Func<CancellationToken, ValueTask<bool>> keepLease, CancellationToken cancellationToken)
    {
        var type = MediaSniffer.Sniff(await ReadHeadAsync(chunks[0], cancellationToken));
        if (!IsTaken(upload, type)) return (WriteResult.Refused(WriteRefusal.NotAccepted), MediaSniffer.Unknown);

        var (digested, digest) = digests.Take(upload);
        using (digest)
        {
            var isHeld = await assembly.ReadAsync([.. chunks.Skip(digested)], async body =>
            {
                using var part = new PartBuffer(ObjectWriter.PartBytes);
                for (var more = true; more;)
                {
                    more = await part.FillAsync(body, cancellationToken);
                    digest.AppendData(part.Content.Span);
                    if (more && !await keepLease(cancellationToken)) return false;
                }

                return true;
            }, cancellationToken);
            isHeld = isHeld && await MoveAsync(chunks.Where(c => c.LiesInRow), keepLease, cancellationToken);
            if (!isHeld) return (WriteResult.Refused(WriteRefusal.NoRoom), MediaSniffer.Unknown);
            return (new("", upload.Bytes, Convert.ToHexStringLower(digest.GetHashAndReset())), type ?? MediaSniffer.Unknown);
        }
    }

    /// <summary>Copies the chunks, in order, into one object.</summary>
    public async Task<(WriteResult Written, string ContentType)> JoinAsync(
        Upload upload, IReadOnlyList<Chunk> chunks, Func<CancellationToken, ValueTask<bool>> keepLease, CancellationToken cancellationToken)
    {
        string? type = null;
        var rules = new WriteRules(
            ObjectWriter.MaxObjectBytes, head => IsTaken(upload, type = MediaSniffer.Sniff(head.Span)), (_, cancel) => keepLease(cancel));
        var key = ObjectKeys.NewObject(upload.OrganizationId, upload.RecordingId, ObjectKind.Master);
        var written = await assembly.ReadAsync(
            chunks, body => objects.WriteAsync(key, MediaSniffer.Unknown, body, rules, cancellationToken), cancellationToken);
        return (written, type ?? MediaSniffer.Unknown);
    }

    /// <summary>A file is audio by its content. Chunks are taken as they came: a meeting is not thrown away.</summary>
    private static bool IsTaken(Upload upload, string? type) => upload.Length is null || type is not null;

    /// <summary>Moves chunks from their rows to the store. They are the chunks that they were, whatever becomes of the master.</summary>
    /// <returns>False when the lease is lost.</returns>
    private async Task<bool> MoveAsync(
        IEnumerable<Chunk> chunks, Func<CancellationToken, ValueTask<bool>> keepLease, CancellationToken cancellationToken)
    {
        foreach (var chunk in chunks)
        {
            using var bytes = new MemoryStream(await rows.ReadAsync(chunk, cancellationToken));
            var written = await objects.WriteAsync(
                ObjectKeys.NewChunk(chunk.OrganizationId, chunk.RecordingId), MediaSniffer.Unknown, bytes, new(ChunkOptions.MaxBytes), cancellationToken);
            var moved = await db.Database.ExecuteSqlAsync($"""
                update chunks set object_key = {written.Key}, content = null
                where organization_id = {chunk.OrganizationId} and recording_id = {chunk.RecordingId} and index = {chunk.Index} and object_key = ''
                """, cancellationToken);
            if (moved is 0) await objects.DropAsync(written, cancellationToken);
            if (!await keepLease(cancellationToken)) return false;
        }

        return true;
    }

    private async Task<byte[]> ReadHeadAsync(Chunk first, CancellationToken cancellationToken)
    {
        if (first.LiesInRow) return [.. (await rows.ReadAsync(first, cancellationToken)).Take(HeadBytes)];
        var request = new GetObjectRequest { BucketName = store.Bucket, Key = first.ObjectKey, ByteRange = new(0, HeadBytes - 1) };
        using var response = await store.Client.GetObjectAsync(request, cancellationToken);
        using var part = new PartBuffer(HeadBytes);
        await part.FillAsync(response.ResponseStream, cancellationToken);
        return part.Content.ToArray();
    }
}
