using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kipu.Gemini;

/// <summary>What became of a request that Gemini took.</summary>
public enum GeminiOutcome
{
    /// <summary>The model said all it had to say.</summary>
    Complete,
    /// <summary>The limit of tokens cut the answer; JSON is torn in the middle.</summary>
    Truncated,
    /// <summary>Withheld by a safety rule, in the question or in the answer.</summary>
    Blocked,
    /// <summary>Withheld because it repeats known texts: songs, readings.</summary>
    Recited,
    /// <summary>The model repeated itself and was stopped; the text is the good part before.</summary>
    Looped,
    /// <summary>No text came, and no reason that explains it.</summary>
    Empty,
    /// <summary>Ended for a reason that this client doesn't know.</summary>
    Other,
}

/// <summary>An answer as typed outcome; <see cref="Text"/> may be partial or empty unless it is complete.</summary>
public sealed record GeminiAnswer
{
    private static readonly JsonSerializerOptions Lenient = new(JsonSerializerDefaults.Web) { Converters = { new WithoutNul() } };

    public required GeminiOutcome Outcome { get; init; }

    public required string Text { get; init; }

    /// <summary>Gemini's own word: a finish reason, or the reason why the question was blocked.</summary>
    public string? FinishReason { get; init; }

    /// <summary>What Gemini adds to its reason, in words.</summary>
    public string? FinishMessage { get; init; }

    /// <summary>The model that was asked.</summary>
    public required string Model { get; init; }

    /// <summary>The model that answered, as it names itself.</summary>
    public string? ModelVersion { get; init; }

    public string? ResponseId { get; init; }

    public GeminiUsage Usage { get; init; } = GeminiUsage.None;

    /// <summary>Reads the text as JSON, also where the model has put it into a Markdown fence.</summary>
    /// <returns>False when the answer isn't complete, or isn't that JSON.</returns>
    public bool TryReadJson<T>([NotNullWhen(true)] out T? value, JsonSerializerOptions? options = null)
    {
        value = default;
        if (Outcome is not GeminiOutcome.Complete) return false;

        try
        {
            value = JsonSerializer.Deserialize<T>(WithoutFence(Text), options ?? Lenient);
        }
        catch (JsonException)
        {
            // A schema is no guarantee: the caller learns it by the return value and asks again.
            return false;
        }

        return value is not null;
    }

    private static string WithoutFence(string text)
    {
        var trimmed = text.Trim();
        if (!trimmed.StartsWith("```", StringComparison.Ordinal)) return trimmed;

        var start = trimmed.IndexOf('\n', StringComparison.Ordinal);
        var end = trimmed.LastIndexOf("```", StringComparison.Ordinal);
        return start > 0 && end > start ? trimmed[(start + 1)..end] : trimmed;
    }
}

/// <summary>Reads texts without the character of code 0, which models write now and then and no database takes.</summary>
internal sealed class WithoutNul : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString()?.Replace("\0", "", StringComparison.Ordinal);

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

/// <summary>A piece of an answer that is being written; the last one carries the whole answer with its outcome.</summary>
public sealed record GeminiDelta(string Text, GeminiAnswer? Final);
