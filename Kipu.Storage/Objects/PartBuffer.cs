using System.Buffers;

namespace Kipu.Storage;

/// <summary>Holds one part of a body: at most sixteen times as large as what came, and never larger than the part may be.</summary>
internal sealed class PartBuffer(int limit) : IDisposable
{
    private readonly byte[] _ahead = new byte[1];
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(Math.Min(limit, 64 * 1024));
    private bool _isAhead;

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Content => _bytes.AsMemory(0, Length);

    /// <summary>A view for a client that wants to read twice: once to sign, once to send.</summary>
    public MemoryStream OpenRead() => new(_bytes, 0, Length, writable: false);

    /// <summary>Replaces the content by what comes next.</summary>
    /// <returns>True when more follows. A body that just fills the part is one part, not two: hence a byte is read ahead.</returns>
    public async ValueTask<bool> FillAsync(Stream body, CancellationToken cancellationToken)
    {
        Length = 0;
        if (_isAhead) _bytes[Length++] = _ahead[0];
        _isAhead = false;
        while (Length < limit)
        {
            if (Length == _bytes.Length) Grow();
            var room = Math.Min(_bytes.Length, limit) - Length;
            var read = await body.ReadAsync(_bytes.AsMemory(Length, room), cancellationToken);
            if (read == 0) return false;
            Length += read;
        }

        return _isAhead = await body.ReadAsync(_ahead, cancellationToken) > 0;
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_bytes);

    private void Grow()
    {
        // In two steps to a part of 8 MiB: each leaves an array behind, and copies.
        var larger = ArrayPool<byte>.Shared.Rent(Math.Min(limit, _bytes.Length * 16));
        Content.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
