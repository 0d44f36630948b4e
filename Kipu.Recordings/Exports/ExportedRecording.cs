using System.Globalization;

namespace Kipu.Recordings;

/// <summary>What every form of an export is written from.</summary>
internal sealed record ExportedRecording(string Title, DateTimeOffset CreatedAt, AnalysisDocument Analysis)
{
    /// <summary>A turn, or a stretch that nobody heard and that must not look as if nobody had spoken.</summary>
    /// <param name="Turn">What was said; null for a gap.</param>
    /// <param name="Gap">The gap; null for a turn.</param>
    public sealed record Passage(TranscriptTurn? Turn, CoverageSpan? Gap)
    {
        public double From => Turn?.StartSeconds ?? Gap!.From;

        public double To => Turn?.EndSeconds ?? Gap!.To;
    }

    public ExportWords Words { get; } = ExportWords.In(Analysis.Language);

    public IReadOnlyList<Passage> Passages { get; } =
    [
        .. (Analysis.Transcript ?? []).Select(turn => new Passage(turn, null))
            .Concat(Analysis.Coverage.Where(span => span.State is CoverageState.Missing or CoverageState.Failed)
                .Select(span => new Passage(null, span)))
            .OrderBy(passage => passage.From),
    ];

    /// <summary>A line under the title: when, how long, who.</summary>
    public string About => string.Join(" · ",
        [
            CreatedAt.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
            TranscriptSegment.TimestampOf(Analysis.DurationSeconds),
            .. Analysis.Participants.Count > 0 ? [string.Join(", ", Analysis.Participants)] : Array.Empty<string>(),
        ]);

    /// <summary>Who heard it, and what is doubtful about that.</summary>
    public string Heard => $"{Words.HeardBy} {Analysis.Engine.Model} ({Analysis.Engine.Transcriber})"
        + (Analysis.Engine.Reasons.Count > 0 ? $": {string.Join(", ", Analysis.Engine.Reasons)}" : "");

    public string Of(Decision decision) => At(decision.AtSeconds) + decision.Text + Words.Doubt(decision.State);

    public string Of(SummarySentence sentence) => sentence.Text + Words.Doubt(sentence.State);

    public string Of(ActionItem item) => At(item.AtSeconds) + item.Text
        + (item.Owner is null ? "" : $" · {item.Owner}") + (item.Due is null ? "" : $" · {item.Due}") + Words.Doubt(item.State);

    public string Of(CoverageSpan gap)
    {
        var what = gap.State is CoverageState.Missing ? Words.Missing : Words.Failed;
        return $"[{TranscriptSegment.TimestampOf(gap.From)}-{TranscriptSegment.TimestampOf(gap.To)}] {what}";
    }

    private static string At(double? seconds) => seconds is { } at ? $"[{TranscriptSegment.TimestampOf(at)}] " : "";
}
