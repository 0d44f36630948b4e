using System.Text.Encodings.Web;
using System.Text.Json;

namespace Kipu.Speech;

/// <summary>What the engine and its Whisper process say to each other: a line of JSON each.</summary>
internal static class WhisperProtocol
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="File">16 kHz mono PCM.</param>
    /// <param name="Language">A two-letter code; null lets the model find out.</param>
    /// <param name="Prompt">Names and terms to expect.</param>
    public sealed record Request(string File, string? Language, string? Prompt);

    public sealed record Answer(IReadOnlyList<Segment> Segments);

    /// <summary>Seconds from the file's start.</summary>
    public sealed record Segment(double Start, double End, string Text, double Confidence, string Language);
}
