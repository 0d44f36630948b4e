namespace Kipu.Gemini;

/// <summary>
/// Adds up what all calls of Gemini cost that are made in its scope, however deep, failed and repeated ones included. Like a trace's span
/// it goes with the flow of the code, so that nothing in between has to hand it on.
/// </summary>
public sealed class GeminiMeter : IDisposable
{
    private static readonly AsyncLocal<GeminiMeter?> Current = new();

    private readonly Lock _gate = new();
    private readonly GeminiMeter? _outer = Current.Value;
    private long _tokens;
    private decimal _microDollars;

    private GeminiMeter()
    {
    }

    /// <summary>Begins a scope, which ends with its disposal.</summary>
    public static GeminiMeter Begin() => Current.Value = new();

    /// <summary>What was counted since the last time, and counts from zero again.</summary>
    /// <returns>Tokens read and written, and their list price in millionths of a US dollar; a model without a known price adds none.</returns>
    public (long Tokens, long MicroDollars) Take()
    {
        lock (_gate)
        {
            var taken = (_tokens, (long)Math.Ceiling(_microDollars));
            (_tokens, _microDollars) = (0, 0);
            return taken;
        }
    }

    public void Dispose() => Current.Value = _outer;

    internal static void Count(string model, GeminiUsage usage, DateTimeOffset at) => Current.Value?.Add(model, usage, at);

    private void Add(string model, GeminiUsage usage, DateTimeOffset at)
    {
        lock (_gate)
        {
            _tokens += usage.PromptTokens + usage.OutputTokens + usage.ThoughtTokens;
            _microDollars += GeminiPrices.MicroDollarsOf(model, usage, at) ?? 0;
        }
    }
}
