namespace Kipu.Gemini;

public enum GeminiModality
{
    Text,
    Audio,
    Image,
    Video,
    Document,
}

/// <summary>Tokens of one answer, or of several added up. Thoughts are billed as output.</summary>
public sealed record GeminiUsage
{
    public static GeminiUsage None { get; } = new();

    /// <summary>Everything that was read, cached tokens included.</summary>
    public int PromptTokens { get; init; }

    public int CachedTokens { get; init; }

    public int OutputTokens { get; init; }

    public int ThoughtTokens { get; init; }

    public int TotalTokens { get; init; }

    public IReadOnlyDictionary<GeminiModality, int> PromptDetails { get; init; } = new Dictionary<GeminiModality, int>();

    public IReadOnlyDictionary<GeminiModality, int> OutputDetails { get; init; } = new Dictionary<GeminiModality, int>();

    public static GeminiUsage operator +(GeminiUsage left, GeminiUsage right) => new()
    {
        PromptTokens = left.PromptTokens + right.PromptTokens,
        CachedTokens = left.CachedTokens + right.CachedTokens,
        OutputTokens = left.OutputTokens + right.OutputTokens,
        ThoughtTokens = left.ThoughtTokens + right.ThoughtTokens,
        TotalTokens = left.TotalTokens + right.TotalTokens,
        PromptDetails = Sum(left.PromptDetails, right.PromptDetails),
        OutputDetails = Sum(left.OutputDetails, right.OutputDetails),
    };

    /// <summary>The same sum for languages without operators.</summary>
    public GeminiUsage Add(GeminiUsage other) => this + other;

    private static Dictionary<GeminiModality, int> Sum(
        IReadOnlyDictionary<GeminiModality, int> left, IReadOnlyDictionary<GeminiModality, int> right) =>
        left.Concat(right).GroupBy(pair => pair.Key).ToDictionary(group => group.Key, group => group.Sum(pair => pair.Value));
}
