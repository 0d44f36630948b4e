using System.Numerics;

namespace Kipu.Speech;

/// <summary>
/// What a voice sounds like, frame by frame: 16 cepstral coefficients over 26 mel bands from 200 to 3,600 Hz (so that a telephone's voice
/// and a microphone's compare) and the logarithm of the pitch.
/// </summary>
internal sealed class VoiceFeatures
{
    public const int Dimensions = Coefficients + 1;
    public const int Hop = 160;
    public const int Frame = 640;

    private const int Coefficients = 16;
    private const int Bands = 26;
    private const int FourierSize = 512;
    private const int SpectrumFrame = 400;
    private const float LeastVoicing = 0.45f;
    // Pitch is looked for at half the rate, between 60 and 400 Hz.
    private const int PitchRate = Pcm.Rate / 2;
    private const int ShortestLag = PitchRate / 400;
    private const int LongestLag = PitchRate / 60;

    private static readonly double[] Window =
        [.. Enumerable.Range(0, SpectrumFrame).Select(i => 0.54 - (0.46 * Math.Cos(2 * Math.PI * i / (SpectrumFrame - 1))))];
    private static readonly double[][] MelBands = MakeMelBands();
    private static readonly double[][] Cosines = [.. Enumerable.Range(1, Coefficients).Select(
        k => Enumerable.Range(0, Bands).Select(b => Math.Cos(Math.PI * k * (b + 0.5) / Bands)).ToArray())];

    private readonly Complex[] _spectrum = new Complex[FourierSize];
    private readonly double[] _bands = new double[Bands];
    private readonly float[] _half = new float[Frame / 2];

    /// <param name="frame">640 samples (40 ms); the spectrum is taken from its middle.</param>
    /// <param name="features">17 numbers.</param>
    /// <returns>False when the frame isn't voiced: nothing was written then.</returns>
    public bool TryExtract(ReadOnlySpan<float> frame, Span<double> features)
    {
        var pitch = Pitch(frame);
        if (pitch is null) return false;

        Cepstrum(frame.Slice((Frame - SpectrumFrame) / 2, SpectrumFrame), features);
        features[Coefficients] = Math.Log(pitch.Value);
        return true;
    }

    private void Cepstrum(ReadOnlySpan<float> frame, Span<double> features)
    {
        Array.Clear(_spectrum);
        for (var i = 1; i < SpectrumFrame; i++)
        {
            _spectrum[i] = (frame[i] - (0.97 * frame[i - 1])) * Window[i];
        }
        Fourier.Transform(_spectrum);

        for (var b = 0; b < Bands; b++)
        {
            var energy = 1e-10;
            var band = MelBands[b];
            for (var i = 0; i < band.Length; i++)
            {
                if (band[i] > 0) energy += band[i] * ((_spectrum[i].Real * _spectrum[i].Real) + (_spectrum[i].Imaginary * _spectrum[i].Imaginary));
            }
            _bands[b] = Math.Log(energy);
        }
        for (var k = 0; k < Coefficients; k++)
        {
            var sum = 0.0;
            for (var b = 0; b < Bands; b++) sum += Cosines[k][b] * _bands[b];
            features[k] = sum;
        }
    }

    /// <summary>The lag at which the frame resembles itself best; the shortest of several good ones, lest the octave below be
    /// taken.</summary>
    private double? Pitch(ReadOnlySpan<float> frame)
    {
        var mean = 0f;
        for (var i = 0; i < _half.Length; i++)
        {
            _half[i] = (frame[2 * i] + frame[(2 * i) + 1]) / 2;
            mean += _half[i];
        }
        mean /= _half.Length;
        for (var i = 0; i < _half.Length; i++) _half[i] -= mean;

        var length = _half.Length - LongestLag;
        var energy = Dot(_half.AsSpan(0, length), _half.AsSpan(0, length));
        if (energy < 1e-6) return null;

        Span<float> likeness = stackalloc float[LongestLag + 1];
        var best = 0f;
        for (var lag = ShortestLag; lag <= LongestLag; lag++)
        {
            var shifted = _half.AsSpan(lag, length);
            likeness[lag] = Dot(_half.AsSpan(0, length), shifted) / MathF.Sqrt((energy * Dot(shifted, shifted)) + 1e-12f);
            best = Math.Max(best, likeness[lag]);
        }
        if (best < LeastVoicing) return null;

        for (var lag = ShortestLag + 1; lag < LongestLag; lag++)
        {
            if (likeness[lag] >= 0.9f * best && likeness[lag] >= likeness[lag - 1] && likeness[lag] >= likeness[lag + 1])
            {
                return (double)PitchRate / lag;
            }
        }
        return null;
    }

    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = Vector<float>.Zero;
        var i = 0;
        for (; i <= a.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            sum += new Vector<float>(a[i..]) * new Vector<float>(b[i..]);
        }
        var rest = Vector.Sum(sum);
        for (; i < a.Length; i++) rest += a[i] * b[i];
        return rest;
    }

    private static double[][] MakeMelBands()
    {
        static double Mel(double hertz) => 1127 * Math.Log(1 + (hertz / 700));
        static double Hertz(double mel) => 700 * (Math.Exp(mel / 1127) - 1);

        var (low, high) = (Mel(200), Mel(3600));
        var edges = Enumerable.Range(0, Bands + 2).Select(i => Hertz(low + ((high - low) * i / (Bands + 1))) * FourierSize / Pcm.Rate).ToArray();
        return [.. Enumerable.Range(0, Bands).Select(b => Enumerable.Range(0, (FourierSize / 2) + 1).Select(bin => Math.Max(0, Math.Min(
            (bin - edges[b]) / (edges[b + 1] - edges[b]), (edges[b + 2] - bin) / (edges[b + 2] - edges[b + 1])))).ToArray())];
    }
}
