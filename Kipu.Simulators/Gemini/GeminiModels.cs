using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>A model of the list, with what it refuses.</summary>
/// <param name="Name">Without the prefix models/.</param>
/// <param name="Kind">What it does.</param>
/// <param name="RefusesMinimalThinking">Knows the thinking levels LOW, MEDIUM and HIGH only.</param>
/// <param name="HasFixedSampling">Ignores temperature and its kin, refuses penalties and prefilled answers.</param>
/// <param name="NeedsThinking">A voice model that refuses a setup without a thinking level; the others refuse one with it.</param>
internal sealed record GeminiModel(
    string Name, GeminiModelKind Kind, bool RefusesMinimalThinking = false, bool HasFixedSampling = false, bool NeedsThinking = false)
{
    private IEnumerable<string> Methods => Kind switch
    {
        GeminiModelKind.Content => ["generateContent", "countTokens"],
        GeminiModelKind.Voice => ["bidiGenerateContent"],
        _ => ["embedContent", "batchEmbedContents"],
    };

    public JsonObject ToJson() => new()
    {
        ["name"] = $"models/{Name}",
        ["version"] = "kipu-simulator",
        ["displayName"] = $"{Name} (simulated by Kipu)",
        ["description"] = "Stands in for the model of this name; listens and reads with Kipu's embedded engine.",
        ["inputTokenLimit"] = Kind is GeminiModelKind.Content ? 1_048_576 : Kind is GeminiModelKind.Voice ? 131_072 : 2_048,
        ["outputTokenLimit"] = Kind is GeminiModelKind.Embedding ? 1 : 65_536,
        ["supportedGenerationMethods"] = new JsonArray([.. Methods.Select(method => JsonValue.Create(method))]),
    };
}

internal enum GeminiModelKind
{
    Content,
    Voice,
    Embedding,
}

/// <summary>The models that are there. What was shut down is missing, so that clients meet a 404 for it.</summary>
internal static class GeminiModels
{
    public static IReadOnlyList<GeminiModel> All { get; } =
    [
        new("gemini-3.8-flash", GeminiModelKind.Content, RefusesMinimalThinking: true, HasFixedSampling: true),
        new("gemini-3.7-flash", GeminiModelKind.Content, RefusesMinimalThinking: true, HasFixedSampling: true),
        new("gemini-3.6-flash", GeminiModelKind.Content, HasFixedSampling: true),
        new("gemini-3.5-flash", GeminiModelKind.Content),
        new("gemini-3.5-flash-lite", GeminiModelKind.Content, HasFixedSampling: true),
        new("gemini-3.1-flash-lite", GeminiModelKind.Content),
        new("gemini-3.8-live", GeminiModelKind.Voice),
        new("gemini-3.8-live-extended-thinking", GeminiModelKind.Voice, NeedsThinking: true),
        new("gemini-3.1-flash-live-preview", GeminiModelKind.Voice),
        new("gemini-embedding-001", GeminiModelKind.Embedding),
        new("gemini-embedding-2", GeminiModelKind.Embedding),
    ];

    public static GeminiModel? Find(string name) => All.FirstOrDefault(model => model.Name == name);

    /// <exception cref="GeminiRefusal">There is no such model, or it can't do this.</exception>
    public static GeminiModel Get(string name, GeminiModelKind kind, string version, string method)
    {
        if (Find(name) is not { } model) throw GeminiRefusal.NoModel(name, version, method);
        if (model.Kind == kind) return model;

        // Gemini refuses a voice model here as a wrong argument, and any other one as missing.
        throw model.Kind is GeminiModelKind.Voice
            ? GeminiRefusal.Invalid($"Model models/{name} does not support {method}.")
            : GeminiRefusal.NoModel(name, version, method);
    }
}
