using Kipu.Gemini;

namespace Kipu.AudioWorker;

/// <summary>Has Gemini read the transcript: text only, so that the audio is not paid for again.</summary>
internal sealed class GeminiReader(GeminiClient gemini) : ITranscriptReader
{
    public async Task<ReadTranscript> ReadAsync(
        MergedTranscript transcript, RecordingBrief brief, DateOnly meetingDate, CancellationToken cancellationToken)
    {
        var request = GeminiRequest.Ask(GeminiPart.OfText(AnalysisPrompt.ForTranscript(transcript, meetingDate))) with
        {
            SystemInstruction = AnalysisPrompt.TextInstructionFor(brief),
            JsonSchema = AnalysisPrompt.TextSchemaFor(brief.Template),
        };
        var answer = await gemini.GenerateGuardedAsync(request, null, cancellationToken);
        if (answer.TryReadJson<ReadTranscript>(out var read)) return By(answer, read);

        // Once more, thinking harder: the other way to another answer, now that there is no temperature to turn.
        answer = await gemini.GenerateGuardedAsync(request with { Thinking = GeminiThinking.Medium }, null, cancellationToken);
        return answer.TryReadJson(out read)
            ? By(answer, read)
            : throw new InvalidDataException($"Gemini's reading of the transcript is unusable: {answer.Outcome}.");
    }

    private static ReadTranscript By(GeminiAnswer answer, ReadTranscript read) =>
        read with { Model = answer.ModelVersion ?? answer.Model, Prompt = AnalysisPrompt.Version };
}
