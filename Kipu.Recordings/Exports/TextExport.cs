using System.Text;

namespace Kipu.Recordings;

/// <summary>Plain text, as one reads it in a mail.</summary>
internal static class TextExport
{
    public static string Write(ExportedRecording recording)
    {
        var (analysis, words) = (recording.Analysis, recording.Words);
        var text = new StringBuilder();
        text.Append(recording.Title).Append('\n').Append(recording.About).Append('\n');
        if (analysis.ExecutiveSummary is { } executive) text.Append('\n').Append(executive).Append('\n');
        List(text, words.Summary, analysis.Summary.Select(s => $"- {recording.Of(s)}"));
        List(text, words.Decisions, analysis.Decisions.Select(d => $"- {recording.Of(d)}"));
        List(text, words.ActionItems, analysis.ActionItems.Select(i => $"[{(i.Done ? 'x' : ' ')}] {recording.Of(i)}"));
        foreach (var section in analysis.Sections ?? []) List(text, section.Title, section.Statements.Select(s => $"- {recording.Of(s)}"));
        List(text, words.Topics, analysis.KeyTopics.Select(t => $"- {t}"));
        Heading(text, words.Transcript);
        if (analysis.Transcript is null) text.Append(words.NoTranscript).Append('\n');
        foreach (var passage in recording.Passages)
        {
            text.Append(passage.Turn is { } turn
                ? $"[{TranscriptSegment.TimestampOf(turn.StartSeconds)}] {turn.Speaker}: {turn.Text.ReplaceLineEndings(" ")}"
                : recording.Of(passage.Gap!)).Append('\n');
        }

        return text.Append('\n').Append(recording.Heard).Append('\n').ToString();
    }

    private static void List(StringBuilder text, string heading, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0) return;
        Heading(text, heading);
        foreach (var line in all) text.Append(line).Append('\n');
    }

    private static void Heading(StringBuilder text, string heading) => text.Append('\n').Append(heading.ToUpperInvariant()).Append('\n');
}
