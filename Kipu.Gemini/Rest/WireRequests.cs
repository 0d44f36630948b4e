namespace Kipu.Gemini;

/// <summary>Puts a request into Gemini's words, without what the model at hand would refuse.</summary>
internal static class WireRequests
{
    // People say in meetings what they say; a transcript that leaves it out is wrong.
    private static readonly Wire.SafetySetting[] NothingWithheld =
    [
        new("HARM_CATEGORY_HARASSMENT", "OFF"),
        new("HARM_CATEGORY_HATE_SPEECH", "OFF"),
        new("HARM_CATEGORY_SEXUALLY_EXPLICIT", "OFF"),
        new("HARM_CATEGORY_DANGEROUS_CONTENT", "OFF"),
    ];

    public static Wire.Request ToWire(this GeminiRequest request, string model, string? continuationToken) => new(
        Contents(request),
        System(request),
        NothingWithheld,
        new(
            request.MaxOutputTokens,
            request.JsonSchema is null ? null : "application/json",
            request.JsonSchema,
            // The 2.x models know budgets instead of levels; their default is right for us.
            model.StartsWith("gemini-2", StringComparison.Ordinal) ? null : new(request.Thinking.ToString().ToUpperInvariant())),
        continuationToken);

    public static Wire.CountRequest ToCount(this GeminiRequest request, string modelResource) =>
        new(new(modelResource, Contents(request), System(request)));

    private static Wire.Content? System(GeminiRequest request) =>
        request.SystemInstruction is { } text ? new("user", [new() { Text = text }]) : null;

    private static List<Wire.Content> Contents(GeminiRequest request) =>
        [.. request.Turns.Select(turn => new Wire.Content(turn.Role is GeminiRole.User ? "user" : "model", [.. turn.Parts.Select(ToWire)]))];

    private static Wire.Part ToWire(GeminiPart part) => part switch
    {
        GeminiPart.TextPart text => new() { Text = text.Text },
        GeminiPart.FilePart file => new() { FileData = new(file.Uri, file.MimeType) },
        GeminiPart.BytesPart bytes => new() { InlineData = new(bytes.MimeType, bytes.Bytes) },
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
