using System.Runtime.InteropServices;

namespace Kipu.Simulators;

/// <summary>Hears by loudness when somebody begins and ends to speak. It counts samples, not time, so it only runs on audio that comes.</summary>
/// <param name="threshold">Loudness (root mean square of 16-bit samples) from which on a frame counts as speech.</param>
/// <param name="beginsAfter">Speech that is needed before it counts as a beginning.</param>
/// <param name="endsAfter">Quiet that is needed before it counts as an end.</param>
internal sealed class LiveSpeechDetector(double threshold, TimeSpan beginsAfter, TimeSpan endsAfter)
{
    public const int SampleRate = 16_000;

    private const int FrameMilliseconds = 20;
    private const int FrameSamples = SampleRate * FrameMilliseconds / 1000;
    private const int PreRollSamples = SampleRate * 300 / 1000;
    private const double NoiseMargin = 3;

    private readonly List<short> _utterance = [];
    private readonly List<short> _frame = new(FrameSamples);
    private double _noise;
    private int _loudFrames;
    private int _quietFrames;

    public bool IsSpeaking { get; private set; }

    /// <summary>Takes samples in.</summary>
    /// <param name="samples">16 kHz.</param>
    /// <param name="began">Called when speech begins.</param>
    /// <param name="ended">Called with the whole utterance when it is over.</param>
    public void Hear(ReadOnlySpan<short> samples, Action began, Action<byte[]> ended)
    {
        foreach (var sample in samples)
        {
            _frame.Add(sample);
            if (_frame.Count < FrameSamples) continue;

            Judge(began, ended);
            _frame.Clear();
        }
    }

    /// <summary>The stream ends: what was being said is over.</summary>
    public void Flush(Action<byte[]> ended)
    {
        if (IsSpeaking) End(ended);
    }

    private void Judge(Action began, Action<byte[]> ended)
    {
        var loudness = Math.Sqrt(_frame.Sum(sample => (double)sample * sample) / FrameSamples);
        var isLoud = loudness > Math.Max(threshold, _noise * NoiseMargin);
        _utterance.AddRange(_frame);
        (_loudFrames, _quietFrames) = isLoud ? (_loudFrames + 1, 0) : (0, _quietFrames + 1);
        if (IsSpeaking)
        {
            if (_quietFrames * FrameMilliseconds >= endsAfter.TotalMilliseconds) End(ended);
            return;
        }

        if (!isLoud) _noise += (loudness - _noise) * 0.05;
        if (_loudFrames > 0 && _loudFrames * FrameMilliseconds >= beginsAfter.TotalMilliseconds)
        {
            IsSpeaking = true;
            began();
        }
        else if (_utterance.Count > PreRollSamples + (_loudFrames * FrameSamples))
        {
            _utterance.RemoveRange(0, FrameSamples);
        }
    }

    private void End(Action<byte[]> ended)
    {
        IsSpeaking = false;
        _loudFrames = 0;
        var pcm = MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_utterance)).ToArray();
        _utterance.Clear();
        ended(pcm);
    }
}
