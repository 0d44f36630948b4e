using System.Globalization;

namespace Kipu.Demo;

/// <summary>Prints what was heard, and says plainly what was not and why.</summary>
internal static class AnalysisReport
{
    public static void Print(AnalysisDocument analysis)
    {
        var engine = analysis.Engine;
        Line("Title", analysis.Title);
        Line("Length", $"{Words.Clock(analysis.DurationSeconds)}, language {analysis.Language ?? "unknown"}, {analysis.Speakers.Count} speakers");
        Line("Words by", $"{engine.Transcriber}, confidence {engine.Confidence}{(engine.Demo ? ", a model for the sample voices only" : "")}");
        if (engine.Reasons.Count > 0) Line("Doubts", string.Join(", ", engine.Reasons));
        if (analysis.Transcript is not { Count: > 0 })
        {
            Line("No words", "no configured model can hear this recording: ./kipu models get base, or a Gemini key (docs/running.md)");
        }

        Line("Summary", analysis.ExecutiveSummary);
        foreach (var sentence in analysis.Summary) Line("", $"- {sentence.Text}");
        foreach (var decision in analysis.Decisions) Line("Decision", $"{Moment(decision.AtSeconds)}{decision.Text}{Mark(decision.State)}");
        foreach (var item in analysis.ActionItems)
        {
            Line("To do", $"{Moment(item.AtSeconds)}{item.Owner ?? "nobody"}, {item.Due ?? "no date"}: {item.Text}{Mark(item.State)}");
        }
    }

    /// <summary>The longest word of a decision that was said, or of the transcript: one that a person would search for.</summary>
    public static string WordToSearch(AnalysisDocument analysis)
    {
        var said = string.Join(' ', analysis.Transcript!.Select(turn => turn.Text));
        var decided = string.Join(' ', analysis.Decisions.Select(decision => decision.Text));
        return Longest(decided, said) ?? Longest(said, said)!;
    }

    private static string? Longest(string text, string within) => text
        .Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(word => word.Trim('.', ',', ';', ':', '?', '!', '¿', '¡'))
        .Where(word => within.Contains(word, StringComparison.OrdinalIgnoreCase))
        .MaxBy(word => word.Length);

    private static string Moment(double? seconds) => seconds is { } at ? $"[{Words.Clock(at)}] " : "";

    private static string Mark(EvidenceState state) =>
        state is EvidenceState.Verified ? "" : string.Create(CultureInfo.InvariantCulture, $" ({state})").ToLowerInvariant();

    private static void Line(string name, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text)) Console.WriteLine($"       {name,-10}{text}");
    }
}
