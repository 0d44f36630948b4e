namespace Kipu.Speech;

/// <summary>Collects how the voice of each stretch of speech sounds, while the sound streams by.</summary>
internal sealed class VoiceListener(double offset)
{
    // Longer stretches are described in pieces: a change of speaker without any pause then spoils one piece only.
    private const double LongestPiece = 20;
    private const double HopSeconds = (double)VoiceFeatures.Hop / Pcm.Rate;

    private readonly VoiceFeatures _features = new();
    private readonly List<VoicedStretch> _stretches = [];
    private readonly List<(double At, double[] Features)> _open = [];
    private float[] _samples = [];
    private double _position = offset;

    public IReadOnlyList<VoicedStretch> Stretches => _stretches;

    /// <param name="window">The next samples.</param>
    /// <param name="speaking">False while nobody speaks: nothing is computed then.</param>
    public void Add(ReadOnlySpan<float> window, bool speaking)
    {
        _samples = [.. _samples, .. window];
        var at = 0;
        for (; at + VoiceFeatures.Frame <= _samples.Length; at += VoiceFeatures.Hop)
        {
            var features = new double[VoiceFeatures.Dimensions];
            if (speaking && _features.TryExtract(_samples.AsSpan(at, VoiceFeatures.Frame), features))
            {
                _open.Add((_position + ((double)VoiceFeatures.Frame / 2 / Pcm.Rate), features));
            }
            _position += HopSeconds;
        }
        _samples = _samples[at..];
        if (!speaking) _open.Clear();
    }

    /// <summary>A stretch of speech has come to its end.</summary>
    public void Close(TimeRange range)
    {
        var pieces = Math.Max(1, (int)Math.Ceiling(range.Seconds / LongestPiece));
        for (var i = 0; i < pieces; i++)
        {
            var piece = new TimeRange(range.Start + (range.Seconds * i / pieces), range.Start + (range.Seconds * (i + 1) / pieces));
            var sound = new Gaussian();
            foreach (var (at, features) in _open)
            {
                if (at >= piece.Start && at < piece.End) sound.Add(features);
            }
            _stretches.Add(new VoicedStretch(piece, sound));
        }
        _open.Clear();
    }
}
