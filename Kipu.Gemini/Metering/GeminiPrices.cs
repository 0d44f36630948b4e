namespace Kipu.Gemini;

/// <summary>What Google charges for a model from a day on, in US dollars per million tokens; that is micro-dollars per token.</summary>
/// <param name="From">The first day, UTC.</param>
/// <param name="Text">Text that is read.</param>
/// <param name="Audio">Audio that is read.</param>
/// <param name="Cached">Whatever is read from a cache; of different rates the higher one, since an answer doesn't tell what was cached.</param>
/// <param name="Written">Text that is written, thoughts included.</param>
/// <param name="Spoken">Audio that is written.</param>
internal sealed record GeminiPrice(DateOnly From, decimal Text, decimal Audio, decimal Cached, decimal Written, decimal Spoken);

/// <summary>
/// List prices of the Developer API's paid tier. Sources: ai.google.dev/gemini-api/docs/pricing as of 2026-10-07; what that page no longer
/// shows from the price list of pydantic/genai-prices, 2026-08-21. Audio rates of gemini-3.8-live are taken from its predecessor.
/// </summary>
public static class GeminiPrices
{
    /// <summary>Prompts above this length have a model's second price, where it has one.</summary>
    private const int LongPrompt = 200_000;

    private static readonly DateOnly Always = DateOnly.MinValue;

    private static readonly GeminiPrice[] Flash3 =
    [
        Reading(Always, 0.75m, 0.75m, 0.075m, 3.75m),
        Reading(new(2027, 1, 1), 1.50m, 1.50m, 0.15m, 7.50m),
    ];

    private static readonly Dictionary<string, GeminiPrice[]> Prices = new()
    {
        ["gemini-3.8-flash"] = Flash3,
        ["gemini-3.7-flash"] = Flash3,
        ["gemini-3.6-flash"] = Flash3,
        ["gemini-3.5-flash"] = [Reading(Always, 1.50m, 1.50m, 0.15m, 9.00m)],
        ["gemini-3.5-flash-lite"] = [Reading(Always, 0.30m, 0.30m, 0.03m, 2.50m)],
        ["gemini-3.1-flash-lite"] = [Reading(Always, 0.25m, 0.50m, 0.05m, 1.50m)],
        ["gemini-2.5-flash"] = [Reading(Always, 0.30m, 1.00m, 0.10m, 2.50m)],
        ["gemini-3.1-pro-preview"] = [Reading(Always, 2.00m, 2.00m, 2.00m, 12.00m)],
        ["gemini-3.8-live"] = [Talking(0.75m, 4.50m)],
        ["gemini-3.8-live-extended-thinking"] = [Talking(0.75m, 4.50m)],
        ["gemini-3.1-flash-live-preview"] = [Talking(0.75m, 4.50m)],
        ["gemini-live-2.5-flash-native-audio"] = [Talking(0.50m, 2.00m)],
        ["gemini-embedding-001"] = [Reading(Always, 0.15m, 0.15m, 0.15m, 0m)],
        ["gemini-embedding-2"] = [Reading(Always, 0.20m, 0.20m, 0.20m, 0m)],
    };

    private static readonly Dictionary<string, GeminiPrice> LongPrices = new()
    {
        ["gemini-3.1-pro-preview"] = Reading(Always, 4.00m, 4.00m, 4.00m, 18.00m),
    };

    /// <summary>
    /// The list price of one answer in millionths of a US dollar. Details by modality may not add up to the totals: what is missing is text.
    /// </summary>
    /// <returns>Null for a model whose price isn't known.</returns>
    public static decimal? MicroDollarsOf(string model, GeminiUsage usage, DateTimeOffset at)
    {
        if (Find(model, usage.PromptTokens, DateOnly.FromDateTime(at.UtcDateTime)) is not { } price) return null;

        var heard = usage.PromptDetails.GetValueOrDefault(GeminiModality.Audio);
        var fresh = Math.Max(0, usage.PromptTokens - usage.CachedTokens);
        // What came from the cache stood at the prompt's beginning, which is where audio stands.
        var freshAudio = Math.Min(fresh, Math.Max(0, heard - usage.CachedTokens));
        var spoken = usage.OutputDetails.GetValueOrDefault(GeminiModality.Audio);
        var written = Math.Max(0, usage.OutputTokens - spoken) + usage.ThoughtTokens;
        return ((fresh - freshAudio) * price.Text) + (freshAudio * price.Audio) + (usage.CachedTokens * price.Cached)
            + (written * price.Written) + (spoken * price.Spoken);
    }

    private static GeminiPrice? Find(string model, int promptTokens, DateOnly day)
    {
        if (promptTokens > LongPrompt && LongPrices.TryGetValue(model, out var priceOfLong)) return priceOfLong;
        return Prices.TryGetValue(model, out var prices) ? prices.Last(price => price.From <= day) : null;
    }

    private static GeminiPrice Reading(DateOnly from, decimal text, decimal audio, decimal cached, decimal written) =>
        new(from, text, audio, cached, written, Spoken: written);

    private static GeminiPrice Talking(decimal text, decimal written) => new(Always, text, Audio: 3.00m, Cached: 3.00m, written, Spoken: 12.00m);
}
