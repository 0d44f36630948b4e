using System.Text;

namespace Kipu.Recordings;

/// <summary>A piece of text around its first hits, with the hits' places in it.</summary>
/// <param name="Text">Plain text; an ellipsis where something was left out.</param>
/// <param name="Ranges">Offset and length of each hit in UTF-16 units.</param>
internal sealed record Snippet(string Text, IReadOnlyList<int[]> Ranges)
{
    /// <summary>Characters that the database puts around hits, and that no text holds by then.</summary>
    public const char Start = '\u0002';
    public const char Stop = '\u0003';

    private const int Longest = 240;
    private const int Before = 80;
    private const string Ellipsis = "…";

    /// <param name="text">The whole text.</param>
    /// <param name="marked">The same text with hits marked, by one set of rules or more: by stem, and as typed.</param>
    public static Snippet Of(string text, params ReadOnlySpan<string> marked)
    {
        var ranges = new List<(int Start, int End)>();
        foreach (var version in marked) ranges.AddRange(RangesOf(text, version));
        return Cut(text, Merge(ranges));
    }

    /// <remarks>The database may have replaced characters one for one; should lengths differ, no place can be trusted and none is told.</remarks>
    private static List<(int Start, int End)> RangesOf(string text, string marked)
    {
        var ranges = new List<(int, int)>();
        var (position, start) = (0, 0);
        foreach (var c in marked)
        {
            switch (c)
            {
                case Start:
                    start = position;
                    break;
                case Stop:
                    ranges.Add((start, position));
                    break;
                default:
                    position++;
                    break;
            }
        }

        return position == text.Length ? ranges : [];
    }

    private static List<(int Start, int End)> Merge(List<(int Start, int End)> ranges)
    {
        var merged = new List<(int Start, int End)>();
        foreach (var range in ranges.Where(r => r.End > r.Start).OrderBy(r => r.Start))
        {
            if (merged.Count > 0 && range.Start <= merged[^1].End) merged[^1] = (merged[^1].Start, Math.Max(merged[^1].End, range.End));
            else merged.Add(range);
        }

        return merged;
    }

    private static Snippet Cut(string text, List<(int Start, int End)> ranges)
    {
        var from = ranges.Count == 0 ? 0 : Math.Min(WordStart(text, ranges[0].Start - Before), ranges[0].Start);
        var to = WordEnd(text, from + Longest, ranges.Count == 0 ? from : ranges[0].End);
        var prefix = from > 0 ? Ellipsis : "";
        var cut = new StringBuilder(prefix).Append(text, from, to - from).Append(to < text.Length ? Ellipsis : "").ToString();
        return new(cut, [.. ranges.Where(r => r.End <= to).Select(r => new[] { r.Start - from + prefix.Length, r.End - r.Start })]);
    }

    /// <summary>The beginning of a word at the place or after it.</summary>
    private static int WordStart(string text, int at)
    {
        if (at <= 0) return 0;
        while (at < text.Length && !char.IsWhiteSpace(text[at - 1])) at++;
        return at;
    }

    /// <summary>The end of a word at the place or before it, but not before the first hit's.</summary>
    private static int WordEnd(string text, int at, int notBefore)
    {
        if (at >= text.Length) return text.Length;
        var end = at;
        while (end > notBefore && !char.IsWhiteSpace(text[end])) end--;
        if (end > notBefore) return end;
        // One word longer than the snippet: cut it, but not between the halves of a character.
        end = Math.Max(at, notBefore);
        return char.IsLowSurrogate(text[end]) ? end + 1 : end;
    }
}
