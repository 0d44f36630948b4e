using System.Text.Json;

namespace Kipu.Gemini;

/// <summary>How hard the model thinks before it answers. Thoughts cost output tokens and count against the limit.</summary>
public enum GeminiThinking
{
    Low,
    Medium,
    High,
}

/// <summary>What is asked of a model. Sampling settings are absent on purpose: present models ignore or refuse them.</summary>
public sealed record GeminiRequest
{
    /// <summary>A model of the caller's choice; otherwise those of <see cref="GeminiOptions.AnalysisModels"/>, in their order.</summary>
    public string? Model { get; init; }

    public string? SystemInstruction { get; init; }

    /// <summary>The conversation so far; its last turn is the user's.</summary>
    public required IReadOnlyList<GeminiTurn> Turns { get; init; }

    /// <summary>A JSON Schema that the answer has to follow. Without one the answer is plain text.</summary>
    public JsonElement? JsonSchema { get; init; }

    public GeminiThinking Thinking { get; init; } = GeminiThinking.Low;

    public int MaxOutputTokens { get; init; } = 65_536;

    /// <summary>Asks one thing. Audio comes first, so that a second question about it can use Gemini's cache.</summary>
    public static GeminiRequest Ask(params IReadOnlyList<GeminiPart> parts) => new() { Turns = [new(GeminiRole.User, parts)] };
}

public enum GeminiRole
{
    User,
    Model,
}

public sealed record GeminiTurn(GeminiRole Role, IReadOnlyList<GeminiPart> Parts)
{
    public static GeminiTurn User(string text) => new(GeminiRole.User, [GeminiPart.OfText(text)]);

    public static GeminiTurn Model(string text) => new(GeminiRole.Model, [GeminiPart.OfText(text)]);
}

/// <summary>A piece of a turn: text, a file that was uploaded before, or bytes.</summary>
public abstract record GeminiPart
{
    private GeminiPart()
    {
    }

    public static GeminiPart OfText(string text) => new TextPart(text);

    public static GeminiPart OfFile(GeminiFile file) => new FilePart(file.Uri, file.MimeType);

    /// <summary>A file by its address; on Vertex AI that is a gs:// one.</summary>
    public static GeminiPart OfFile(string uri, string mimeType) => new FilePart(uri, mimeType);

    /// <summary>Bytes within the request. The whole request may have 100 MB, and the bytes grow by a third.</summary>
    public static GeminiPart OfBytes(ReadOnlyMemory<byte> bytes, string mimeType) => new BytesPart(bytes, mimeType);

    internal sealed record TextPart(string Text) : GeminiPart;

    internal sealed record FilePart(string Uri, string MimeType) : GeminiPart;

    internal sealed record BytesPart(ReadOnlyMemory<byte> Bytes, string MimeType) : GeminiPart;
}
