using System.Threading.Channels;

namespace Kipu.Voice;

/// <summary>
/// What waits to be sent to a browser: so many bytes and no more. The agent talks faster than one listens, so a whole answer
/// may wait here; a browser that doesn't take it in time is too slow, and its queue is closed rather than grown.
/// </summary>
internal sealed class OutboundQueue(int capacity = OutboundQueue.DefaultCapacity)
{
    /// <summary>Nearly a minute and a half of speech (24,000 samples of two bytes a second).</summary>
    public const int DefaultCapacity = 4 * 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly LinkedList<Frame> _frames = [];

    // Says only that there is something to look at; any number of news are one.
    private readonly Channel<bool> _news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private int _bytes;
    private bool _isComplete;

    /// <returns>False when there is no room: the browser is too slow.</returns>
    public bool TryAdd(Frame frame)
    {
        lock (_lock)
        {
            if (_isComplete) return true;
            if (_bytes + frame.Bytes.Length > capacity) return false;
            _frames.AddLast(frame);
            _bytes += frame.Bytes.Length;
        }

        _news.Writer.TryWrite(true);
        return true;
    }

    /// <summary>Forgets all speech that wasn't sent yet: the user has begun to speak.</summary>
    public void DropAudio()
    {
        lock (_lock)
        {
            for (var node = _frames.First; node is not null;)
            {
                var next = node.Next;
                if (node.Value.IsAudio)
                {
                    _bytes -= node.Value.Bytes.Length;
                    _frames.Remove(node);
                }

                node = next;
            }
        }
    }

    /// <summary>Nothing more is taken; what is here is still handed out.</summary>
    public void Complete()
    {
        lock (_lock)
        {
            _isComplete = true;
        }

        _news.Writer.TryWrite(true);
    }

    /// <returns>The next frame; null when the queue is complete and empty.</returns>
    public async Task<Frame?> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            lock (_lock)
            {
                if (_frames.First is { } first)
                {
                    _frames.RemoveFirst();
                    _bytes -= first.Value.Bytes.Length;
                    return first.Value;
                }

                if (_isComplete) return null;
            }

            await _news.Reader.ReadAsync(cancellationToken);
        }
    }
}
