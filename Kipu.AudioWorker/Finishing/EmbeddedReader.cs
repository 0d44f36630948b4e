using System.Globalization;
using Kipu.Speech;

namespace Kipu.AudioWorker;

/// <summary>
/// Reads the transcript on this machine: it takes sentences from it and writes none. So it neither translates nor fills a template's
/// sections, and says so.
/// </summary>
internal sealed class EmbeddedReader : ITranscriptReader
{
    /// <summary>Sentences of the summary that make the short one.</summary>
    private const int Executive = 2;
    private const int MostTags = 8;
    private const string Name = "kipu-reader";
    private const string NotTranslated = "not_translated";
    private const string TemplateNotApplied = "template_not_applied";

    public Task<ReadTranscript> ReadAsync(
        MergedTranscript transcript, RecordingBrief brief, DateOnly meetingDate, CancellationToken cancellationToken)
    {
        var reading = Reader.Read(
            [.. transcript.Turns.Select(t => new SpokenSegment(t.SpeakerId, t.Start, t.End, t.Text, t.Confidence, t.Language))],
            transcript.Language, meetingDate);
        return Task.FromResult(new ReadTranscript(
            reading.Title,
            Category: null,
            [.. reading.Summary.Take(Executive).Select(Statement)],
            [.. reading.Summary.Select(Statement)],
            [.. reading.Decisions.Select(Statement)],
            [.. reading.Actions.Select(a => new ReadAction(
                a.Text,
                a.Text,
                a.Owner ?? a.OwnerSpeaker,
                a.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? a.DueText,
                [a.Segment + 1]))],
            [.. reading.Topics.Select(t => t.Title)],
            Sentiment: null,
            [.. reading.Keywords.Take(MostTags).Select(k => k.Text)],
            Participants: null,
            Sections: null,
            Reasons: [.. ReasonsOf(transcript, brief)],
            Model: Name));
    }

    private static IEnumerable<string> ReasonsOf(MergedTranscript transcript, RecordingBrief brief)
    {
        if (brief.OutputLanguage is not AnalysisPrompt.Spoken && transcript.Language is { } spoken && spoken != brief.OutputLanguage) yield return NotTranslated;
        if (brief.Template is not null) yield return TemplateNotApplied;
    }

    private static ReadStatement Statement(Finding finding) => new(finding.Text, finding.Text, [finding.Segment + 1]);
}
