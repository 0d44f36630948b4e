using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Kipu.Gemini;

/// <summary>Asks the next model of a list when one is gone or has no room, and remembers for an hour which one is gone.</summary>
internal sealed partial class ModelFallback(GeminiTelemetry telemetry, TimeProvider time, ILogger<ModelFallback> logger)
{
    private static readonly TimeSpan Memory = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _goneUntil = new(StringComparer.Ordinal);

    public async Task<T> RunAsync<T>(IReadOnlyList<string> models, Func<string, Task<T>> ask)
    {
        var candidates = Alive(models);
        for (var index = 0; ; index++)
        {
            try
            {
                return await ask(candidates[index]);
            }
            catch (GeminiException exception) when (MovesOn(exception, candidates[index]) && index + 1 < candidates.Count)
            {
                telemetry.FellBack(candidates[index], candidates[index + 1]);
            }
        }
    }

    private List<string> Alive(IReadOnlyList<string> models)
    {
        var alive = models.Where(model => !_goneUntil.TryGetValue(model, out var until) || until <= time.GetUtcNow()).ToList();

        // All are gone: ask anew, so that the caller gets Gemini's own words for it.
        return alive.Count > 0 ? alive : [.. models];
    }

    private bool MovesOn(GeminiException exception, string model)
    {
        if (exception.Failure is GeminiFailure.NotFound)
        {
            _goneUntil[model] = time.GetUtcNow() + Memory;
            LogGone(logger, model);
            return true;
        }

        return exception.Failure is GeminiFailure.Overloaded or GeminiFailure.QuotaExhausted;
    }

    [LoggerMessage(LogLevel.Warning, "Gemini has no model {Model} for us; it isn't asked for an hour")]
    private static partial void LogGone(ILogger logger, string model);
}
