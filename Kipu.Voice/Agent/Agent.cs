using Kipu.Gemini;

namespace Kipu.Voice;

/// <summary>Opens the agent's side of a conversation.</summary>
internal sealed class Agent(GeminiLive gemini, IServiceScopeFactory scopes, AgentAvailability availability)
{
    /// <summary>Starts where the session stopped: by Gemini's own memory, or when it has lost that by telling it what was said.</summary>
    /// <exception cref="GeminiException">It can't be reached.</exception>
    public async Task<GeminiLiveSession> ConnectAsync(
        SessionHold.Held held, RecordingContext recording, bool manualActivity, CancellationToken cancellationToken)
    {
        var setup = new LiveSetup
        {
            SystemInstruction = AgentInstruction.For(recording),
            Functions = [SearchTranscript.Declaration],
            ManualActivity = manualActivity,
            ResumptionHandle = held.Session.ResumptionHandle,
        };
        try
        {
            var session = await OpenAsync(setup, held, cancellationToken);
            availability.Answered();
            return session;
        }
        catch (GeminiException)
        {
            availability.Failed();
            throw;
        }
    }

    public async Task<RecordingContext?> FindRecordingAsync(Guid recordingId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<RecordingsClient>().FindContextAsync(recordingId, cancellationToken)).Context;
    }

    private async Task<GeminiLiveSession> OpenAsync(LiveSetup setup, SessionHold.Held held, CancellationToken cancellationToken)
    {
        if (setup.ResumptionHandle is not null)
        {
            try
            {
                return await gemini.ConnectAsync(setup, cancellationToken);
            }
            catch (GeminiException exception) when (exception.Failure is GeminiFailure.NotFound or GeminiFailure.InvalidRequest)
            {
                // The state has expired, or belongs to a model that is no more.
            }
        }

        var session = await gemini.ConnectAsync(setup with { ResumptionHandle = null }, cancellationToken);
        if (held.Turns.Count > 0) await session.SendHistoryAsync(TurnJournal.HistoryOf(held.Turns), cancellationToken);
        return session;
    }
}
