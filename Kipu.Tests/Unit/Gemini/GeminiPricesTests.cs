using Kipu.Gemini;

namespace Kipu.Tests;

public sealed class GeminiPricesTests
{
    private static readonly DateTimeOffset Autumn2026 = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_hour_of_audio_costs_what_its_tokens_cost()
    {
        var usage = new GeminiUsage
        {
            PromptTokens = 115_200,
            PromptDetails = new Dictionary<GeminiModality, int> { [GeminiModality.Audio] = 115_200 },
        };

        Assert.Equal(86_400, GeminiPrices.MicroDollarsOf("gemini-3.8-flash", usage, Autumn2026));
    }

    [Fact]
    public void A_price_that_changes_holds_from_its_first_day_on()
    {
        var usage = new GeminiUsage { PromptTokens = 1_000_000 };
        var newYear = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal(750_000, GeminiPrices.MicroDollarsOf("gemini-3.8-flash", usage, newYear.AddTicks(-1)));
        Assert.Equal(1_500_000, GeminiPrices.MicroDollarsOf("gemini-3.8-flash", usage, newYear));
    }

    [Fact]
    public void Each_modality_has_its_price_and_what_the_details_leave_out_is_text()
    {
        var usage = new GeminiUsage
        {
            PromptTokens = 1_050,
            PromptDetails = new Dictionary<GeminiModality, int> { [GeminiModality.Audio] = 1_000 },
            OutputTokens = 500,
            OutputDetails = new Dictionary<GeminiModality, int> { [GeminiModality.Audio] = 400 },
            ThoughtTokens = 10,
        };

        Assert.Equal((50 * 0.75m) + (1_000 * 3m) + (110 * 4.5m) + (400 * 12m), GeminiPrices.MicroDollarsOf("gemini-3.8-live", usage, Autumn2026));
    }

    [Fact]
    public void Tokens_from_a_cache_cost_less()
    {
        var usage = new GeminiUsage
        {
            PromptTokens = 1_000,
            CachedTokens = 600,
            PromptDetails = new Dictionary<GeminiModality, int> { [GeminiModality.Audio] = 800 },
        };

        Assert.Equal((200 * 0.25m) + (200 * 0.5m) + (600 * 0.05m), GeminiPrices.MicroDollarsOf("gemini-3.1-flash-lite", usage, Autumn2026));
    }

    [Fact]
    public void A_long_prompt_has_its_own_price_where_the_model_has_one()
    {
        Assert.Equal(800_004, GeminiPrices.MicroDollarsOf("gemini-3.1-pro-preview", new() { PromptTokens = 200_001 }, Autumn2026));
        Assert.Equal(400_000, GeminiPrices.MicroDollarsOf("gemini-3.1-pro-preview", new() { PromptTokens = 200_000 }, Autumn2026));
    }

    [Fact]
    public void A_model_without_a_known_price_has_none()
    {
        Assert.Null(GeminiPrices.MicroDollarsOf("gemini-99", new() { PromptTokens = 1 }, Autumn2026));
    }

    [Fact]
    public async Task A_meter_counts_the_calls_within_it_and_no_others()
    {
        var usage = new GeminiUsage { PromptTokens = 1_000, OutputTokens = 100 };
        GeminiMeter.Count("gemini-3.8-flash", usage, Autumn2026);
        using var outer = GeminiMeter.Begin();
        using (var inner = GeminiMeter.Begin())
        {
            await Task.WhenAll(Task.Run(() => GeminiMeter.Count("gemini-3.8-flash", usage, Autumn2026)), Task.Run(() => GeminiMeter.Count("gemini-99", usage, Autumn2026)));

            Assert.Equal((2_200, 1_125), inner.Take());
            Assert.Equal((0, 0), inner.Take());
        }

        GeminiMeter.Count("gemini-3.8-flash", usage, Autumn2026);
        Assert.Equal((1_100, 1_125), outer.Take());
    }
}
