using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kipu.Gemini;

/// <summary>Repeats a call that failed in passing: growing pauses with full jitter, or the pause that Gemini asks for.</summary>
internal sealed partial class GeminiRetry(
    IOptions<GeminiOptions> options, GeminiTelemetry telemetry, TimeProvider time, ILogger<GeminiRetry> logger)
{
    public async Task<T> RunAsync<T>(string operation, Func<CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
    {
        for (var number = 1; ; number++)
        {
            try
            {
                return await attempt(cancellationToken);
            }
            catch (GeminiException exception) when (DelayAfter(exception, number) is { } delay)
            {
                telemetry.Retried(operation, exception.Failure);
                LogRetry(logger, operation, number, exception.Failure, exception.StatusCode, delay);
                await Task.Delay(delay, time, cancellationToken);
            }
        }
    }

    /// <returns>The pause before the next attempt; null when there is to be none.</returns>
    internal TimeSpan? DelayAfter(GeminiException exception, int attempt)
    {
        var attempts = exception.Failure switch
        {
            GeminiFailure.RateLimited or GeminiFailure.Overloaded or GeminiFailure.Network => options.Value.MaxAttempts,
            // A 500 may also mean that the input is too much: repeating it for long helps nobody.
            GeminiFailure.Internal => Math.Min(3, options.Value.MaxAttempts),
            GeminiFailure.TimedOut => Math.Min(2, options.Value.MaxAttempts),
            _ => 1,
        };
        if (attempt >= attempts) return null;

        var asked = exception.RetryAfter ?? TimeSpan.Zero;
        if (asked > options.Value.LongestRetryDelay) return null;

        var ceiling = Math.Min(
            options.Value.RetryDelay.TotalMilliseconds * Math.Pow(2, attempt - 1), options.Value.LongestRetryDelay.TotalMilliseconds);
        var backoff = TimeSpan.FromMilliseconds(Random.Shared.NextDouble() * ceiling);
        return asked > backoff ? asked : backoff;
    }

    [LoggerMessage(LogLevel.Information, "Gemini {Operation}: attempt {Attempt} failed with {Failure} ({StatusCode}), next in {Delay}")]
    private static partial void LogRetry(
        ILogger logger, string operation, int attempt, GeminiFailure failure, int? statusCode, TimeSpan delay);
}
