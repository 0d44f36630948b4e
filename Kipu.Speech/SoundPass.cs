namespace Kipu.Speech;

/// <summary>All that is measured while a recording streams by once.</summary>
internal sealed class SoundPass : IDisposable
{
    // Below this the second channel is the first one again: browsers declare two channels for one microphone.
    private const float SameSample = 1e-3f;
    // So much speech must be on a channel of its own before it is taken for a person's.
    private const double LeastSpeechOfChannel = 1;

    private readonly int _channels;
    private readonly double _offset;
    private readonly LoudnessMeter _loudness;
    private readonly PeakMeter _peaks;
    private readonly SpeechTracker _mid;
    private readonly SpeechTracker?[] _sides = new SpeechTracker?[2];
    private readonly ChannelBalance _balance = new();
    private readonly VoiceListener _voices;
    private readonly float[] _midWindow = new float[IVoiceDetector.Window];
    private readonly float[][] _sideWindows = [new float[IVoiceDetector.Window], new float[IVoiceDetector.Window]];
    private int _filled;

    public SoundPass(IVoiceDetector detector, int channels, double offset)
    {
        (_channels, _offset) = (channels, offset);
        _loudness = new LoudnessMeter(Pcm.Rate, channels);
        _peaks = new PeakMeter(Pcm.Rate, channels);
        _mid = new SpeechTracker(detector, offset);
        _voices = new VoiceListener(offset);
    }

    /// <param name="samples">Interleaved.</param>
    public void Add(ReadOnlySpan<float> samples)
    {
        _loudness.Add(samples);
        _peaks.Add(samples);
        for (var i = 0; i < samples.Length; i += _channels)
        {
            var (left, right) = (samples[i], samples[i + _channels - 1]);
            (_sideWindows[0][_filled], _sideWindows[1][_filled], _midWindow[_filled]) = (left, right, (left + right) / 2);
            if (++_filled == IVoiceDetector.Window) EndWindow();
        }
    }

    /// <summary>To be called once, after the last block.</summary>
    public SoundFindings Finish(double seconds, int? speakers)
    {
        if (_filled > 0)
        {
            foreach (var window in (float[][])[_midWindow, .. _sideWindows]) window.AsSpan(_filled).Clear();
            EndWindow();
        }
        if (_mid.Finish() is { } last) _voices.Close(last);
        foreach (var side in _sides) side?.Finish();

        var end = _offset + seconds;
        var channels = _sides.OfType<SpeechTracker>().Select(side => Clip(side.Speech, end)).ToArray();
        var byChannel = channels.Length == 2 && _balance.AreDifferent
            && channels.All(speech => speech.Sum(range => range.Seconds) >= LeastSpeechOfChannel);
        var speech = Clip(byChannel ? channels.SelectMany(side => side) : _mid.Speech, end).Join();
        var voices = byChannel ? VoiceReports.ByChannel(channels) : VoiceReports.ByTimbre(_voices.Stretches, speakers);
        return new SoundFindings(
            _loudness.Integrated(), _peaks.TruePeakDbtp(), _peaks.Outline(seconds), [.. speech.Select(range => range.Rounded())],
            speech.Silences(_offset, end), voices);
    }

    public void Dispose()
    {
        _mid.Dispose();
        foreach (var side in _sides) side?.Dispose();
    }

    private void EndWindow()
    {
        if (_channels == 2) HearSides();

        var closed = _mid.Add(_midWindow);
        _voices.Add(_midWindow, _mid.IsOpen || closed is not null);
        if (closed is not null) _voices.Close(closed);
        if (_channels == 2 && _mid.IsOpen) _balance.Add(_sideWindows[0], _sideWindows[1]);
        _filled = 0;
    }

    private void HearSides()
    {
        if (_sides[0] is null)
        {
            if (AreSame(_sideWindows[0], _sideWindows[1])) return;

            // Up to here both were what the middle was.
            _sides[0] = _mid.Clone();
            _sides[1] = _mid.Clone();
        }
        for (var i = 0; i < 2; i++) _sides[i]!.Add(_sideWindows[i]);
    }

    private static bool AreSame(float[] left, float[] right)
    {
        for (var i = 0; i < left.Length; i++)
        {
            if (Math.Abs(left[i] - right[i]) > SameSample) return false;
        }
        return true;
    }

    private static List<TimeRange> Clip(IEnumerable<TimeRange> ranges, double end) =>
        [.. ranges.Select(range => range with { End = Math.Min(range.End, end) }).Where(range => range.Seconds > 0)];
}

/// <summary>What one pass found.</summary>
internal sealed record SoundFindings(
    double? LoudnessLufs, double? TruePeakDbtp, Waveform Waveform, IReadOnlyList<TimeRange> Speech, IReadOnlyList<TimeRange> Silences,
    VoiceReport Voices);
