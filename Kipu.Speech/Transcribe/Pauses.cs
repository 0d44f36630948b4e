namespace Kipu.Speech;

/// <summary>Where a voice rests inside an utterance: recognisers stretch the word before a pause over it, so the sound itself is
/// asked.</summary>
internal static class Pauses
{
    private const int FrameSamples = Pcm.Rate / 100;
    // Closures before p, t and k last up to 0.12 s.
    private const int LeastFrames = 17;
    // 30 dB under the loud tenth of the utterance.
    private const double QuietRatio = 1e-3;

    /// <param name="samples">The utterance.</param>
    /// <returns>Seconds from the utterance's start, without its own quiet edges.</returns>
    public static IReadOnlyList<TimeRange> Of(ReadOnlySpan<float> samples)
    {
        var energies = new double[samples.Length / FrameSamples];
        for (var i = 0; i < energies.Length; i++)
        {
            foreach (var sample in samples.Slice(i * FrameSamples, FrameSamples)) energies[i] += sample * sample;
        }
        if (energies.Length == 0) return [];

        var quiet = energies.Order().ElementAt(energies.Length * 9 / 10) * QuietRatio;
        var (first, last) = (Array.FindIndex(energies, energy => energy > quiet), Array.FindLastIndex(energies, energy => energy > quiet));
        var pauses = new List<TimeRange>();
        var start = -1;
        for (var i = Math.Max(first, 0); i <= last; i++)
        {
            if (energies[i] <= quiet)
            {
                if (start < 0) start = i;
                continue;
            }
            if (start >= 0 && i - start >= LeastFrames) pauses.Add(new TimeRange(start / 100.0, i / 100.0));
            start = -1;
        }
        return pauses;
    }
}
