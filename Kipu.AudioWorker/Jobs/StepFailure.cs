using Kipu.Gemini;

namespace Kipu.AudioWorker;

/// <summary>What the failure of an attempt means: its code and words for the customer, and whether and when another attempt makes sense.</summary>
internal sealed record StepFailure(string Code, string Message, bool Final = false, TimeSpan? RetryAfter = null)
{
    private static readonly StepFailure Unavailable = new("analysis_unavailable", "The analysis could not be made now. Try again later.");

    public static StepFailure Of(Exception exception) => exception switch
    {
        // Key, billing, region, or a request that it will never take: trying again changes nothing.
        GeminiException { IsTransient: false } => new("engine_refused", "The analysis engine refused the request. Its operator has to look at it.", Final: true),
        GeminiException gemini => Unavailable with { RetryAfter = gemini.RetryAfter },
        _ => Unavailable,
    };
}
