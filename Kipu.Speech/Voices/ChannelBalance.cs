namespace Kipu.Speech;

/// <summary>Tells whether a stereo file's two channels hold one sound or two people.</summary>
internal sealed class ChannelBalance
{
    private const double MostLikeness = 0.5;

    private double _left;
    private double _right;
    private double _both;

    public void Add(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        for (var i = 0; i < left.Length; i++)
        {
            _left += left[i] * left[i];
            _right += right[i] * right[i];
            _both += left[i] * right[i];
        }
    }

    /// <summary>True when the channels, over speech, have little to do with each other.</summary>
    public bool AreDifferent => _left > 0 && _right > 0 && Math.Abs(_both) / Math.Sqrt(_left * _right) < MostLikeness;
}
