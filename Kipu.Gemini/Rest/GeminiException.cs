namespace Kipu.Gemini;

/// <summary>Why Gemini gave no answer at all. What it answers instead of text is a <see cref="GeminiOutcome"/>.</summary>
public enum GeminiFailure
{
    /// <summary>The request itself is wrong, or the account lacks what it needs (billing, region).</summary>
    InvalidRequest,
    Unauthorized,
    Forbidden,
    /// <summary>No such model (any more), or no such file.</summary>
    NotFound,
    /// <summary>Too large to be sent inline: upload it as a file.</summary>
    TooLarge,
    /// <summary>Too many requests for the moment.</summary>
    RateLimited,
    /// <summary>The day's quota is used up; it is renewed at midnight in California.</summary>
    QuotaExhausted,
    Overloaded,
    Internal,
    TimedOut,
    /// <summary>The connection could not be made, or broke.</summary>
    Network,
    /// <summary>An answer that the protocol doesn't allow.</summary>
    Protocol,
}

/// <summary>A call to Gemini that failed for good, after the retries that its kind allows.</summary>
public sealed class GeminiException(GeminiFailure failure, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    public GeminiFailure Failure { get; } = failure;

    public int? StatusCode { get; init; }

    /// <summary>Gemini's own name of the error, such as RESOURCE_EXHAUSTED.</summary>
    public string? Status { get; init; }

    /// <summary>How long to wait before the same call makes sense again, when that is known.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the same call may succeed later without any change to it.</summary>
    public bool IsTransient => Failure is GeminiFailure.RateLimited or GeminiFailure.QuotaExhausted or GeminiFailure.Overloaded
        or GeminiFailure.Internal or GeminiFailure.TimedOut or GeminiFailure.Network;
}
