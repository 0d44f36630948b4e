using Amazon.S3.Model;

namespace Kipu.Storage;

/// <summary>The two ways in which chunks become a master: large ones stay where they are, small ones are joined into one object.</summary>
internal sealed class MasterOfChunks(ObjectStore store, ChunkAssembly assembly, ObjectWriter objects, RunningDigests digests)
{
    private const int HeadBytes = 64;

    /// <summary>Makes the chunks, in order, the master as they are. What was not digested when it came is read for it.</summary>
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
            if (!isHeld) return (WriteResult.Refused(WriteRefusal.NoRoom), MediaSniffer.Unknown);
            return (new("", upload.Bytes, Convert.ToHexStringLower(digest.GetHashAndReset()), null), type ?? MediaSniffer.Unknown);
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

    /// <summary>Takes back what became no master. The chunks stay.</summary>
    public async Task DropAsync(WriteResult written, CancellationToken cancellationToken)
    {
        if (written.Key.Length > 0) await objects.DeleteAsync(written.Key, cancellationToken);
    }

    /// <summary>A file is audio by its content. Chunks are taken as they came: a meeting is not thrown away.</summary>
    private static bool IsTaken(Upload upload, string? type) => upload.Length is null || type is not null;

    private async Task<byte[]> ReadHeadAsync(Chunk first, CancellationToken cancellationToken)
    {
        var request = new GetObjectRequest { BucketName = store.Bucket, Key = first.ObjectKey, ByteRange = new(0, HeadBytes - 1) };
        using var response = await store.Client.GetObjectAsync(request, cancellationToken);
        using var part = new PartBuffer(HeadBytes);
        await part.FillAsync(response.ResponseStream, cancellationToken);
        return part.Content.ToArray();
    }
}
