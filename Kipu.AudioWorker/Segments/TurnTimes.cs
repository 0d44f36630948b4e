using Kipu.Speech;

namespace Kipu.AudioWorker;

/// <summary>A turn as a model wrote it.</summary>
/// <param name="SpeakerId">As the model calls them.</param>
/// <param name="Start">Seconds from the recording's start; null when it gave none that can be read.</param>
/// <param name="End">The same.</param>
/// <param name="Text">The words.</param>
/// <param name="Language">ISO 639-1 code of the words; null when it gave none.</param>
internal sealed record SaidTurn(string SpeakerId, double? Start, double? End, string Text, string? Language = null);

/// <summary>Turns with times that agree with the sound.</summary>
/// <param name="Turns">In order.</param>
/// <param name="IsMended">Whether times had to be made up: the model's own were missing, ran ahead of the sound, or lay where nobody speaks.</param>
internal sealed record AlignedTurns(IReadOnlyList<HeardTurn> Turns, bool IsMended);

/// <summary>
/// Brings the times that a model gave into what was measured: it counts in whole seconds, drifts, and fills silence with words.
/// </summary>
internal static class TurnTimes
{
    /// <summary>A model's second begins up to this much before or after what it names.</summary>
    private const double Tolerance = 1;
    private const double Shortest = 0.2;

    /// <summary>A clock that runs ahead gets so many times as far as the sound; times beyond are none.</summary>
    private const double MostDrift = 1.5;

    /// <summary>Letters a second that nobody exceeds: speech too short for stray words is not where they were said.</summary>
    private const double FastestLetters = 30;

    /// <param name="turns">As the model wrote them, times from the recording's start.</param>
    /// <param name="from">Where the model's audio began.</param>
    /// <param name="to">Where it ended.</param>
    /// <param name="speech">Where people speak, in order.</param>
    /// <param name="voices">Which voice speaks when. One that has a channel of its own also begins and ends where another one speaks on.</param>
    /// <returns>
    /// Turns in order, within the audio, at measured edges of speech where one is near. Words that lie in silence go to speech between
    /// their neighbours that has none, and are left out where there is no such speech.
    /// </returns>
    public static AlignedTurns Align(
        IReadOnlyList<SaidTurn> turns, double from, double to, IReadOnlyList<TimeRange> speech, IReadOnlyList<VoiceTurn> voices)
    {
        var certain = voices.Where(voice => voice.Channel is not null).ToList();
        double[] starts = [.. speech.Select(s => s.Start).Concat(certain.Select(voice => voice.Start)).Order()];
        double[] ends = [.. speech.Select(s => s.End).Concat(certain.Select(voice => voice.End)).Order()];
        var lastWord = speech.Where(s => s.Start < to).Select(s => Math.Min(s.End, to)).LastOrDefault(to);
        var said = Readable(turns, from, to, lastWord);
        if (said.Max(turn => turn.End) is { } reach && reach > to + Tolerance)
        {
            // An end alone may be out of place: a clock that ran ahead agrees with the sound once it is slowed down.
            var slowed = Slowed(said, from, reach, lastWord);
            if (OnEdges(slowed, starts) >= OnEdges(said, starts)) said = slowed;
        }

        var isMended = !said.SequenceEqual(turns);
        var aligned = new List<HeardTurn>();
        var strays = new List<SaidTurn>();
        var last = from;
        foreach (var turn in said)
        {
            if (turn.Start is not { } begun)
            {
                strays.Add(turn);
                continue;
            }

            var latest = Math.Max(last, to - Shortest);
            var start = Math.Clamp(begun, last, latest);
            var end = Math.Clamp(turn.End!.Value, start, to);
            if (!Speaks(speech, start - Tolerance, end + Tolerance))
            {
                strays.Add(turn);
                continue;
            }

            start = Math.Clamp(Nearest(starts, start) ?? start, last, latest);
            end = Math.Min(to, Math.Max(Nearest(ends, end) ?? end, start + Shortest));
            isMended |= Settle(strays, aligned, from, start, speech);
            aligned.Add(new(turn.SpeakerId, Math.Round(start, 2), Math.Round(end, 2), turn.Text, Language: turn.Language));
            last = start;
        }

        isMended |= Settle(strays, aligned, from, to - Shortest, speech);
        return new(aligned, isMended);
    }

    /// <summary>Without times that no clock can show; a turn without an end goes on to the next one, if that has a start.</summary>
    private static List<SaidTurn> Readable(IReadOnlyList<SaidTurn> turns, double from, double to, double lastWord)
    {
        var latest = from + (MostDrift * (to - from));
        var readable = turns.Select(turn => turn with { Start = Known(turn.Start), End = Known(turn.End) }).ToList();
        for (var i = 0; i < readable.Count; i++)
        {
            readable[i] = readable[i] with { End = readable[i].End ?? (i + 1 < readable.Count ? readable[i + 1].Start ?? readable[i].Start : lastWord) };
        }

        return readable;

        double? Known(double? time) => time <= latest ? time : null;
    }

    /// <summary>A clock that ran ahead did so all the time: its last moment is that of the last word.</summary>
    private static List<SaidTurn> Slowed(List<SaidTurn> turns, double from, double reach, double lastWord)
    {
        var pace = (lastWord - from) / (reach - from);
        return [.. turns.Select(turn => turn with { Start = Slow(turn.Start), End = Slow(turn.End) })];

        double? Slow(double? time) => from + ((time - from) * pace);
    }

    private static int OnEdges(List<SaidTurn> turns, double[] starts) =>
        turns.Count(turn => turn.Start is { } start && Nearest(starts, start) is not null);

    /// <summary>Finds a place for words without one, in the speech since the last turn that has no words.</summary>
    /// <returns>Whether there was one.</returns>
    private static bool Settle(List<SaidTurn> strays, List<HeardTurn> aligned, double from, double until, IReadOnlyList<TimeRange> speech)
    {
        if (strays.Count is 0) return false;

        var since = aligned.Select(turn => turn.End).Append(from).Max();
        var uncovered = speech.Select(s => new TimeRange(Math.Max(s.Start, since), Math.Min(s.End, until))).Where(s => s.Seconds > 0).ToList();
        var all = uncovered.Sum(s => s.Seconds);
        var letters = (double)strays.Sum(turn => turn.Text.Length);
        var isCovered = all * FastestLetters < letters;
        // Only words with a time are known to lie in silence; those without stay between their neighbours.
        if (isCovered) strays.RemoveAll(turn => turn.Start is not null);
        var before = 0;
        foreach (var turn in strays)
        {
            var start = isCovered ? Math.Min(since, until) : At(uncovered, all * before / letters);
            before += turn.Text.Length;
            var end = isCovered ? start : At(uncovered, all * before / letters);
            aligned.Add(new(turn.SpeakerId, Math.Round(start, 2), Math.Round(Math.Max(end, start + Shortest), 2), turn.Text, Language: turn.Language));
        }

        var settled = strays.Count > 0;
        strays.Clear();
        return settled;
    }

    /// <summary>The moment by which so much of the speech is over.</summary>
    private static double At(List<TimeRange> speech, double seconds)
    {
        foreach (var range in speech)
        {
            if (seconds < range.Seconds) return range.Start + seconds;
            seconds -= range.Seconds;
        }

        return speech[^1].End;
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
