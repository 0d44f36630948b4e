using System.Security.Cryptography;
using Amazon.S3;
using Amazon.S3.Model;

namespace Kipu.Storage;

/// <summary>What a body must be like to be stored.</summary>
/// <param name="MaxBytes">Longer bodies are refused.</param>
/// <param name="Accepts">Is shown the first bytes; null takes anything.</param>
/// <param name="HasRoom">Is told, before they are stored, how many bytes it will be by then; null has room for all.</param>
/// <param name="Digest">Is given all bytes as well.</param>
/// <param name="HeldBytes">A body of at most so many bytes is not put into the store, but handed back.</param>
internal sealed record WriteRules(
    long MaxBytes, Func<ReadOnlyMemory<byte>, bool>? Accepts = null, Func<long, CancellationToken, ValueTask<bool>>? HasRoom = null,
    IncrementalHash? Digest = null, int HeldBytes = 0);

internal enum WriteRefusal
{
    Empty,
    TooLarge,
    NotAccepted,
    NoRoom,
}

/// <summary>Either what was written, or why nothing was.</summary>
/// <param name="Key">Empty when no object of its own was written.</param>
/// <param name="Bytes">How many there were.</param>
/// <param name="Sha256">Their digest, lower-case hex.</param>
/// <param name="Refusal">Why it is not taken.</param>
/// <param name="Content">The bytes, when they were to be handed back.</param>
internal sealed record WriteResult(string Key, long Bytes, string Sha256, WriteRefusal? Refusal = null, byte[]? Content = null)
{
    public static WriteResult Refused(WriteRefusal refusal) => new("", 0, "", refusal);
}

/// <summary>
/// Streams a body of unknown length into one object, holding no more of it than one part. What fits into a part is put at once;
/// more becomes a multipart upload, so that the object appears when it is whole or not at all.
/// </summary>
internal sealed partial class ObjectWriter(ObjectStore store, ILogger<ObjectWriter> logger)
{
    /// <summary>S3 wants at least 5 MiB, and stores allow at least 1,000 parts: 8.38 GB an object.</summary>
    public const int PartBytes = 8 * 1024 * 1024;
    public const long MaxObjectBytes = 1000L * PartBytes;

    public async Task<WriteResult> WriteAsync(string key, string contentType, Stream body, WriteRules rules,
        CancellationToken cancellationToken)
    {
        using var part = new PartBuffer(PartBytes);
        var more = await part.FillAsync(body, cancellationToken);
        if (part.Length == 0) return WriteResult.Refused(WriteRefusal.Empty);
        if (rules.Accepts?.Invoke(part.Content) is false) return WriteResult.Refused(WriteRefusal.NotAccepted);
        if (await RefusalAsync(part.Length, rules, cancellationToken) is { } refusal) return WriteResult.Refused(refusal);

        rules.Digest?.AppendData(part.Content.Span);
        if (!more && part.Length <= rules.HeldBytes) return new("", part.Length, DigestOf(part), Content: part.Content.ToArray());
        return more
            ? await WritePartsAsync(key, contentType, body, part, rules, cancellationToken)
            : await PutAsync(key, contentType, part, cancellationToken);
    }

    /// <summary>Writes what the part holds as one object.</summary>
    public async Task<WriteResult> PutAsync(string key, string contentType, PartBuffer part, CancellationToken cancellationToken)
    {
        var sha256 = DigestOf(part);
        await store.Client.PutObjectAsync(new()
        {
            BucketName = store.Bucket,
            Key = key,
            ContentType = contentType,
            InputStream = part.OpenRead(),
            UseChunkEncoding = false,
            // The client signs this digest instead of making it once more; the store compares what comes with it.
            Headers = { ["x-amz-content-sha256"] = sha256 },
        }, cancellationToken);
        return new(key, part.Length, sha256);
    }

    public async Task DeleteAsync(string key, CancellationToken cancellationToken) =>
        await store.Client.DeleteObjectAsync(store.Bucket, key, cancellationToken);

    /// <summary>Takes back what serves nobody.</summary>
    public async Task DropAsync(WriteResult written, CancellationToken cancellationToken)
    {
        if (written.Key.Length > 0) await DeleteAsync(written.Key, cancellationToken);
    }

    private static string DigestOf(PartBuffer part) => Convert.ToHexStringLower(SHA256.HashData(part.Content.Span));

    private static async ValueTask<WriteRefusal?> RefusalAsync(long bytes, WriteRules rules, CancellationToken cancellationToken)
    {
        if (bytes > rules.MaxBytes) return WriteRefusal.TooLarge;
        return rules.HasRoom is { } hasRoom && !await hasRoom(bytes, cancellationToken) ? WriteRefusal.NoRoom : null;
    }

    private async Task<WriteResult> WritePartsAsync(
        string key, string contentType, Stream body, PartBuffer part, WriteRules rules, CancellationToken cancellationToken)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        digest.AppendData(part.Content.Span);
        var upload = await store.Client.InitiateMultipartUploadAsync(
            new() { BucketName = store.Bucket, Key = key, ContentType = contentType }, cancellationToken);
        var completed = false;
        try
        {
            var tags = new List<PartETag> { await PutPartAsync(upload, 1, part, cancellationToken) };
            long bytes = part.Length;
            for (var more = true; more;)
            {
                more = await part.FillAsync(body, cancellationToken);
                if (part.Length == 0) break;
                bytes += part.Length;
                if (await RefusalAsync(bytes, rules, cancellationToken) is { } refusal) return WriteResult.Refused(refusal);
                digest.AppendData(part.Content.Span);
                rules.Digest?.AppendData(part.Content.Span);
                tags.Add(await PutPartAsync(upload, tags.Count + 1, part, cancellationToken));
            }

            await store.Client.CompleteMultipartUploadAsync(
                new() { BucketName = store.Bucket, Key = key, UploadId = upload.UploadId, PartETags = tags }, cancellationToken);
            completed = true;
            return new(key, bytes, Convert.ToHexStringLower(digest.GetHashAndReset()));
        }
        finally
        {
            if (!completed) await AbortAsync(upload);
        }
    }

    private async Task<PartETag> PutPartAsync(InitiateMultipartUploadResponse upload, int number, PartBuffer part,
        CancellationToken cancellationToken)
    {
        var response = await store.Client.UploadPartAsync(new()
        {
            BucketName = upload.BucketName,
            Key = upload.Key,
            UploadId = upload.UploadId,
            PartNumber = number,
            PartSize = part.Length,
            InputStream = part.OpenRead(),
            UseChunkEncoding = false,
        }, cancellationToken);
        return new(number, response.ETag);
    }

    /// <remarks>Runs after a failure or a refusal, also one by cancellation; when it fails too, the sweep clears up later.</remarks>
    private async Task AbortAsync(InitiateMultipartUploadResponse upload)
    {
        try
        {
            await store.Client.AbortMultipartUploadAsync(upload.BucketName, upload.Key, upload.UploadId, CancellationToken.None);
        }
        catch (Exception exception) when (exception is AmazonS3Exception or HttpRequestException or IOException)
        {
            LogAbortFailed(logger, exception, upload.Key);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Parts of {Key} could not be removed; the sweep will")]
    private static partial void LogAbortFailed(ILogger logger, Exception exception, string key);
}
