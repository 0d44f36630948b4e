namespace Kipu.Speech;

/// <summary>Finds who may write down a part's words, and has it done.</summary>
internal sealed class Listening(Fence fence, IReadOnlyList<ITranscriber> transcribers)
{
    // Cutting out the sound takes little of the time; the recogniser takes the rest.
    private const double CuttingShare = 0.1;
    // Utterances that are given up one after the other are one stretch, with the breaths between them.
    private const double LongestPause = 2;

    public async Task<Heard> TranscribeAsync(
        string file, TranscribeOptions options, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var plan = UtterancePlan.Make(options.Speech, options.Turns, options.From ?? 0, options.To ?? double.MaxValue);
        if (plan.Count == 0) return Heard.Nothing(Reason.NoSpeech, null);

        using var cutter = new UtteranceCutter(options.ScratchFolder);
        var utterances = await cutter.CutAsync(fence, file, plan, cancellationToken);
        progress?.Report(CuttingShare);

        var (transcriber, gate) = await ChooseAsync(utterances, options.Language, cancellationToken);
        if (transcriber is null) return Heard.Nothing(Reason.NoModelForLanguage, gate);

        var rest = progress is null ? null : new SharedProgress(progress, CuttingShare, 1);
        var recognition = await transcriber.TranscribeAsync(
            utterances, new RecognitionHints(options.Language, options.Terms), rest, cancellationToken);
        var segments = recognition.Utterances
            .GroupBy(heard => heard.Utterance.Turn).SelectMany(Prosody.ToSegments).OrderBy(segment => segment.Start).ToList();
        var reasons = new List<string>();
        if (transcriber.Warning is { } warning) reasons.Add(warning);
        if (recognition.GivenUp.Count > 0) reasons.Add(Reason.RecogniserFailed);
        if (segments.Count == 0) reasons.Add(Reason.NoWords);
        return new Heard(
            segments.Count == 0 ? null : new Transcript(MainLanguage(segments), segments), transcriber.Name, transcriber.Model, gate,
            segments.Count == 0 ? "none" : transcriber.Confidence, reasons, recognition.GivenUp.Select(u => u.Range).Join(LongestPause));
    }

    /// <summary>The first that is installed, knows the language, and is fit for this sound.</summary>
    private async Task<(ITranscriber? Transcriber, LanguageGateReport? Gate)> ChooseAsync(
        IReadOnlyList<Utterance> utterances, string? language, CancellationToken cancellationToken)
    {
        var scores = new Dictionary<string, double>();
        var seconds = 0.0;
        foreach (var transcriber in transcribers.Where(t => t.IsInstalled && (language is null || t.Language is null || t.Language == language)))
        {
            if (await transcriber.ScoreAsync(utterances, cancellationToken) is not { } gate) return (transcriber, null);

            (scores[transcriber.Name], seconds) = (gate.Score, gate.Seconds);
            // Who names the language takes the recogniser's weakness in the bargain; but the samples' model hears no human being at all.
            var forced = language is not null && transcriber.Warning != Reason.SampleVoices;
            if (gate.Passed || forced) return (transcriber, Report(transcriber.Name));
        }
        return (null, scores.Count == 0 ? null : Report("none"));

        LanguageGateReport Report(string decision) => new(scores, seconds, decision);
    }

    private static string MainLanguage(List<SpokenSegment> segments) =>
        segments.GroupBy(segment => segment.Language!).MaxBy(group => group.Sum(segment => segment.Text.Length))!.Key;
}

/// <summary>A part's words, or why there are none.</summary>
internal sealed record Heard(
    Transcript? Transcript, string Transcriber, ModelCard? Model, LanguageGateReport? Gate, string Confidence, IReadOnlyList<string> Reasons,
    IReadOnlyList<TimeRange> Unheard)
{
    public static Heard Nothing(string reason, LanguageGateReport? gate) => new(null, "none", null, gate, "none", [reason], []);

    public EngineReport Report(string vad, bool partial, IEnumerable<string> more) =>
        new(vad, Transcriber, Model?.Name, Model?.Sha256, Gate, Confidence, partial, [.. Reasons.Union(more)]);
}
