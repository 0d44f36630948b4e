using Kipu.Speech;

namespace Kipu.AudioWorker;

/// <summary>Writes the analysis: what was heard, what it says with its evidence, what is missing, and who heard it.</summary>
internal static class AnalysisDocuments
{
    private const int LongestTitle = 200;

    /// <summary>Sentences of the summary that stand in for an executive summary of which nothing was said.</summary>
    private const int Reserve = 2;

    /// <param name="measured">The sound of the whole.</param>
    /// <param name="steps">The job's segments, done or failed.</param>
    /// <param name="transcript">The words of all segments.</param>
    /// <param name="read">What they say.</param>
    /// <param name="template">What was looked for.</param>
    /// <param name="now">The time of the analysis.</param>
    public static AnalysisDocument Write(
        MeasuredRecording measured, IReadOnlyList<JobStep> steps, MergedTranscript transcript, ReadTranscript read, AnalysisTemplate? template,
        DateTimeOffset now)
    {
        var names = transcript.Speakers.Index().ToDictionary(s => s.Item.Id, s => s.Item.Name ?? Unnamed(transcript.Language, s.Index + 1));
        List<TranscriptTurn> turns =
        [
            .. transcript.Turns.Index().Select(t => new TranscriptTurn(
                $"s{t.Index + 1}", t.Item.SpeakerId, names[t.Item.SpeakerId], t.Item.Text, Timestamps.Format(t.Item.Start),
                t.Item.Start, t.Item.End, t.Item.Confidence, t.Item.Language ?? transcript.Language)),
        ];
        var evidence = new Evidence(transcript, turns);
        List<SummarySentence> summary = [.. Statements(read.Summary).Select(s => Sentence(s, evidence))];
        return new(
            Title: Shorten(read.Title?.Trim() ?? ""),
            Category: Text(read.Category),
            Tags: Texts(read.Tags),
            ExecutiveSummary: Executive([.. Statements(read.ExecutiveSummary).Select(s => Sentence(s, evidence))], summary),
            Summary: summary,
            Decisions: [.. Statements(read.Decisions).Index().Select(s => Decision(s.Index, s.Item, evidence))],
            ActionItems: [.. (read.ActionItems ?? []).Where(a => !string.IsNullOrWhiteSpace(a.Text)).Index()
                .Select(a => Action(a.Index, a.Item, evidence))],
            Speakers: [.. transcript.Speakers.Select(s => new Speaker(s.Id, s.Name, Talk(transcript, s.Id)))],
            Participants: Participants(read, transcript, names),
            KeyTopics: Texts(read.KeyTopics),
            Sentiment: Text(read.Sentiment),
            transcript.Language,
            Transcript: turns.Count > 0 ? turns : null,
            Coverage: Coverage.Of(measured, at => StateAt(at, steps), steps.SelectMany(Edges)),
            measured.DeclaredSeconds is { } declared && measured.Reasons.Contains(Reason.LengthCapped) ? declared : measured.Seconds,
            EngineReports.Of(measured, steps, read, turns.Count > 0),
            now,
            // Without sections nobody has looked by the template.
            template is null || read.Sections is null ? null : new AppliedTemplate(template.Id, template.Name, template.Version),
            template is null || read.Sections is null ? null : Sections(template, read.Sections, evidence));
    }

    /// <summary>All sections of the template in its order, also those that the meeting says nothing to.</summary>
    private static List<AnalysisSection> Sections(
        AnalysisTemplate template, IReadOnlyDictionary<string, IReadOnlyList<ReadStatement>?> read, Evidence evidence) =>
        [.. template.Sections.Select(section => new AnalysisSection(
            section.Id, section.Title, [.. Statements(read.GetValueOrDefault(section.Id)).Select(s => Sentence(s, evidence))]))];

    /// <summary>A text can't mark one of its sentences, so it has only such as were said; without any, the first of the summary.</summary>
    private static string? Executive(List<SummarySentence> written, List<SummarySentence> summary)
    {
        var said = written.FindAll(WasSaid);
        if (said.Count is 0) said = [.. summary.Where(WasSaid).Take(Reserve)];
        return Text(string.Join(' ', said.Select(s => s.Text)));

        static bool WasSaid(SummarySentence sentence) => sentence.State is not EvidenceState.Unverified;
    }

    private static SummarySentence Sentence(ReadStatement statement, Evidence evidence)
    {
        var (segments, state, _) = evidence.Of(statement.Text!, statement.Quote, statement.Segments);
        return new(statement.Text!.Trim(), segments, state);
    }

    private static Decision Decision(int index, ReadStatement statement, Evidence evidence)
    {
        var (segments, state, at) = evidence.Of(statement.Text!, statement.Quote, statement.Segments);
        return new($"d{index + 1}", statement.Text!.Trim(), at, segments, state);
    }

    private static ActionItem Action(int index, ReadAction action, Evidence evidence)
    {
        var owner = evidence.Owner(action.Owner);
        var (segments, state, at) = evidence.Of(action.Text!, action.Quote, action.Segments, owner);
        return new($"a{index + 1}", action.Text!.Trim(), owner, Text(action.Due), Done: false, at, segments, state);
    }

    private static (CoverageState, string?) StateAt(double at, IReadOnlyList<JobStep> steps)
    {
        var step = steps.FirstOrDefault(s => s.KeepFrom <= at && at < s.KeepTo);
        if (step is null) return (CoverageState.Stored, Reason.NoWords);
        if (step.State is StepState.Failed) return (CoverageState.Failed, step.FailureCode);
        var result = step.Result!;
        if (result.Unheard.FirstOrDefault(u => u.From <= at && at < u.To) is { } unheard) return (CoverageState.Failed, unheard.Reason);
        if (result.Turns.Any(t => t.Start < step.KeepTo && t.End > step.KeepFrom)) return (CoverageState.Transcribed, null);
        return (CoverageState.Stored, result.Reasons.Count > 0 ? result.Reasons[0] : Reason.NoWords);
    }

    /// <summary>Where what became of the recording may change.</summary>
    private static IEnumerable<double> Edges(JobStep step) =>
        [step.KeepFrom, step.KeepTo, .. (step.Result?.Unheard ?? []).SelectMany(u => new[] { u.From, u.To })];

    private static double Talk(MergedTranscript transcript, string speaker) =>
        Math.Round(transcript.Turns.Where(t => t.SpeakerId == speaker).Sum(t => t.End - t.Start), 2);

    private static List<string> Participants(ReadTranscript read, MergedTranscript transcript, Dictionary<string, string> names)
    {
        var named = Texts(read.Participants).Select(p => names.GetValueOrDefault(p) ?? p).Distinct().ToList();
        return named.Count > 0 ? named : [.. transcript.Speakers.Select(s => names[s.Id])];
    }

    private static string Unnamed(string? language, int number) => language is "es" ? $"Voz {number}" : $"Voice {number}";

    private static IEnumerable<ReadStatement> Statements(IReadOnlyList<ReadStatement>? statements) =>
        (statements ?? []).Where(s => !string.IsNullOrWhiteSpace(s.Text));

    private static List<string> Texts(IReadOnlyList<string>? texts) =>
        [.. (texts ?? []).Select(t => t?.Trim() ?? "").Where(t => t.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string Shorten(string title) => title.Length <= LongestTitle ? title : $"{title[..(LongestTitle - 1)]}…";
}
