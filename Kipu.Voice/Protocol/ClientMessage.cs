using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Kipu.Voice;

/// <summary>What a client says; the same in all dialects.</summary>
internal abstract record ClientMessage
{
    /// <summary>PCM16 mono 16 kHz.</summary>
    public sealed record Audio(ReadOnlyMemory<byte> Pcm) : ClientMessage;

    public sealed record Text(string Words) : ClientMessage;

    /// <summary>The user has finished: answer what was heard.</summary>
    public sealed record TurnComplete : ClientMessage;

    public sealed record ActivityStart : ClientMessage;

    public sealed record ActivityEnd : ClientMessage;

    /// <summary>Be quiet.</summary>
    public sealed record Interrupt : ClientMessage;

    /// <param name="Token">Comes back with the pong as it was sent.</param>
    public sealed record Ping(JsonElement? Token) : ClientMessage;

    public sealed record Close : ClientMessage;

    public const int LongestText = 4_000;

    /// <returns>False with the reason when it is nothing we know.</returns>
    public static bool TryParse(ReadOnlyMemory<byte> utf8, [NotNullWhen(true)] out ClientMessage? message, [NotNullWhen(false)] out string? problem)
    {
        (message, problem) = Parse(utf8);
        return message is not null;
    }

    private static (ClientMessage? Message, string? Problem) Parse(ReadOnlyMemory<byte> utf8)
    {
        JsonElement json;
        try
        {
            using var document = JsonDocument.Parse(utf8, new() { MaxDepth = 8 });
            json = document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return (null, "A text frame is one JSON object.");
        }

        if (json.ValueKind is not JsonValueKind.Object || StringOf(json, "type") is not { } type) return (null, "A message is a JSON object with a type.");
        return type switch
        {
            "audio" => ParseAudio(json),
            "text" => ParseText(json),
            "turn_complete" => (new TurnComplete(), null),
            "activity_start" => (new ActivityStart(), null),
            "activity_end" => (new ActivityEnd(), null),
            "interrupt" => (new Interrupt(), null),
            "ping" => (new Ping(json.TryGetProperty("t", out var token) ? token : null), null),
            "close" => (new Close(), null),
            _ => (null, "This type of message is not known."),
        };
    }

    private static (ClientMessage?, string?) ParseAudio(JsonElement json)
    {
        if (!json.TryGetProperty("data", out var data) || data.ValueKind is not JsonValueKind.String || !data.TryGetBytesFromBase64(out var pcm))
        {
            return (null, "audio needs data, in base64.");
        }

        return IsPcm(pcm) ? (new Audio(pcm), null) : (null, "Audio is 16-bit PCM: an even number of bytes, and not none.");
    }

    /// <summary>Whether bytes can be samples of 16 bits.</summary>
    public static bool IsPcm(ReadOnlyMemory<byte> bytes) => bytes.Length > 0 && bytes.Length % sizeof(short) == 0;

    private static (ClientMessage?, string?) ParseText(JsonElement json) => StringOf(json, "text") switch
    {
        null => (null, "text needs text."),
        { Length: > LongestText } => (null, "The text is too long."),
        var text when string.IsNullOrWhiteSpace(text) => (null, "The text is empty."),
        var text => (new Text(text.Trim()), null),
    };

    private static string? StringOf(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
