using System.Globalization;
using System.Text;

namespace Kipu.Recordings;

/// <summary>Tells a voice agent what a recording holds: first what was concluded, then the words, as far as they fit.</summary>
internal static class AgentContext
{
    /// <summary>About 10,000 tokens: a long answer to the first question already costs more patience than money.</summary>
    public const int LongestText = 40_000;

    public static RecordingContext Of(Recording recording, AnalysisDocument analysis)
    {
        var text = new StringBuilder();
        Line(text, "Title", recording.Title);
        Line(text, "Recorded", recording.CreatedAt.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture));
        Line(text, "Length", TranscriptSegment.TimestampOf(analysis.DurationSeconds));
        Line(text, "Language", analysis.Language);
        Line(text, "Speakers", string.Join(", ", analysis.Speakers.Select(s => s.Name ?? s.SpeakerId)));
        Line(text, "Topics", string.Join(", ", analysis.KeyTopics));
        Line(text, "Executive summary", analysis.ExecutiveSummary);
        Section(text, "Summary", analysis.Summary.Select(s => Statement(s.Text, null, s.State)));
        Section(text, "Decisions", analysis.Decisions.Select(d => Statement(d.Text, d.AtSeconds, d.State)));
        Section(text, "Action items", analysis.ActionItems.Select(a => Statement(ActionItemText(a), a.AtSeconds, a.State)));
        AppendTranscript(text, analysis);
        return new(recording.Id, recording.Title, recording.CreatedAt, recording.DurationSeconds, analysis.Language, text.ToString());
    }

    private static void AppendTranscript(StringBuilder text, AnalysisDocument analysis)
    {
        if (analysis.Transcript is not { Count: > 0 } turns)
        {
            Line(text, "Transcript", $"none ({string.Join(", ", analysis.Engine.Reasons)})");
            return;
        }

        text.Append("Transcript:\n");
        foreach (var turn in turns)
        {
            var line = $"[{TranscriptSegment.TimestampOf(turn.StartSeconds)}] {turn.Speaker}: {turn.Text}\n";
            if (text.Length + line.Length > LongestText)
            {
                text.Append(CultureInfo.InvariantCulture, $"(The transcript goes on until {TranscriptSegment.TimestampOf(analysis.DurationSeconds)}; search it for the rest.)\n");
                return;
            }

            text.Append(line);
        }
    }

    private static void Line(StringBuilder text, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value)) text.Append(name).Append(": ").Append(value).Append('\n');
    }

    private static void Section(StringBuilder text, string name, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0) return;
        text.Append(name).Append(":\n");
        foreach (var line in all) text.Append("- ").Append(line).Append('\n');
    }

    private static string ActionItemText(ActionItem item) =>
        item.Text + (item.Owner is null ? "" : $" (owner: {item.Owner})") + (item.Due is null ? "" : $" (due: {item.Due})") + (item.Done ? " (done)" : "");

    private static string Statement(string text, double? atSeconds, EvidenceState state) =>
        (atSeconds is { } at ? $"[{TranscriptSegment.TimestampOf(at)}] " : "") + text + state switch
        {
            EvidenceState.Tentative => " (tentative)",
            EvidenceState.Unverified => " (not found in the words)",
            _ => "",
        };
}
