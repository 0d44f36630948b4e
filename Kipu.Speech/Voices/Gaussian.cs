namespace Kipu.Speech;

/// <summary>Many frames of one voice as sums, from which mean and full covariance follow; two of them add up.</summary>
internal sealed class Gaussian
{
    private const int D = VoiceFeatures.Dimensions;

    private readonly double[] _sum = new double[D];
    private readonly double[] _products = new double[D * D];
    private double? _logDeterminant;

    public int Frames { get; private set; }

    /// <summary>The mean of the pitch's logarithm, as Hz.</summary>
    public double? PitchHz => Frames == 0 ? null : Math.Exp(_sum[D - 1] / Frames);

    public void Add(ReadOnlySpan<double> features)
    {
        Frames++;
        _logDeterminant = null;
        for (var i = 0; i < D; i++)
        {
            _sum[i] += features[i];
            for (var j = 0; j <= i; j++) _products[(i * D) + j] += features[i] * features[j];
        }
    }

    public static Gaussian operator +(Gaussian a, Gaussian b)
    {
        var sum = new Gaussian { Frames = a.Frames + b.Frames };
        for (var i = 0; i < D; i++) sum._sum[i] = a._sum[i] + b._sum[i];
        for (var i = 0; i < D * D; i++) sum._products[i] = a._products[i] + b._products[i];
        return sum;
    }

    /// <summary>How much worse one voice explains both than two do, less the penalty for a second one; negative: it is the same
    /// voice.</summary>
    public static double Difference(Gaussian a, Gaussian b, double lambda)
    {
        var both = a + b;
        var gain = 0.5 * ((both.Frames * both.LogDeterminant()) - (a.Frames * a.LogDeterminant()) - (b.Frames * b.LogDeterminant()));
        var penalty = lambda * 0.5 * (D + (0.5 * D * (D + 1))) * Math.Log(both.Frames);
        return gain - penalty;
    }

    private double LogDeterminant() => _logDeterminant ??= ComputeLogDeterminant();

    private double ComputeLogDeterminant()
    {
        // Cholesky; a little variance is added, so that a short stretch doesn't look like a voice of perfect evenness.
        var l = new double[D * D];
        var log = 0.0;
        for (var i = 0; i < D; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var value = (_products[(i * D) + j] / Frames) - (_sum[i] / Frames * _sum[j] / Frames);
                if (i == j) value += i == D - 1 ? 1e-4 : 0.05;
                for (var k = 0; k < j; k++) value -= l[(i * D) + k] * l[(j * D) + k];
                if (i == j)
                {
                    value = Math.Max(value, 1e-9);
                    l[(i * D) + i] = Math.Sqrt(value);
                    log += Math.Log(value);
                }
                else
                {
                    l[(i * D) + j] = value / l[(j * D) + j];
                }
            }
        }
        return log;
    }
}
