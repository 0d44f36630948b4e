using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>Makes the answer of generateContent out of what was heard or read, and spoils it where a fault asks for that.</summary>
internal sealed class GeminiGeneration(GeminiEar ear, GeminiFaults faults, GeminiContinuations continuations)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // What JSON without a schema looks like.
    private static readonly JsonObject PlainSchema = (JsonObject)JsonNode.Parse(
        """
        {"type":"object","properties":{"language":{"type":"string"},"title":{"type":"string"},"summary":{"type":"string"},
        "decisions":{"type":"array","items":{"type":"string"}},"actionItems":{"type":"array","items":{"type":"string"}}}}
        """)!;

    public async Task<GeminiDraft> AnswerAsync(GeminiQuestion question, string operation, CancellationToken cancellationToken)
    {
        if (question.ContinuationToken is { } token) return continuations.Take(token);
        if (faults.Take(operation, "blocked_prompt") is not null) return Draft(question, "", seconds: 0) with { BlockReason = "PROHIBITED_CONTENT" };

        if (question.Audio.Count is 0 && question.Schema is null)
        {
            return Spoil(Draft(question, InWords(question, spoken: ""), seconds: 0), operation);
        }

        var facts = question.Audio.Count > 0 ? await ear.ListenAsync(question.Audio, GeminiPrompt.Language(question.Text), cancellationToken) : Read(question);
        var text = question.Schema is { } schema
            ? new GeminiSchemaFiller(schema.Count > 0 ? schema : PlainSchema, facts).Fill()?.ToJsonString(Readable) ?? "{}"
            : InWords(question, GeminiSpeechText.Of(facts));
        var draft = Draft(question, text, facts.Seconds) with
        {
            ModelVersion = $"kipu-simulator/{facts.Engine}",
            FinishMessage = facts.Reasons.Count > 0 ? string.Join(", ", facts.Reasons) : null,
        };
        return Spoil(draft, operation);
    }

    private static GeminiFacts Read(GeminiQuestion question)
    {
        var lines = GeminiPrompt.Lines(question.Text);
        return GeminiFacts.From(
            lines.Count > 0 ? lines : GeminiPrompt.Sentences(string.Join('\n', question.UserTexts)), GeminiPrompt.MeetingDate(question.Text));
    }

    private static string InWords(GeminiQuestion question, string spoken)
    {
        var last = question.UserTexts.Count > 0 ? question.UserTexts[^1].TrimEnd() : "";
        var asked = last[(last.LastIndexOf('\n') + 1)..];
        // What comes with the question fenced off is what it is about; without a fence everything else is.
        var material = GeminiAnswers.FencedOff(last)
            ?? string.Join(
                '\n', [GeminiAnswers.Material(question.Instruction), .. question.UserTexts.SkipLast(1), last[..^asked.Length], spoken]);
        return GeminiAnswers.Find(asked, material)
            ?? (spoken.Length > 0 ? spoken : GeminiAnswers.Nothing(GeminiWords.Language(asked)));
    }

    private static GeminiDraft Draft(GeminiQuestion question, string text, double seconds) => new(text, "STOP")
    {
        ModelVersion = "kipu-simulator/reader",
        TextTokens = GeminiTokens.OfText(question.Text),
        AudioTokens = question.Audio.Count > 0 ? GeminiTokens.OfSeconds(seconds) : 0,
    };

    private GeminiDraft Spoil(GeminiDraft draft, string operation) =>
        faults.Take(operation, "max_tokens", "loop", "safety", "recitation", "empty", "thoughts_first", "unknown_finish", "continuation", "fence") is not { } fault
            ? draft
            : fault.Kind switch
            {
                "max_tokens" => draft with { Text = draft.Text[..(draft.Text.Length / 2)], FinishReason = "MAX_TOKENS" },
                "loop" => draft with { Text = Looping(draft.Text), FinishReason = "MAX_TOKENS" },
                "safety" => draft with { Text = "", FinishReason = "SAFETY", HasContent = false },
                "recitation" => draft with { Text = "", FinishReason = "RECITATION", HasContent = false },
                "empty" => draft with { Text = "" },
                "thoughts_first" => draft with { Thought = "First I look at who speaks." },
                "unknown_finish" => draft with { FinishReason = "A_REASON_OF_NEXT_YEAR" },
                "fence" => draft with { Text = $"```json\n{draft.Text}\n```" },
                _ => continuations.Split(draft),
            };

    // The model has lost itself: after the first half it says the same sentence, until its limit ends it.
    private static string Looping(string text) => text[..(text.Length / 2)] + string.Concat(Enumerable.Range(0, 200).Select(second =>
        $"{{\"start\":\"{second / 60:00}:{second % 60:00}\",\"end\":\"{second / 60:00}:{second % 60:00}\",\"speaker\":\"S1\",\"text\":\"Y entonces lo vemos la próxima semana.\"}},"));
}

/// <summary>An answer before it is put on the wire.</summary>
internal sealed record GeminiDraft(string Text, string FinishReason)
{
    public required string ModelVersion { get; init; }

    public required int TextTokens { get; init; }

    public required int AudioTokens { get; init; }

    public string? FinishMessage { get; init; }

    public string? BlockReason { get; init; }

    public string? Thought { get; init; }

    public string? ContinuationToken { get; init; }

    public bool HasContent { get; init; } = true;

    public string ResponseId { get; } = Guid.NewGuid().ToString("N")[..22];
}

/// <summary>Tokens, counted as Gemini's documents say: 32 for a second of audio, one for about four letters.</summary>
internal static class GeminiTokens
{
    public static int OfText(string text) => (text.Length + 3) / 4;

    public static int OfSeconds(double seconds) => (int)Math.Ceiling(seconds * 32);
}

/// <summary>Second halves of answers that were cut by Gemini's own limit for a request.</summary>
internal sealed class GeminiContinuations
{
    private readonly Dictionary<string, GeminiDraft> _rest = new(StringComparer.Ordinal);

    public GeminiDraft Split(GeminiDraft draft)
    {
        var token = Convert.ToBase64String(Guid.NewGuid().ToByteArray());
        var half = draft.Text.Length / 2;
        lock (_rest) _rest[token] = draft with { Text = draft.Text[half..] };
        return draft with { Text = draft.Text[..half], FinishReason = "CONTINUATION", ContinuationToken = token };
    }

    public GeminiDraft Take(string token)
    {
        lock (_rest)
        {
            return _rest.Remove(token, out var draft) ? draft : throw GeminiRefusal.Invalid("The continuation token is unknown.");
        }
    }
}
