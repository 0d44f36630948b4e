namespace Kipu.Gemini;

/// <summary>
/// Knows whether the model owes an answer, and since when. Sessions have been seen that go on transcribing but never
/// answer any more.
/// </summary>
internal sealed class LiveWatchdog(TimeProvider time, TimeSpan patience)
{
    private static readonly TimeSpan LongestTick = TimeSpan.FromMilliseconds(250);

    private readonly Lock _lock = new();
    private long? _owedSince;
    private bool _isAnswering;

    public TimeSpan Tick { get; } = patience / 4 < LongestTick ? patience / 4 : LongestTick;

    public bool IsOverdue
    {
        get
        {
            lock (_lock)
            {
                return _owedSince is { } since && time.GetElapsedTime(since) > patience;
            }
        }
    }

    /// <summary>Between two turns.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_lock)
            {
                return _owedSince is null && !_isAnswering;
            }
        }
    }

    public void ExpectAnswer()
    {
        lock (_lock)
        {
            _owedSince = time.GetTimestamp();
        }
    }

    public void Reset()
    {
        lock (_lock)
        {
            (_owedSince, _isAnswering) = (null, false);
        }
    }

    public void Note(LiveEvent happened)
    {
        lock (_lock)
        {
            switch (happened)
            {
                // A user who is still speaking moves the time on with each word.
                case LiveInputTranscript when !_isAnswering:
                    _owedSince = time.GetTimestamp();
                    break;
                case LiveAudio or LiveText or LiveToolCall:
                    (_owedSince, _isAnswering) = (null, true);
                    break;
                case LiveInterrupted or LiveTurnComplete:
                    (_owedSince, _isAnswering) = (null, false);
                    break;
            }
        }
    }
}
