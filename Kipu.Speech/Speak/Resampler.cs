namespace Kipu.Speech;

/// <summary>Changes the sample rate of a mono stream by windowed-sinc interpolation (32 taps, Hann), block by block.</summary>
internal sealed class Resampler(int from, int to)
{
    private const int HalfTaps = 16;

    private readonly double _step = (double)from / to;
    // Below 1 when the rate falls: the filter then also keeps out what the new rate can't carry.
    private readonly double _cutoff = Math.Min(1, (double)to / from) * 0.95;
    private float[] _history = new float[HalfTaps];
    private double _position = HalfTaps;

    public float[] Process(ReadOnlySpan<float> block)
    {
        var input = new float[_history.Length + block.Length];
        _history.CopyTo(input, 0);
        block.CopyTo(input.AsSpan(_history.Length));

        var output = new List<float>((int)(block.Length / _step) + 2);
        for (; _position + HalfTaps < input.Length; _position += _step)
        {
            output.Add(At(input, _position));
        }

        var keepFrom = Math.Max(0, (int)_position - HalfTaps);
        _history = input[keepFrom..];
        _position -= keepFrom;
        return [.. output];
    }

    /// <summary>What is still inside the filter.</summary>
    public float[] Flush() => Process(new float[HalfTaps]);

    private float At(float[] input, double position)
    {
        var centre = (int)position;
        double sum = 0, weights = 0;
        for (var i = centre - HalfTaps + 1; i <= centre + HalfTaps; i++)
        {
            var distance = i - position;
            var window = 0.5 + (0.5 * Math.Cos(Math.PI * distance / HalfTaps));
            var x = Math.PI * distance * _cutoff;
            var weight = (Math.Abs(x) < 1e-9 ? 1 : Math.Sin(x) / x) * window;
            sum += input[i] * weight;
            weights += weight;
        }
        return (float)(sum / weights);
    }
}
