using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Kipu.Storage;

/// <summary>Reads the bytes of chunks that lie in their rows; each is checked against the digest it was acknowledged with.</summary>
/// <remarks>With connections of its own: what it reads is asked for while others use the caller's.</remarks>
internal sealed class ChunkRows(IServiceScopeFactory scopes)
{
    /// <summary>Rows that are read at once: some megabyte at most, by default.</summary>
    private const int Stretch = 16;

    public async Task<byte[]> ReadAsync(Chunk chunk, CancellationToken cancellationToken) =>
        await ReadAsync([chunk], cancellationToken).SingleAsync(cancellationToken);

    /// <summary>Reads them one after the other, in the order of their indices, which is the caller's.</summary>
    public async IAsyncEnumerable<byte[]> ReadAsync(
        IEnumerable<Chunk> chunks, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var stretch in chunks.Chunk(Stretch))
        {
            var read = await FetchAsync(stretch, cancellationToken);
            foreach (var chunk in stretch)
            {
                var bytes = read.GetValueOrDefault(chunk.Index, []);
                chunk.Check(SHA256.HashData(bytes));
                yield return bytes;
            }
        }
    }

    private async Task<Dictionary<int, byte[]>> FetchAsync(Chunk[] chunks, CancellationToken cancellationToken)
    {
        var indices = chunks.Select(c => c.Index).ToList();
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<StorageDbContext>();
        return await db.Chunks.Where(c => c.OrganizationId == chunks[0].OrganizationId && c.RecordingId == chunks[0].RecordingId)
            .Where(c => c.Content != null && indices.Contains(c.Index)).Select(c => new { c.Index, c.Content!.Bytes })
            .ToDictionaryAsync(c => c.Index, c => c.Bytes, cancellationToken);
    }
}
