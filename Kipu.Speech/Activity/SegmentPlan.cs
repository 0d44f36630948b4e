namespace Kipu.Speech;

/// <summary>A part of a long recording that is worked on alone.</summary>
/// <param name="Index">From 0.</param>
/// <param name="From">
/// Where its audio begins: some overlap before <paramref name="KeepFrom"/>, so that no word is cut in two and voices are known again.
/// </param>
/// <param name="To">Where its audio ends: some overlap after <paramref name="KeepTo"/>.</param>
/// <param name="KeepFrom">What begins before this moment belongs to the segment before.</param>
/// <param name="KeepTo">What begins at or after this moment belongs to the next segment.</param>
public sealed record PlannedSegment(int Index, double From, double To, double KeepFrom, double KeepTo);

/// <summary>Cuts a long recording where nobody speaks.</summary>
public static class SegmentPlan
{
    /// <param name="activity">Where people speak.</param>
    /// <param name="seconds">The recording's length.</param>
    /// <param name="maxSeconds">No segment is longer than this between its cuts.</param>
    /// <param name="overlapSeconds">How far a segment reaches over its cuts.</param>
    public static IReadOnlyList<PlannedSegment> Cut(Activity activity, double seconds, double maxSeconds, double overlapSeconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxSeconds);
        ArgumentOutOfRangeException.ThrowIfNegative(overlapSeconds);

        var cuts = new List<double> { 0 };
        while (seconds - cuts[^1] > maxSeconds)
        {
            cuts.Add(NextCut(activity, cuts[^1], cuts[^1] + maxSeconds));
        }
        cuts.Add(seconds);

        return
        [
            .. cuts.Zip(cuts.Skip(1), (start, end) => (start, end)).Select((part, index) => new PlannedSegment(
                index,
                Math.Max(0, part.start - overlapSeconds),
                Math.Min(seconds, part.end + overlapSeconds),
                part.start,
                part.end)),
        ];
    }

    /// <summary>The middle of the longest silence in the last third of what is allowed; where there is none, the limit itself.</summary>
    private static double NextCut(Activity activity, double start, double limit)
    {
        var earliest = limit - ((limit - start) / 3);
        var longest = activity.Silences
            .Select(silence => new TimeRange(Math.Max(silence.Start, earliest), Math.Min(silence.End, limit)))
            .Where(silence => silence.Seconds > 0)
            .MaxBy(silence => silence.Seconds);

        return longest is null ? limit : (longest.Start + longest.End) / 2;
    }
}
