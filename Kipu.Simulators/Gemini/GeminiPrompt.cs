using System.Globalization;
using System.Text.RegularExpressions;

namespace Kipu.Simulators;

/// <summary>Finds in a request's text what it is about: the lines of a transcript, or else its own sentences.</summary>
internal static partial class GeminiPrompt
{
    public static IReadOnlyList<GeminiLine> Lines(string text)
    {
        var lines = TranscriptLine().Matches(text).Select((match, index) => new GeminiLine(
            match.Groups["number"].Success ? int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) : index,
            Seconds(match.Groups["time"].Value),
            Seconds(match.Groups["time"].Value),
            match.Groups["speaker"].Value.Trim(),
            match.Groups["text"].Value.Trim())).ToList();

        // A line ends where the next one begins; the last one's end is unknown and stays its start.
        for (var index = 0; index + 1 < lines.Count; index++) lines[index] = lines[index] with { End = Math.Max(lines[index].Start, lines[index + 1].Start) };
        return lines;
    }

    /// <summary>Text without a transcript, taken sentence by sentence.</summary>
    public static IReadOnlyList<GeminiLine> Sentences(string text) =>
        [.. GeminiWords.Sentences(text).Select((sentence, index) => new GeminiLine(index, 0, 0, "S1", sentence))];

    /// <summary>The first date that the instructions name; by it "on Friday" becomes a day.</summary>
    public static DateOnly? MeetingDate(string text) =>
        Date().Match(TranscriptLine().Replace(text, "")) is { Success: true } match
            && DateOnly.TryParseExact(match.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>The language, where the instructions tell it.</summary>
    public static string? Language(string text) =>
        ToldLanguage().Match(text) is { Success: true } match ? match.Groups["code"].Value.ToLowerInvariant() : null;

    private static double Seconds(string time) =>
        time.Split(':').Aggregate(0.0, (sum, part) => (sum * 60) + double.Parse(part, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"^[ \t]*(?:\[(?<number>\d+)\][ \t]*)?\[?(?<time>\d{1,3}:\d{2}(?::\d{2})?)\]?[ \t]+(?<speaker>[^:\n]{1,60}):[ \t]*(?<text>[^\n]+)$", RegexOptions.Multiline)]
    private static partial Regex TranscriptLine();

    [GeneratedRegex(@"\blanguage (?:is(?: said to be)?|code is|:)\s*[`'""]?(?<code>[a-z]{2})(?:-[A-Za-z]{2})?\b", RegexOptions.IgnoreCase)]
    private static partial Regex ToldLanguage();

    [GeneratedRegex(@"\b\d{4}-\d{2}-\d{2}\b")]
    private static partial Regex Date();
}
