using System.Globalization;
using System.Text;

namespace Kipu.Recordings;

/// <summary>SubRip and WebVTT. Long turns become several cues of at most two lines, each shown as long as its share of the words.</summary>
internal static class SubtitleExport
{
    /// <summary>Characters of a line: what broadcasters take as readable.</summary>
    private const int Line = 42;
    private const int Longest = 2 * Line;

    private sealed record Cue(double From, double To, string? Speaker, string Text);

    public static string WriteSubRip(ExportedRecording recording)
    {
        var text = new StringBuilder();
        foreach (var (index, cue) in CuesOf(recording).Index())
        {
            var words = cue.Speaker is null ? cue.Text : $"{cue.Speaker}: {cue.Text}";
            text.Append(CultureInfo.InvariantCulture, $"{index + 1}\n{Time(cue.From, ',')} --> {Time(cue.To, ',')}\n");
            text.Append(Break(words.Replace("-->", "→", StringComparison.Ordinal))).Append("\n\n");
        }

        return text.ToString();
    }

    public static string WriteWebVtt(ExportedRecording recording)
    {
        var text = new StringBuilder("WEBVTT\n\n");
        foreach (var cue in CuesOf(recording))
        {
            var voice = cue.Speaker is null ? "" : $"<v {Escape(cue.Speaker)}>";
            text.Append(CultureInfo.InvariantCulture, $"{Time(cue.From, '.')} --> {Time(cue.To, '.')}\n");
            text.Append(voice).Append(Escape(Break(cue.Text))).Append("\n\n");
        }

        return text.ToString();
    }

    /// <summary>In the order in which they are shown: those of people who talk at once alternate.</summary>
    private static IEnumerable<Cue> CuesOf(ExportedRecording recording) => AllOf(recording).OrderBy(cue => cue.From);

    private static IEnumerable<Cue> AllOf(ExportedRecording recording)
    {
        foreach (var passage in recording.Passages)
        {
            if (passage.Turn is not { } turn)
            {
                yield return new(passage.From, passage.To, null, recording.Of(passage.Gap!));
                continue;
            }

            var parts = Cut(turn.Text);
            var perLetter = (turn.EndSeconds - turn.StartSeconds) / Math.Max(1, parts.Sum(p => p.Length));
            var at = turn.StartSeconds;
            foreach (var (index, part) in parts.Index())
            {
                var to = index == parts.Count - 1 ? turn.EndSeconds : at + (part.Length * perLetter);
                yield return new(at, to, index == 0 ? string.Join(' ', WordsOf(turn.Speaker)) : null, part);
                at = to;
            }
        }
    }

    private static List<string> Cut(string text)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        foreach (var word in WordsOf(text))
        {
            if (part.Length > 0 && part.Length + 1 + word.Length > Longest)
            {
                parts.Add(part.ToString());
                part.Clear();
            }

            part.Append(part.Length > 0 ? " " : "").Append(word);
        }

        if (part.Length > 0) parts.Add(part.ToString());
        return parts;
    }

    private static string[] WordsOf(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Two lines of about the same length, when one is too long.</summary>
    private static string Break(string text)
    {
        if (text.Length <= Line) return text;
        var after = text.LastIndexOf(' ', text.Length / 2);
        var at = after > 0 ? after : text.IndexOf(' ', text.Length / 2);
        return at < 0 ? text : $"{text[..at]}\n{text[(at + 1)..]}";
    }

    private static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static string Time(double seconds, char fraction)
    {
        var time = TimeSpan.FromMilliseconds(Math.Round(Math.Max(0, seconds) * 1000));
        return string.Create(
            CultureInfo.InvariantCulture, $"{(int)time.TotalHours:00}:{time.Minutes:00}:{time.Seconds:00}{fraction}{time.Milliseconds:000}");
    }
}
