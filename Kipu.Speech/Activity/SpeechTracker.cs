namespace Kipu.Speech;

/// <summary>Makes stretches of speech out of the probabilities of windows.</summary>
internal sealed class SpeechTracker : IDisposable
{
    private const float On = 0.5f;
    private const float Off = 0.35f;
    private const double WindowSeconds = (double)IVoiceDetector.Window / Pcm.Rate;
    private const double CloseAfter = 0.1;
    private const double Shortest = 0.25;
    private const double Pad = 0.03;

    // No voice is this faint (-80 dBFS): the model needn't be asked, so hours of digital silence cost nothing.
    private const float Nothing = 1e-4f;

    private readonly IVoiceDetector _detector;
    private readonly List<TimeRange> _speech = [];
    private double? _start;
    private double? _quietSince;
    private double _now;

    /// <param name="detector">Disposed with the tracker.</param>
    /// <param name="offset">Seconds at which the first window begins.</param>
    public SpeechTracker(IVoiceDetector detector, double offset)
    {
        (_detector, _now) = (detector, offset);
    }

    /// <summary>What was found so far; the stretch that is still open isn't in it.</summary>
    public IReadOnlyList<TimeRange> Speech => _speech;

    /// <summary>True while somebody may be speaking: the stretch may turn out too short to count.</summary>
    public bool IsOpen => _start is not null;

    /// <param name="window">512 samples.</param>
    /// <returns>The stretch that this window brought to its end.</returns>
    public TimeRange? Add(ReadOnlySpan<float> window)
    {
        var probability = IsNothing(window) ? 0 : _detector.Probability(window);
        var windowStart = _now;
        _now += WindowSeconds;

        if (probability >= On)
        {
            _start ??= windowStart;
            _quietSince = null;
        }
        else if (_start is not null && probability < Off)
        {
            _quietSince ??= windowStart;
            if (_now - _quietSince >= CloseAfter) return Close(_quietSince.Value);
        }
        return null;
    }

    /// <summary>Closes what is open at the recording's end.</summary>
    public TimeRange? Finish() => _start is null ? null : Close(_quietSince ?? _now);

    /// <summary>The same history, from now on with ears of its own.</summary>
    public SpeechTracker Clone()
    {
        var clone = new SpeechTracker(_detector.Clone(), _now) { _start = _start, _quietSince = _quietSince };
        clone._speech.AddRange(_speech);
        return clone;
    }

    public void Dispose() => _detector.Dispose();

    private static bool IsNothing(ReadOnlySpan<float> window)
    {
        foreach (var sample in window)
        {
            if (Math.Abs(sample) >= Nothing) return false;
        }
        return true;
    }

    private TimeRange? Close(double end)
    {
        var start = _start!.Value;
        (_start, _quietSince) = (null, null);
        if (end - start < Shortest) return null;

        var from = Math.Max(start - Pad, _speech.Count > 0 ? _speech[^1].End : 0);
        var range = new TimeRange(from, end + Pad);
        _speech.Add(range);
        return range;
    }
}
