namespace Kipu.Speech;

/// <summary>Arithmetic on stretches of time.</summary>
internal static class TimeRanges
{
    private const double ShortestSilence = 0.3;

    /// <summary>In order, with overlaps and gaps of at most <paramref name="gap"/> joined.</summary>
    public static List<TimeRange> Join(this IEnumerable<TimeRange> ranges, double gap = 0)
    {
        var joined = new List<TimeRange>();
        foreach (var range in ranges.OrderBy(range => range.Start))
        {
            if (joined.Count > 0 && range.Start - joined[^1].End <= gap)
            {
                joined[^1] = joined[^1] with { End = Math.Max(joined[^1].End, range.End) };
            }
            else
            {
                joined.Add(range);
            }
        }
        return joined;
    }

    /// <summary>What lies between them, where it is long enough to be called a silence.</summary>
    public static IReadOnlyList<TimeRange> Silences(this IReadOnlyList<TimeRange> speech, double from, double to)
    {
        var edges = speech.Select(range => range.Start).Append(to);
        var starts = speech.Select(range => range.End).Prepend(from);
        return [.. starts.Zip(edges, (start, end) => new TimeRange(start, end)).Where(silence => silence.Seconds >= ShortestSilence)];
    }

    public static TimeRange Rounded(this TimeRange range) => new(Math.Round(range.Start, 3), Math.Round(range.End, 3));

    public static double Overlap(this TimeRange a, TimeRange b) => Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start));
}
