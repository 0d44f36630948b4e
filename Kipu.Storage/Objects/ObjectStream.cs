using Amazon.S3.Model;

namespace Kipu.Storage;

/// <summary>An object in the store, as a part of what it belongs to.</summary>
internal sealed record StoredPiece(string ObjectKey, long Bytes);

/// <summary>
/// Bytes that lie in one object or, in order, in several, as one stream that can seek: the first read after a seek asks the store for the
/// rest of the object there.
/// </summary>
internal sealed class ObjectStream : Stream
{
    private readonly ObjectStore _store;
    private readonly IReadOnlyList<StoredPiece> _pieces;
    private readonly long[] _ends;
    private GetObjectResponse? _response;
    private int _piece;
    private long _position;

    public ObjectStream(ObjectStore store, IReadOnlyList<StoredPiece> pieces)
    {
        (_store, _pieces) = (store, pieces);
        _ends = new long[pieces.Count];
        for (var i = 0; i < pieces.Count; i++) _ends[i] = (i > 0 ? _ends[i - 1] : 0) + pieces[i].Bytes;
    }

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => _ends.Length > 0 ? _ends[^1] : 0;

    public override long Position
    {
        get => _position;
        set => Seek(value, SeekOrigin.Begin);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position >= Length || buffer.IsEmpty) return 0;
        if (_response is null) await OpenAsync(cancellationToken);
        var read = await _response!.ResponseStream.ReadAsync(buffer, cancellationToken);
        if (read == 0) throw new EndOfStreamException("The store sent less of the object than it has.");
        _position += read;
        if (_position == _ends[_piece]) CloseResponse();
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin)
    {
        var target = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => _position + offset,
            _ => Length + offset,
        };
        ArgumentOutOfRangeException.ThrowIfNegative(target, nameof(offset));
        if (target != _position) CloseResponse();
        return _position = target;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Objects are read asynchronously.");

    public override void Flush() => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) CloseResponse();
        base.Dispose(disposing);
    }

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        var found = Array.BinarySearch(_ends, _position);
        // At the end of one piece the next begins.
        _piece = found >= 0 ? found + 1 : ~found;
        var from = _position - (_piece > 0 ? _ends[_piece - 1] : 0);
        _response = await _store.Client.GetObjectAsync(
            new()
            {
                BucketName = _store.Bucket,
                Key = _pieces[_piece].ObjectKey,
                ByteRange = from == 0 ? null : new($"bytes={from}-"),
            },
            cancellationToken);
    }

    private void CloseResponse()
    {
        _response?.Dispose();
        _response = null;
    }
}
