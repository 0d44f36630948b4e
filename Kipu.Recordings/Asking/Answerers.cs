using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Kipu.Gemini;

namespace Kipu.Recordings;

/// <summary>A piece of an answer; the last one has no words, and says what the answer rests on.</summary>
internal sealed record AnswerPart(string Words, AnswerEnd? End = null);

/// <summary>Answers a question from passages.</summary>
internal interface IAnswerer
{
    IAsyncEnumerable<AnswerPart> AnswerAsync(string question, IReadOnlyList<Passage> passages, CancellationToken cancellationToken);
}

/// <summary>Gives the passages that fit best, and says that it is no more than that.</summary>
internal sealed class PassageAnswerer : IAnswerer
{
    private const int Most = 3;

    public async IAsyncEnumerable<AnswerPart> AnswerAsync(
        string question, IReadOnlyList<Passage> passages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var part in Parts(passages, [])) yield return part;
        await Task.CompletedTask;
    }

    public static IEnumerable<AnswerPart> Parts(IReadOnlyList<Passage> passages, IReadOnlyList<string> reasons)
    {
        var best = passages.Where(p => p.Rank > 0).OrderByDescending(p => p.Rank).Take(Most).ToList();
        foreach (var passage in best)
        {
            var time = TranscriptSegment.TimestampOf(passage.StartSeconds);
            yield return new(string.Create(
                CultureInfo.InvariantCulture, $"«{passage.Text}» ({passage.Speaker}, {passage.Title}, {time}) [{passage.Number}]\n"));
        }

        yield return new("",
            new([.. best.Select(p => Citations.Cite(p, backs: true))], "embedded", null, best.Count > 0 ? reasons : ["nothing_found"]));
    }
}

/// <summary>Has Gemini answer, and checks what it names. Without Gemini the best passages take the answer's place, and say so.</summary>
internal sealed partial class GeminiAnswerer(GeminiClient gemini, ILogger<GeminiAnswerer> logger) : IAnswerer
{
    private const int LongestAnswer = 4096;

    public async IAsyncEnumerable<AnswerPart> AnswerAsync(
        string question, IReadOnlyList<Passage> passages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (passages.Count == 0)
        {
            yield return new("", new([], "gemini", null, ["nothing_found"]));
            yield break;
        }

        var request = GeminiRequest.Ask(GeminiPart.OfText(AskPrompt.Of(question, passages))) with
        {
            SystemInstruction = AskPrompt.Instruction,
            MaxOutputTokens = LongestAnswer,
        };
        var text = new StringBuilder();
        await using var deltas = gemini.StreamContentAsync(request, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            GeminiDelta? delta = null;
            try
            {
                if (!await deltas.MoveNextAsync()) yield break;
                delta = deltas.Current;
            }
            catch (GeminiException exception) when (text.Length == 0)
            {
                LogUnavailable(logger, exception, exception.Failure);
            }

            if (delta is null)
            {
                foreach (var part in PassageAnswerer.Parts(passages, ["model_unavailable"])) yield return part;
                yield break;
            }

            if (delta.Text.Length > 0) yield return new(delta.Text);
            text.Append(delta.Text);
            if (delta.Final is { } answer) yield return new("", EndOf(answer, text.ToString(), passages));
        }
    }

    private static AnswerEnd EndOf(GeminiAnswer answer, string text, IReadOnlyList<Passage> passages)
    {
        var citations = Citations.In(text, passages);
        var reasons = new List<string>();
        if (answer.Outcome is GeminiOutcome.Blocked or GeminiOutcome.Recited or GeminiOutcome.Empty) reasons.Add("withheld");
        else if (answer.Outcome is not GeminiOutcome.Complete) reasons.Add("cut");
        if (citations.Count == 0) reasons.Add("uncited");
        return new(citations, "gemini", answer.ModelVersion ?? answer.Model, reasons);
    }

    [LoggerMessage(LogLevel.Warning, "A question is answered by passages alone: Gemini gave no answer ({Failure})")]
    private static partial void LogUnavailable(ILogger logger, Exception exception, GeminiFailure failure);
}
