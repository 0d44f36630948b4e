using System.Buffers;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kipu.ServiceDefaults;

public static class SocketBlocksExtensions
{
    /// <summary>
    /// Has Kestrel read its sockets in blocks of 64 KiB. Its own have 4 KiB, which makes two thousand system calls of a chunk of audio of 8 MiB.
    /// A connection that waits holds no block.
    /// </summary>
    public static void ReadInLargeBlocks(this IHostApplicationBuilder builder) =>
        builder.Services.AddSingleton<IMemoryPoolFactory<byte>, SocketBlocks>();
}

/// <summary>Blocks of the shared array pool.</summary>
internal sealed class SocketBlocks : IMemoryPoolFactory<byte>
{
    private const int BlockBytes = 64 * 1024;

    public MemoryPool<byte> Create(MemoryPoolOptions? options = null) => new Pool();

    private sealed class Pool : MemoryPool<byte>
    {
        public override int MaxBufferSize => BlockBytes;

        public override IMemoryOwner<byte> Rent(int minBufferSize = -1)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(minBufferSize, BlockBytes);
            return new Block(ArrayPool<byte>.Shared.Rent(BlockBytes));
        }

        protected override void Dispose(bool disposing)
        {
            // What was rented goes back to the shared pool by itself.
        }
    }

    private sealed class Block(byte[] bytes) : IMemoryOwner<byte>
    {
        private byte[]? _bytes = bytes;

        public Memory<byte> Memory => _bytes ?? throw new ObjectDisposedException(nameof(Block));

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _bytes, null) is { } rented) ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
