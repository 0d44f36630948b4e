namespace Kipu.Speech;

/// <summary>
/// Integrated loudness after ITU-R BS.1770-4: K-weighting by two biquads, blocks of 400 ms every 100 ms, an absolute gate at -70 LUFS and
/// a relative one 10 LU under what passed it.
/// </summary>
internal sealed class LoudnessMeter
{
    private const double AbsoluteGate = -70;
    private const int HopsPerBlock = 4;

    private readonly Biquad[] _shelf;
    private readonly Biquad[] _highPass;
    private readonly int _hop;
    private readonly double[] _hops = new double[HopsPerBlock];
    private readonly List<double> _blocks = [];
    private double _energy;
    private int _filled;
    private int _hopCount;

    public LoudnessMeter(int sampleRate, int channels)
    {
        _hop = sampleRate / 10;
        _shelf = [.. Enumerable.Range(0, channels).Select(_ => Biquad.KShelf(sampleRate))];
        _highPass = [.. Enumerable.Range(0, channels).Select(_ => Biquad.KHighPass(sampleRate))];
    }

    /// <param name="samples">Interleaved.</param>
    public void Add(ReadOnlySpan<float> samples)
    {
        var channels = _shelf.Length;
        for (var i = 0; i < samples.Length; i += channels)
        {
            for (var c = 0; c < channels; c++)
            {
                var weighted = _highPass[c].Next(_shelf[c].Next(samples[i + c]));
                _energy += weighted * weighted;
            }
            if (++_filled == _hop) EndHop();
        }
    }

    /// <returns>Null when nothing passed the gates.</returns>
    public double? Integrated()
    {
        var audible = _blocks.Where(energy => Lufs(energy) > AbsoluteGate).ToArray();
        if (audible.Length == 0) return null;

        var relativeGate = Lufs(audible.Average()) - 10;
        return Lufs(audible.Where(energy => Lufs(energy) > relativeGate).Average());
    }

    private void EndHop()
    {
        _hops[_hopCount++ % HopsPerBlock] = _energy;
        if (_hopCount >= HopsPerBlock) _blocks.Add(_hops.Sum() / (HopsPerBlock * _hop));
        (_energy, _filled) = (0, 0);
    }

    private static double Lufs(double energy) => -0.691 + (10 * Math.Log10(energy));

    /// <summary>Direct form II transposed.</summary>
    private sealed class Biquad(double b0, double b1, double b2, double a1, double a2)
    {
        private double _z1;
        private double _z2;

        public double Next(double x)
        {
            var y = (b0 * x) + _z1;
            _z1 = (b1 * x) - (a1 * y) + _z2;
            _z2 = (b2 * x) - (a2 * y);
            return y;
        }

        // The standard tables the filters at 48 kHz; these are the analogue prototypes behind them, for any rate.
        public static Biquad KShelf(double rate)
        {
            const double Frequency = 1681.974450955533, Gain = 3.999843853973347, Q = 0.7071752369554196;
            var k = Math.Tan(Math.PI * Frequency / rate);
            var high = Math.Pow(10, Gain / 20);
            var band = Math.Pow(high, 0.4996667741545416);
            var a0 = 1 + (k / Q) + (k * k);
            return new Biquad(
                (high + (band * k / Q) + (k * k)) / a0, 2 * ((k * k) - high) / a0, (high - (band * k / Q) + (k * k)) / a0,
                2 * ((k * k) - 1) / a0, (1 - (k / Q) + (k * k)) / a0);
        }

        public static Biquad KHighPass(double rate)
        {
            const double Frequency = 38.13547087602444, Q = 0.5003270373238773;
            var k = Math.Tan(Math.PI * Frequency / rate);
            var a0 = 1 + (k / Q) + (k * k);
            return new Biquad(1, -2, 1, 2 * ((k * k) - 1) / a0, (1 - (k / Q) + (k * k)) / a0);
        }
    }
}
