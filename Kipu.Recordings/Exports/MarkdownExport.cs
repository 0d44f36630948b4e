using System.Text;
using System.Text.RegularExpressions;

namespace Kipu.Recordings;

/// <summary>CommonMark with task lists. What people said stays text, whatever signs it holds.</summary>
internal static partial class MarkdownExport
{
    public static string Write(ExportedRecording recording)
    {
        var (analysis, words) = (recording.Analysis, recording.Words);
        var text = new StringBuilder();
        text.Append("# ").Append(Escape(recording.Title)).Append("\n\n").Append(Escape(recording.About)).Append('\n');
        if (analysis.ExecutiveSummary is { } executive) text.Append('\n').Append(Escape(executive)).Append('\n');
        List(text, words.Summary, analysis.Summary.Select(s => $"- {Escape(recording.Of(s))}"));
        List(text, words.Decisions, analysis.Decisions.Select(d => $"- {Escape(recording.Of(d))}"));
        List(text, words.ActionItems, analysis.ActionItems.Select(i => $"- [{(i.Done ? 'x' : ' ')}] {Escape(recording.Of(i))}"));
        foreach (var section in analysis.Sections ?? []) List(text, Escape(section.Title), section.Statements.Select(s => $"- {Escape(recording.Of(s))}"));
        List(text, words.Topics, analysis.KeyTopics.Select(t => $"- {Escape(t)}"));
        text.Append("\n## ").Append(words.Transcript).Append('\n');
        if (analysis.Transcript is null) text.Append('\n').Append(words.NoTranscript).Append('\n');
        foreach (var passage in recording.Passages)
        {
            text.Append('\n').Append(passage.Turn is { } turn
                ? $"**{Escape($"[{TranscriptSegment.TimestampOf(turn.StartSeconds)}] {turn.Speaker}")}:** {Escape(turn.Text)}"
                : $"> {Escape(recording.Of(passage.Gap!))}").Append('\n');
        }

        return text.Append("\n---\n").Append(Escape(recording.Heard)).Append('\n').ToString();
    }

    private static void List(StringBuilder text, string heading, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0) return;
        text.Append("\n## ").Append(heading).Append("\n\n");
        foreach (var line in all) text.Append(line).Append('\n');
    }

    private static string Escape(string text) =>
        LineStart().Replace(Sign().Replace(text.ReplaceLineEndings(" ").Trim(), @"\$0"), @"$1\$2");

    [GeneratedRegex(@"[\\`*_{}\[\]<>#|~&]")]
    private static partial Regex Sign();

    /// <summary>What would begin a list.</summary>
    [GeneratedRegex(@"^(\d{0,9})([-+.)])(?=\s|$)")]
    private static partial Regex LineStart();
}
