using Kipu.Speech;

namespace Kipu.AudioWorker;

/// <summary>
/// Brings the times that a model gave into what was measured: it counts in whole seconds, drifts, and fills silence with words.
/// </summary>
internal static class TurnTimes
{
    /// <summary>A model's second begins up to this much before or after what it names.</summary>
    private const double Tolerance = 1;
    private const double Shortest = 0.2;

    /// <param name="turns">As the model wrote them, times from the recording's start.</param>
    /// <param name="from">Where the model's audio began.</param>
    /// <param name="to">Where it ended.</param>
    /// <param name="speech">Where people speak, in order.</param>
    /// <param name="voices">Which voice speaks when. One that has a channel of its own also begins and ends where another one speaks on.</param>
    /// <returns>Turns in order, within the audio, at measured edges of speech where one is near; without those that lie in
    /// silence.</returns>
    public static List<HeardTurn> Align(IEnumerable<HeardTurn> turns, double from, double to, IReadOnlyList<TimeRange> speech,
        IReadOnlyList<VoiceTurn> voices)
    {
        var certain = voices.Where(voice => voice.Channel is not null).ToList();
        double[] starts = [.. speech.Select(s => s.Start).Concat(certain.Select(voice => voice.Start)).Order()];
        double[] ends = [.. speech.Select(s => s.End).Concat(certain.Select(voice => voice.End)).Order()];
        var aligned = new List<HeardTurn>();
        var last = from;
        foreach (var turn in turns)
        {
            var start = Math.Clamp(turn.Start, last, to);
            var end = Math.Clamp(turn.End, start, to);
            if (!Speaks(speech, start - Tolerance, Math.Max(end, start) + Tolerance)) continue;

            start = Math.Max(last, Nearest(starts, start) ?? start);
            end = Math.Min(to, Math.Max(Nearest(ends, end) ?? end, start + Shortest));
            if (end <= start) continue;
            aligned.Add(turn with { Start = Math.Round(start, 2), End = Math.Round(end, 2) });
            last = start;
        }

        return aligned;
    }

    private static bool Speaks(IReadOnlyList<TimeRange> speech, double from, double to) => speech.Any(s => s.Start < to && s.End > from);

    private static double? Nearest(IEnumerable<double> edges, double time)
    {
        double? best = null;
        foreach (var edge in edges)
        {
            if (edge > time + Tolerance) break;
            if (Math.Abs(edge - time) <= Tolerance && (best is null || Math.Abs(edge - time) < Math.Abs(best.Value - time))) best = edge;
        }

        return best;
    }
}
