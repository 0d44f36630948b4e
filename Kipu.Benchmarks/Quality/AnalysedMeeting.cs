using Kipu.Speech;

namespace Kipu.Benchmarks;

/// <summary>A sample's analysis, measured against the truth.</summary>
internal sealed class AnalysedMeeting(Truth truth, AnalysisDocument analysis)
{
    private readonly IReadOnlyList<SpokenSegment> _heard =
        [.. (analysis.Transcript ?? []).Select(turn => new SpokenSegment(turn.SpeakerId, turn.StartSeconds, turn.EndSeconds, turn.Text))];

    public string Sample => truth.Id;

    public double RightWords => Words.RightShare;

    private WordAlignment Words => WordAlignment.Of(truth.Words, string.Join(' ', _heard.Select(segment => segment.Text)));

    private string Engine => analysis.Engine switch
    {
        { Name: "gemini", Model: var model, Transcriber: var by } when model != by => $"Gemini's pipeline, simulator as model ({by})",
        { Name: "gemini", Model: var model } => $"Gemini ({model})",
        { Transcriber: "whisper", Model: var model } => $"embedded (whisper, {model})",
        { Transcriber: var by } => $"embedded ({by})",
    };

    public IEnumerable<Measurement> Lines()
    {
        var starts = TurnStarts.ErrorsOf(truth.Turns, _heard);
        double? p95 = starts.Count > 0 ? starts.Order().ElementAt((int)Math.Ceiling(0.95 * starts.Count) - 1) : null;
        var voices = DiarizationErrors.Of(truth.Voices, [.. _heard.Select(turn => new VoiceTurn(turn.Speaker!, turn.Start, turn.End))]);
        var what = $"{Engine}, {Sample}";
        return
        [
            new($"{what}: word error rate", 100 * Words.ErrorRate, "%"),
            new($"{what}: start of a turn, median of {starts.Count} turns", starts.Count > 0 ? Median.Of(starts) : null, "ms"),
            new($"{what}: start of a turn, p95", p95, "ms"),
            new($"{what}: speaker error", 100 * voices.SpeakerRate, "%"),
            .. LinesOf($"{what}: decisions", Match(truth.Decisions.Select(d => d.Turn), analysis.Decisions.Select(d => d.Evidence))),
            .. LinesOf($"{what}: action items", Match(truth.Actions.Select(a => a.Turn), analysis.ActionItems.Select(a => a.Evidence))),
        ];
    }

    /// <summary>What there is to be found, and what was found of it; neither where there is nothing.</summary>
    public static IEnumerable<Measurement> LinesOf(string what, FactMatches matches)
    {
        if (matches.Recall is { } recall) yield return new($"{what}, recall of {matches.Said}", 100 * recall, "%");
        if (matches.Precision is { } precision) yield return new($"{what}, precision of {matches.Found}", 100 * precision, "%");
    }

    private FactMatches Match(IEnumerable<int> said, IEnumerable<IReadOnlyList<string>> found)
    {
        var times = (analysis.Transcript ?? [])
            .ToDictionary(turn => turn.SegmentId, turn => new TimeRange(turn.StartSeconds, turn.EndSeconds));
        return FactMatches.Of([.. said.Select(truth.TimeOf)], [.. found.Select(evidence => evidence.Select(id => times[id]).ToList())]);
    }
}
