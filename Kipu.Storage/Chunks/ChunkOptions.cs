using System.ComponentModel.DataAnnotations;

namespace Kipu.Storage;

/// <summary>Configuration section <c>Chunks</c>.</summary>
internal sealed class ChunkOptions
{
    /// <summary>Chunks are numbered below this.</summary>
    public const int MaxCount = 1_000_000;

    /// <summary>The largest chunk, which is also what Kestrel reads of such a request, headers of a multipart form aside.</summary>
    public const long MaxBytes = 16 * 1024 * 1024;

    /// <summary>
    /// Chunks of at most so many bytes lie in their rows until they are joined; with 0 every chunk goes to the store. Five seconds at 128 kbit/s
    /// are 80 kB, and from 85 kB on .NET would keep each on the heap of large objects.
    /// </summary>
    [Range(0, 1024 * 1024)]
    public int RowBytes { get; init; } = 80 * 1024;

    /// <summary>Chunks that are on average at least so large stay as they are: the master is their list. Smaller ones are joined.</summary>
    [Range(1, MaxBytes)]
    public long KeptBytes { get; init; } = 1024 * 1024;

    /// <summary>How long joining the chunks may go without a sign of life before another process may take it over.</summary>
    [Range(1, 3600)]
    public int AssemblyLeaseSeconds { get; init; } = 60;
}
