using Kipu.Speech;

namespace Kipu.Benchmarks;

/// <summary>
/// Who was heard speaking beside who spoke, with the voices named as well as they can be, one name a voice: the counts of NIST's
/// diarization error, without a collar, and with people who speak at once counted each.
/// </summary>
/// <param name="Speech">Seconds of speech.</param>
/// <param name="Missed">Seconds of it in which nobody was heard.</param>
/// <param name="Invented">Seconds in which somebody was heard who didn't speak, beside those who did or alone.</param>
/// <param name="Confused">Seconds of speech that were given to another.</param>
internal sealed record DiarizationErrors(double Speech, double Missed, double Invented, double Confused)
{
    public double Rate => (Missed + Invented + Confused) / Speech;

    public double SpeakerRate => Confused / Speech;

    public static DiarizationErrors Of(IReadOnlyList<VoiceTurn> said, IReadOnlyList<VoiceTurn> heard)
    {
        double speech = 0, missed = 0, invented = 0, paired = 0;
        var together = new Dictionary<(string Said, string Heard), double>();
        // Between two edges nothing changes.
        double[] edges = [.. said.Concat(heard).SelectMany(turn => new[] { turn.Start, turn.End }).Distinct().Order()];
        foreach (var (from, to) in edges.Zip(edges.Skip(1)))
        {
            var (speaking, audible) = (SpeakersAt(said, from), SpeakersAt(heard, from));
            var seconds = to - from;
            speech += seconds * speaking.Length;
            missed += seconds * Math.Max(0, speaking.Length - audible.Length);
            invented += seconds * Math.Max(0, audible.Length - speaking.Length);
            paired += seconds * Math.Min(speaking.Length, audible.Length);
            foreach (var pair in speaking.SelectMany(_ => audible, (name, voice) => (name, voice)))
            {
                together[pair] = together.GetValueOrDefault(pair) + seconds;
            }
        }

        // The same seconds in another order may add up to a hair more.
        var confused = Math.Max(0, paired - RightAtBest(Names(said), Names(heard), together));
        return new(speech, missed, invented, confused);
    }

    /// <summary>Seconds in which the right one speaks, when each voice is given to one person or to nobody.</summary>
    private static double RightAtBest(string[] names, string[] voices, Dictionary<(string Said, string Heard), double> together)
    {
        if (names is not [var name, .. var others]) return 0;
        return voices
            .Select(voice => together.GetValueOrDefault((name, voice)) + RightAtBest(others, [.. voices.Where(v => v != voice)], together))
            .Append(RightAtBest(others, voices, together))
            .Max();
    }

    private static string[] Names(IReadOnlyList<VoiceTurn> turns) => [.. turns.Select(turn => turn.Speaker).Distinct()];

    private static string[] SpeakersAt(IReadOnlyList<VoiceTurn> turns, double time) =>
        Names([.. turns.Where(turn => turn.Start <= time && time < turn.End)]);
}
