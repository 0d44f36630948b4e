using JasperFx;
using JasperFx.CodeGeneration;
using Wolverine;
using Wolverine.Configuration;
using Wolverine.ErrorHandling;
using Wolverine.Runtime;
using Wolverine.Runtime.Handlers;

namespace Kipu.Recordings;

/// <summary>
/// An analysis that can't be stored ends its recording with an error, so that it can be processed again. It does not become a dead letter:
/// that would keep what was said beyond the end of the recording, and the worker still has what it found.
/// </summary>
internal sealed class RefusedAnalyses : IHandlerPolicy
{
    public void Apply(IReadOnlyList<HandlerChain> chains, GenerationRules rules, IServiceContainer container)
    {
        foreach (var chain in chains.Where(c => c.MessageType == typeof(RecordingAnalyzed)))
        {
            chain.OnAnyException().TryAgain().Then.CustomAction(FailAsync, "End the recording with an error");
        }
    }

    internal static RecordingFailed FailureOf(RecordingAnalyzed message, DateTimeOffset now) => new(
        message.RecordingId, message.OrganizationId, message.JobId, "analysis_not_stored",
        "The analysis was made and could not be stored. Have the recording processed again.", Retryable: true, now);

    /// <remarks>The handler's own context belongs to the transaction that was rolled back.</remarks>
    private static async ValueTask FailAsync(IWolverineRuntime runtime, IEnvelopeLifecycle lifecycle, Exception exception)
    {
        var bus = new MessageContext(runtime) { TenantId = lifecycle.Envelope!.TenantId };
        await bus.PublishAsync(FailureOf((RecordingAnalyzed)lifecycle.Envelope.Message!, DateTimeOffset.UtcNow));
        await bus.FlushOutgoingMessagesAsync();
        await lifecycle.CompleteAsync();
    }
}
