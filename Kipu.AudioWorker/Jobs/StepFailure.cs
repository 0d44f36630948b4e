using System.Net;
using Kipu.Gemini;
using Kipu.Speech;

namespace Kipu.AudioWorker;

/// <summary>What the failure of an attempt means.</summary>
/// <param name="Code">Stable, for the customer.</param>
/// <param name="Message">The same in words.</param>
/// <param name="Retryable">Whether the customer may try the recording again later.</param>
/// <param name="Final">Whether another attempt now would end in the same way.</param>
/// <param name="RetryAfter">When another attempt makes sense, where the engine said so.</param>
internal sealed record StepFailure(string Code, string Message, bool Retryable = true, bool Final = false, TimeSpan? RetryAfter = null)
{
    public static readonly StepFailure WorkerLost = new("worker_lost", "The workers that took this on did not survive it.");

    private static readonly StepFailure Unavailable = new("analysis_unavailable", "The analysis could not be made now. Try again later.");

    public static StepFailure Of(Exception exception, StepKind kind) => exception switch
    {
        // What was measured from end to end can be heard: a part that can't is tried again, and becomes a gap.
        MediaRefusedException refused => new(refused.Code, refused.Message, Retryable: kind is not StepKind.Prepare, Final: kind is StepKind.Prepare),
        // Key, billing, region, or a request that it will never take: trying again changes nothing.
        GeminiException { IsTransient: false } =>
            new("engine_refused", "The analysis engine refused the request. Its operator has to look at it.", Final: true),
        GeminiException gemini => Unavailable with { RetryAfter = gemini.RetryAfter },
        HttpRequestException { StatusCode: HttpStatusCode.NotFound } =>
            new("recording_gone", "The recording is not there any more.", Retryable: false, Final: true),
        _ => Unavailable,
    };
}
