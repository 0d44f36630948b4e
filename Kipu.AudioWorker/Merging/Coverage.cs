using Kipu.Speech;

namespace Kipu.AudioWorker;

/// <summary>What became of each stretch of the recording.</summary>
internal static class Coverage
{
    /// <summary>Shorter pauses belong to the talk around them.</summary>
    private const double ShortestSilence = 2;

    /// <param name="measured">The whole recording.</param>
    /// <param name="stateOf">Tells what became of a moment with speech.</param>
    /// <param name="cuts">Moments at which that may change.</param>
    /// <returns>Spans that touch, and cover all that the recording declares to have.</returns>
    public static List<CoverageSpan> Of(
        MeasuredRecording measured, Func<double, (CoverageState State, string? Reason)> stateOf, IEnumerable<double> cuts)
    {
        var silences = Silences(measured);
        var edges = silences.SelectMany(s => new[] { s.Start, s.End }).Concat(cuts).Append(0).Append(measured.Seconds)
            .Where(e => e >= 0 && e <= measured.Seconds).Distinct().Order().ToList();
        var spans = new List<CoverageSpan>();
        foreach (var (from, to) in edges.Zip(edges.Skip(1)))
        {
            var middle = (from + to) / 2;
            var (state, reason) = silences.Exists(s => s.Start <= middle && middle <= s.End)
                ? (CoverageState.Silent, null)
                : stateOf(middle);
            if (spans.Count > 0 && spans[^1].State == state && spans[^1].Reason == reason)
            {
                spans[^1] = spans[^1] with { To = to };
            }
            else
            {
                spans.Add(new(from, to, state, reason));
            }
        }

        if (ExpectedEnd(measured) is { } end)
        {
            var capped = measured.Reasons.Contains(Reason.LengthCapped);
            var (state, reason) = capped ? (CoverageState.Stored, Reason.LengthCapped) : (CoverageState.Missing, Reason.Partial);
            spans.Add(new(measured.Seconds, end, state, reason));
        }

        return spans;
    }

    /// <returns>Where the recording should end; null when that is where it does.</returns>
    private static double? ExpectedEnd(MeasuredRecording measured)
    {
        // Half a second less is how containers round; more is lost.
        if (measured.DeclaredSeconds is { } declared && declared > measured.Seconds + 0.5) return declared;
        // A browser's clock isn't that of its microphone, and starting one takes a moment.
        return measured.RecordedSeconds is { } recorded && recorded > (measured.Seconds * 1.01) + 2 ? recorded : null;
    }

    private static List<TimeRange> Silences(MeasuredRecording measured)
    {
        var silences = new List<TimeRange>();
        var last = 0.0;
        foreach (var speech in measured.Speech.Append(new TimeRange(measured.Seconds, measured.Seconds)))
        {
            var isSilence = speech.Start - last >= ShortestSilence || (measured.Speech.Count is 0 && speech.Start > last);
            if (isSilence) silences.Add(new(last, speech.Start));
            last = Math.Max(last, speech.End);
        }

        return silences;
    }
}
