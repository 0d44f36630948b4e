using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kipu.Gemini;

/// <summary>
/// Turns a server message into events. Content comes before the marks that end it, because present models put both into
/// one message.
/// </summary>
internal static partial class LiveMessages
{
    private const int OutputSampleRate = 24_000;

    public static IEnumerable<LiveEvent> Read(JsonElement message)
    {
        var content = Child(message, "serverContent");
        foreach (var part in Items(Child(Child(content, "modelTurn"), "parts")))
        {
            if (ReadPart(part) is { } piece) yield return piece;
        }

        if (Transcript(content, "inputTranscription") is var (heard, heardAll)) yield return new LiveInputTranscript(heard, heardAll);
        if (Transcript(content, "outputTranscription") is var (said, saidAll)) yield return new LiveOutputTranscript(said, saidAll);
        if (Child(message, "toolCall") is { } toolCall) yield return new LiveToolCall([.. Items(Child(toolCall, "functionCalls")).Select(Call)]);
        if (Child(message, "toolCallCancellation") is { } cancelled)
        {
            yield return new LiveToolCallCancelled([.. Items(Child(cancelled, "ids")).Select(id => id.GetString() ?? "")]);
        }

        if (Child(message, "usageMetadata") is { } usage && usage.Deserialize<Wire.Usage>(Wire.Json) is { } counts)
        {
            yield return new LiveUsage(counts.ToUsage());
        }

        if (Flag(content, "interrupted")) yield return new LiveInterrupted();
        if (Flag(content, "generationComplete")) yield return new LiveGenerationComplete();
        if (Flag(content, "turnComplete")) yield return new LiveTurnComplete(Text(content, "turnCompleteReason"));
        if (Child(message, "sessionResumptionUpdate") is { } update && Flag(update, "resumable") && Text(update, "newHandle") is { Length: > 0 } handle)
        {
            yield return new LiveResumable(handle);
        }

        if (Child(message, "goAway") is { } goAway)
        {
            yield return new LiveGoingAway(GeminiErrors.ParseDuration(Text(goAway, "timeLeft")) ?? TimeSpan.Zero);
        }
    }

    public static bool IsIdle(JsonElement message) => Text(Child(message, "serverContent"), "interactionStatus") is "IDLE";

    private static LiveEvent? ReadPart(JsonElement part)
    {
        if (Child(part, "inlineData") is { } blob && Text(blob, "mimeType") is { } type && type.StartsWith("audio/", StringComparison.Ordinal)
            && Child(blob, "data") is { ValueKind: JsonValueKind.String } data)
        {
            return new LiveAudio(data.GetBytesFromBase64(), SampleRate(type));
        }

        return Text(part, "text") is { Length: > 0 } text && !Flag(part, "thought") ? new LiveText(text) : null;
    }

    private static (string Text, bool IsFinished)? Transcript(JsonElement? content, string name)
    {
        if (Child(content, name) is not { } transcript) return null;

        var text = ControlToken().Replace(Text(transcript, "text") ?? "", "");
        var isFinished = Flag(transcript, "finished");
        return text.Length > 0 || isFinished ? (text, isFinished) : null;
    }

    private static LiveFunctionCall Call(JsonElement call) =>
        new(Text(call, "id") ?? "", Text(call, "name") ?? "", Child(call, "args") ?? JsonDocument.Parse("{}").RootElement);

    private static int SampleRate(string mimeType)
    {
        var rate = mimeType.LastIndexOf("rate=", StringComparison.Ordinal);
        return rate >= 0 && int.TryParse(mimeType.AsSpan(rate + 5), CultureInfo.InvariantCulture, out var value) ? value : OutputSampleRate;
    }

    private static JsonElement? Child(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty(name, out var child)
            && child.ValueKind is not JsonValueKind.Null ? child : null;

    private static List<JsonElement> Items(JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Array } array ? [.. array.EnumerateArray()] : [];

    private static string? Text(JsonElement? element, string name) =>
        Child(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static bool Flag(JsonElement? element, string name) => Child(element, name) is { ValueKind: JsonValueKind.True };

    // Older models let their own control tokens slip into a transcript.
    [GeneratedRegex("<ctrl\\d+>")]
    private static partial Regex ControlToken();
}
