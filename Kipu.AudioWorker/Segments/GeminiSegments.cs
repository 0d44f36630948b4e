using Kipu.Gemini;
using Kipu.Speech;
using Microsoft.Extensions.Options;

namespace Kipu.AudioWorker;

/// <summary>
/// Hears segments with Gemini: 16 kHz FLAC by the Files API, an answer by JSON schema, checked against what was measured.
/// An answer that can't be right is asked for again in halves; what stays unheard is a gap with a reason, never an invention.
/// </summary>
internal sealed partial class GeminiSegments(
    GeminiClient gemini, GeminiFiles files, IMediaTools tools, ScratchFolder scratch, IOptions<GeminiOptions> options,
    ILogger<GeminiSegments> logger)
    : ISegmentEngine
{
    /// <summary>Some times are not the model's own.</summary>
    private const string TimestampsMended = "timestamps_mended";

    /// <summary>Stretches shorter than this are not halved any more.</summary>
    private const double Shortest = 60;

    /// <summary>People say 2 to 3 words a second; a transcript with fewer than this left most of it out.</summary>
    private const double FewestWordsASecond = 0.4;

    public async Task<SegmentResult> HearAsync(SegmentToHear segment, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var found = await HearAsync(segment, segment.Part.From, segment.Part.To, progress, cancellationToken);
        progress.Report(1);
        return found;
    }

    private async Task<SegmentResult> HearAsync(
        SegmentToHear segment, double from, double to, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(segment, from, to, progress, cancellationToken);
        var result = Read(answer, segment, from, to);
        if (result is not null && !IsSparse(result, segment, from, to)) return result;

        LogDoubtful(logger, answer.Outcome, answer.FinishReason, from, to);
        if (Beginning(answer, segment, from, to) is ({ } beginning, var until))
        {
            return segment.Measured.SpeechWithin(until, to) < PrepareRecording.LeastSpeech
                ? beginning
                : Join(beginning, await HearAsync(segment, until, to, null, cancellationToken), segment.Measured.Turns);
        }

        if (to - from >= 2 * Shortest)
        {
            var middle = QuietestNear((from + to) / 2, segment.Measured.Speech);
            var first = await HearAsync(segment, from, middle, null, cancellationToken);
            return Join(first, await HearAsync(segment, middle, to, null, cancellationToken), segment.Measured.Turns);
        }

        var reason = result is not null ? "sparse_transcript" : answer.Outcome switch
        {
            GeminiOutcome.Blocked => "answer_blocked",
            GeminiOutcome.Recited => "answer_withheld",
            GeminiOutcome.Looped or GeminiOutcome.Truncated => "answer_broken",
            _ => "answer_unusable",
        };
        result ??= new(null, false, [], [], By(answer), []);
        return result with { Reasons = [.. result.Reasons, reason], Unheard = [new(from, to, reason)] };
    }

    private async Task<GeminiAnswer> AskAsync(
        SegmentToHear segment, double from, double to, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var flac = scratch.File($"{Guid.CreateVersion7():N}.flac");
        try
        {
            var seconds = await tools.CutAsync(segment.File, new(from, to), flac, cancellationToken);
            var expected = Math.Max(1, segment.Measured.SpeechWithin(from, to) * 40);
            var length = progress is null ? null : new Relay(characters => progress.Report(Math.Min(0.95, characters / expected)));
            return await WithAudioAsync(flac, audio => gemini.GenerateGuardedAsync(
                GeminiRequest.Ask(audio, GeminiPart.OfText(AnalysisPrompt.ForSegment(seconds, segment.Language, segment.Vocabulary))) with
                {
                    SystemInstruction = AnalysisPrompt.SegmentInstruction,
                    JsonSchema = AnalysisPrompt.SegmentSchema,
                }, length, cancellationToken), cancellationToken);
        }
        finally
        {
            File.Delete(flac);
        }
    }

    /// <summary>
    /// Uploads the audio for one question and deletes it after; Vertex AI has no Files API and gets it within the request.
    /// </summary>
    private async Task<GeminiAnswer> WithAudioAsync(string flac, Func<GeminiPart, Task<GeminiAnswer>> ask,
        CancellationToken cancellationToken)
    {
        const string Type = "audio/flac";
        if (!string.IsNullOrEmpty(options.Value.Vertex.Project))
        {
            return await ask(GeminiPart.OfBytes(await File.ReadAllBytesAsync(flac, cancellationToken), Type));
        }

        await using var content = File.OpenRead(flac);
        var file = await files.UploadAsync(content, content.Length, Type, "segment", cancellationToken);
        try
        {
            return await ask(GeminiPart.OfFile(await files.WaitUntilActiveAsync(file, cancellationToken)));
        }
        finally
        {
            await DeleteAsync(file);
        }
    }

    /// <remarks>Also after a cancellation. When it fails, Gemini deletes the file by itself after 48 hours.</remarks>
    private async Task DeleteAsync(GeminiFile file)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            await files.DeleteAsync(file.Name, limit.Token);
        }
        catch (Exception exception) when (exception is GeminiException or OperationCanceledException)
        {
            LogNotDeleted(logger, exception);
        }
    }

    /// <returns>Null when the answer is no usable one.</returns>
    internal static SegmentResult? Read(GeminiAnswer answer, SegmentToHear segment, double from, double to)
    {
        if (!answer.TryReadJson<SegmentAnswer>(out var read) || read.Segments is null) return null;

        var said = read.Segments.Where(turn => !string.IsNullOrWhiteSpace(turn.Text)).Select(turn => new SaidTurn(
            turn.Speaker is { Length: > 0 } speaker ? speaker : "S1", TimeOf(turn.Start), TimeOf(turn.End), turn.Text!.Trim(),
            EngineNames.LanguageOf(turn.Language)));
        var voices = segment.Measured.Turns;
        var (turns, isMended) = TurnTimes.Align([.. said], from, to, segment.Measured.Speech, voices);
        var aligned = ChannelVoices.Correct(turns, voices);
        var quotes = new Quotes(aligned.Select(t => t.Text));
        var names = (read.Speakers ?? []).Where(s => s.Id is not null).DistinctBy(s => s.Id)
            .ToDictionary(s => s.Id!, s => quotes.Tell(s.Name ?? "", s.Evidence) ? s.Name : null);
        var by = By(answer);
        return new(
            EngineNames.LanguageOf(read.Language),
            VoicesAreGlobal: false,
            [.. aligned.Select(t => t.SpeakerId).Distinct().Select(id => new HeardSpeaker(id, names.GetValueOrDefault(id)))],
            aligned,
            by,
            [.. EngineNames.ReasonsOf(by.Transcriber), .. isMended ? [TimestampsMended] : Array.Empty<string>()]);

        double? TimeOf(string? text) => Timestamps.TryParse(text, out var seconds) ? from + seconds : null;
    }

    /// <summary>
    /// What an answer says before it is cut off or begins to loop, but for its last turn, which may be torn: the rest is asked for from there.
    /// </summary>
    /// <returns>Null when that is next to nothing, or nobody knows where it ends.</returns>
    private static (SegmentResult Heard, double Until)? Beginning(GeminiAnswer answer, SegmentToHear segment, double from, double to)
    {
        if (answer.Outcome is not (GeminiOutcome.Looped or GeminiOutcome.Truncated)) return null;

        var closed = answer with { Outcome = GeminiOutcome.Complete, Text = $"{answer.Text[..(answer.Text.LastIndexOf('}') + 1)]}]}}" };
        if (Read(closed, segment, from, to) is not { Turns: [.., var last] } result) return null;

        var beginning = result with { Turns = [.. result.Turns.SkipLast(1)] };
        return last.Start - from < Shortest || result.Reasons.Contains(TimestampsMended) || IsSparse(beginning, segment, from, last.Start)
            ? null
            : (beginning, last.Start);
    }

    private static bool IsSparse(SegmentResult result, SegmentToHear segment, double from, double to)
    {
        var speech = segment.Measured.SpeechWithin(from, to);
        var words = result.Turns.Sum(t => t.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
        return result.Engine.Transcriber != EngineNames.None && speech >= Shortest && words < speech * FewestWordsASecond;
    }

    private static HeardBy By(GeminiAnswer answer)
    {
        var model = answer.ModelVersion ?? answer.Model;
        var transcriber = EngineNames.TranscriberOf(model);
        return new("gemini", model, transcriber, EngineNames.ConfidenceOf(transcriber), AnalysisPrompt.Version);
    }

    /// <summary>An edge of the speech around the middle, unless that would leave one half with next to nothing.</summary>
    private static double QuietestNear(double middle, IReadOnlyList<TimeRange> speech)
    {
        if (speech.FirstOrDefault(s => s.Start < middle && middle < s.End) is not { } inside) return middle;
        var edge = middle - inside.Start < inside.End - middle ? inside.Start : inside.End;
        return Math.Abs(edge - middle) < Shortest / 2 ? edge : middle;
    }

    /// <summary>Both halves as one; each knew its own speakers only.</summary>
    private static SegmentResult Join(SegmentResult first, SegmentResult second, IReadOnlyList<VoiceTurn> voices)
    {
        var speakers = new SpeakerBook(voices);
        return first with
        {
            Language = first.Language ?? second.Language,
            Turns = [.. speakers.Add(first), .. speakers.Add(second)],
            Speakers = [.. speakers.All],
            Reasons = [.. first.Reasons.Union(second.Reasons)],
            Unheard = [.. first.Unheard, .. second.Unheard],
        };
    }

    private sealed class Relay(Action<int> report) : IProgress<int>
    {
        public void Report(int value) => report(value);
    }

    [LoggerMessage(LogLevel.Warning, "Answer for {From} to {To} s is not usable: {Outcome} {FinishReason}")]
    private static partial void LogDoubtful(ILogger logger, GeminiOutcome outcome, string? finishReason, double from, double to);

    [LoggerMessage(LogLevel.Warning, "A segment could not be deleted from Gemini; it expires there within two days")]
    private static partial void LogNotDeleted(ILogger logger, Exception exception);
}
