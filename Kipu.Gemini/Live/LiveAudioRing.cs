namespace Kipu.Gemini;

/// <summary>
/// The last three seconds of what the user is saying. A state that is resumed ends with the last turn, so that after a
/// change of connection the beginning of the present one is sent again.
/// </summary>
internal sealed class LiveAudioRing
{
    private const int Capacity = 3 * LiveWire.InputSampleRate * sizeof(short);

    private readonly Lock _lock = new();
    private readonly Queue<byte[]> _pieces = new();
    private int _length;

    public void Add(ReadOnlySpan<byte> pcm)
    {
        lock (_lock)
        {
            _pieces.Enqueue(pcm.ToArray());
            _length += pcm.Length;
            while (_length > Capacity && _pieces.Count > 1) _length -= _pieces.Dequeue().Length;
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _pieces.Clear();
            _length = 0;
        }
    }

    public IReadOnlyList<byte[]> Snapshot()
    {
        lock (_lock)
        {
            return [.. _pieces];
        }
    }
}
