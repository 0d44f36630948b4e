namespace Kipu.Speech;

/// <summary>The highest level between the samples, by four times oversampling, and the outline for players.</summary>
internal sealed class PeakMeter(int sampleRate, int channels)
{
    /// <summary>The outline's resolution: 72,000 numbers an hour.</summary>
    public const int PerSecond = 20;

    private const int Taps = 12;
    private const int Oversampling = 4;

    private static readonly float[][] Phases = [.. Enumerable.Range(1, Oversampling - 1).Select(Phase)];
    // No sum of the filter can exceed this times the loudest sample under it, so quiet stretches needn't be filtered.
    private static readonly float Ceiling = Phases.Max(phase => phase.Sum(Math.Abs));

    private readonly float[][] _history = [.. Enumerable.Range(0, channels).Select(_ => new float[Taps])];
    private readonly List<int> _outline = [];
    private readonly int _step = sampleRate / PerSecond;
    private readonly int[] _toFilter = new int[channels];
    private float _truePeak;
    private float _stepPeak;
    private int _filled;

    /// <param name="samples">Interleaved.</param>
    public void Add(ReadOnlySpan<float> samples)
    {
        for (var i = 0; i < samples.Length; i += channels)
        {
            for (var c = 0; c < channels; c++)
            {
                Add(c, samples[i + c]);
            }
            if (++_filled == _step) EndStep();
        }
    }

    /// <returns>Null for digital silence.</returns>
    public double? TruePeakDbtp() => _truePeak > 0 ? 20 * Math.Log10(_truePeak) : null;

    public Waveform Outline(double seconds)
    {
        if (_filled > 0) EndStep();
        return new Waveform(1, Math.Round(seconds, 3), PerSecond, _outline);
    }

    private void Add(int channel, float sample)
    {
        var history = _history[channel];
        var level = Math.Abs(sample);
        _stepPeak = Math.Max(_stepPeak, level);
        _truePeak = Math.Max(_truePeak, level);

        Array.Copy(history, 1, history, 0, Taps - 1);
        history[^1] = sample;
        if (level * Ceiling > _truePeak) _toFilter[channel] = Taps;
        if (_toFilter[channel] == 0) return;
        _toFilter[channel]--;

        foreach (var phase in Phases)
        {
            var sum = 0f;
            for (var i = 0; i < Taps; i++) sum += phase[i] * history[i];
            _truePeak = Math.Max(_truePeak, Math.Abs(sum));
        }
    }

    private void EndStep()
    {
        _outline.Add((int)Math.Round(Math.Min(1, _stepPeak) * 255));
        (_stepPeak, _filled) = (0, 0);
    }

    private static float[] Phase(int phase)
    {
        var taps = Enumerable.Range(0, Taps).Select(i =>
        {
            var distance = i - ((Taps / 2) - 1) - ((double)phase / Oversampling);
            var window = 0.5 + (0.5 * Math.Cos(Math.PI * distance / (Taps / 2)));
            return Math.Sin(Math.PI * distance) / (Math.PI * distance) * window;
        }).ToArray();
        var sum = taps.Sum();
        return [.. taps.Select(tap => (float)(tap / sum))];
    }
}
