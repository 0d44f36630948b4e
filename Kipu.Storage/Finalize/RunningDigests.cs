using System.Security.Cryptography;
using Microsoft.Extensions.Caching.Memory;

namespace Kipu.Storage;

/// <summary>
/// The SHA-256 of recordings as far as their chunks came in order through this process, so that finalizing need not read them again.
/// A hint, not a record: what it doesn't know, because of a restart, other processes or other orders, is read from the store.
/// </summary>
internal sealed class RunningDigests : IDisposable
{
    private static readonly MemoryCacheEntryOptions Entry = new() { Size = 1, SlidingExpiration = TimeSpan.FromHours(1) };
    private readonly MemoryCache _digests = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    /// <summary>Begins to digest the chunk with this index on top of those before it.</summary>
    /// <returns>The caller's own; null when the chunks before it are not known.</returns>
    public IncrementalHash? Begin(Upload? upload, int index)
    {
        if (index is 0) return IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        return upload is not null && Find(upload) is { } known && known.Chunks == index ? known.Digest.Clone() : null;
    }

    /// <summary>Notes the digest of the upload's first chunks, all of which are committed.</summary>
    public void Note(Upload upload, int chunks, IncrementalHash digest) =>
        _digests.Set(KeyOf(upload), new Known(chunks, digest.Clone()), Entry);

    /// <returns>How many chunks are digested, and the digest to go on with, which is the caller's own.</returns>
    public (int Chunks, IncrementalHash Digest) Take(Upload upload) => Find(upload) is { } known
        ? (known.Chunks, known.Digest.Clone())
        : (0, IncrementalHash.CreateHash(HashAlgorithmName.SHA256));

    public void Dispose() => _digests.Dispose();

    private Known? Find(Upload upload) => _digests.Get<Known>(KeyOf(upload));

    /// <summary>With the beginning: an id that was given up can be used again.</summary>
    private static object KeyOf(Upload upload) => (upload.OrganizationId, upload.RecordingId, upload.CreatedAt);

    private sealed record Known(int Chunks, IncrementalHash Digest);
}
