using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Kipu.Gemini;
using Microsoft.Extensions.Options;

namespace Kipu.Voice;

/// <summary>What relays need.</summary>
internal sealed class VoiceRelayFactory(
    Agent agent, SessionHold hold, SearchTranscript search, TenantCache tenants, IOptions<VoiceOptions> options, IHostApplicationLifetime lifetime,
    VoiceTelemetry telemetry, TimeProvider time, ILogger<VoiceRelay> logger)
{
    public Agent Agent => agent;
    public SessionHold Hold => hold;
    public SearchTranscript Search => search;
    public TenantCache Tenants => tenants;
    public VoiceOptions Options => options.Value;
    public IHostApplicationLifetime Lifetime => lifetime;
    public VoiceTelemetry Telemetry => telemetry;
    public TimeProvider Time => time;
    public ILogger Logger => logger;

    public VoiceRelay Create(BrowserConnection browser, SessionHold.Held held, RecordingContext recording, bool manualActivity) =>
        new(this, browser, held, recording, manualActivity);
}

/// <summary>
/// One conversation: browser and agent, joined until one of them leaves, time is up, or somebody ends it. Whoever is first
/// decides why; then what was said is stored, and the browser told.
/// </summary>
internal sealed partial class VoiceRelay(
    VoiceRelayFactory services, BrowserConnection browser, SessionHold.Held held, RecordingContext recording, bool manualActivity) : IDisposable
{
    /// <summary>For so long after its end a conversation is tried to be stored, when the database is away.</summary>
    private static readonly TimeSpan SaveFor = TimeSpan.FromMinutes(1);

    private readonly TaskCompletionSource<VoiceEnd> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TurnJournal _journal = new(held, services.Time);
    private readonly Channel<bool> _news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly TaskCompletionSource<AgentConnection> _agent = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _ending = new();
    private Task<VoiceEnd>? _writing;

    public (Guid OrganizationId, Guid SessionId) Key => (held.Session.OrganizationId, held.Session.Id);

    /// <summary>Ends it from outside; the first reason counts.</summary>
    public void End(VoiceEnd end) => _end.TrySetResult(end);

    public async Task RunAsync()
    {
        using var activity = VoiceTelemetry.Source.StartActivity("voice conversation");
        activity?.SetTag("kipu.voice.session", held.Session.Id);
        var began = services.Time.GetTimestamp();
        services.Telemetry.Began();
        using var stopping = services.Lifetime.ApplicationStopping.Register(() => End(VoiceEnd.Restarting));
        var sending = browser.SendAsync();
        var listening = browser.ListenAsync(HandleAsync);

        var end = await ConverseAsync(sending, listening);

        activity?.SetTag("kipu.voice.end", end.Reason);
        services.Telemetry.Ended(end);
        var connected = services.Time.GetElapsedTime(began);
        LogEnded(services.Logger, held.Session.Id, end.Reason, connected.TotalSeconds);
        if (_writing is not null) await ((Task)_writing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var turn in _journal.EndTurn()) browser.Tell(turn);
        var isStored = await TryStoreAsync(end, connected);
        await browser.CloseAsync(end, sending, listening);
        if (!isStored) await KeepStoringAsync(end, connected);
    }

    public void Dispose() => _ending.Dispose();

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever breaks a conversation, it is stored and the browser told.")]
    private async Task<VoiceEnd> ConverseAsync(Task<VoiceEnd> sending, Task<VoiceEnd> listening)
    {
        try
        {
            var gemini = await services.Agent.ConnectAsync(held, recording, manualActivity, _ending.Token);
            await using var agent = new AgentConnection(
                gemini, browser, _journal, services.Search, recording.RecordingId, services.Telemetry, services.Time, services.Logger);
            agent.HasNews += () => _news.Writer.TryWrite(true);
            browser.Tell(new ServerMessage.Ready(
                held.Session.Id, held.ResumeToken.Text, (int)SessionHold.ResumeWindow.TotalSeconds, gemini.Model, held.Turns.Count > 0));
            _agent.SetResult(agent);

            _writing = WriteDownAsync(_ending.Token);
            var first = await Task.WhenAny(
                _end.Task, sending, listening, agent.RelayAsync(_ending.Token), WatchAsync(agent, _ending.Token), _writing);
            return await first;
        }
        catch (GeminiException exception)
        {
            LogUnreachable(services.Logger, exception, held.Session.Id, exception.Failure);
            browser.Tell(new ServerMessage.Error("upstream_failed", "The agent can't be reached.", exception.IsTransient));
            return VoiceEnd.UpstreamFailed;
        }
        catch (Exception exception)
        {
            LogBroken(services.Logger, exception, held.Session.Id);
            browser.Tell(new ServerMessage.Error("internal_error", "Something broke on our side. The conversation can be taken up again.", Retryable: true));
            return VoiceEnd.Broken;
        }
        finally
        {
            await _ending.CancelAsync();
        }
    }

    /// <summary>From the browser to the agent. What comes before the agent is there waits; what comes after the end is dropped.</summary>
    private async Task HandleAsync(ClientMessage message)
    {
        try
        {
            if (message is ClientMessage.Close)
            {
                End(VoiceEnd.Done);
                return;
            }

            var agent = await _agent.Task.WaitAsync(_ending.Token);
            await HandleAsync(message, agent, _ending.Token);
        }
        catch (OperationCanceledException) when (_ending.IsCancellationRequested)
        {
            // The conversation has ended.
        }
        catch (Exception exception) when (exception is GeminiException or ObjectDisposedException)
        {
            End(VoiceEnd.UpstreamFailed);
        }
    }

    private async Task HandleAsync(ClientMessage message, AgentConnection agent, CancellationToken cancellationToken)
    {
        switch (message)
        {
            case ClientMessage.Audio audio:
                await agent.Gemini.SendAudioAsync(audio.Pcm, cancellationToken);
                break;
            case ClientMessage.Text text:
                await agent.SendTextAsync(text.Words, cancellationToken);
                break;
            // Without manual activity the agent hears by itself when somebody begins to speak.
            case ClientMessage.ActivityStart when manualActivity:
                await agent.Gemini.SendActivityStartAsync(cancellationToken);
                break;
            case ClientMessage.ActivityEnd or ClientMessage.TurnComplete when manualActivity:
                agent.Asked();
                await agent.Gemini.SendActivityEndAsync(cancellationToken);
                break;
            case ClientMessage.ActivityEnd or ClientMessage.TurnComplete:
                agent.Asked();
                await agent.Gemini.SendAudioStreamEndAsync(cancellationToken);
                break;
            case ClientMessage.Interrupt:
                agent.Interrupt();
                break;
            case ClientMessage.Ping ping:
                browser.Tell(new ServerMessage.Pong(ping.Token));
                break;
        }
    }

    /// <summary>Time limits, the hold on the session, and whether the organization may still talk.</summary>
    private async Task<VoiceEnd> WatchAsync(AgentConnection agent, CancellationToken cancellationToken)
    {
        var began = services.Time.GetTimestamp();
        var limit = services.Options.TimeLimit - TimeSpan.FromSeconds(held.Session.Seconds);
        var pause = new[] { SessionHold.RenewEvery, services.Options.IdleTimeout / 4, services.Options.TimeLimit / 4 }.Min();
        while (true)
        {
            await Task.Delay(pause, services.Time, cancellationToken);
            if (agent.Quiet >= services.Options.IdleTimeout) return VoiceEnd.Idle;
            if (services.Time.GetElapsedTime(began) >= limit) return VoiceEnd.TimeLimit;
            try
            {
                if (!await services.Hold.RenewAsync(held, cancellationToken)) return VoiceEnd.Done;
                var organization = await services.Tenants.FindOrganizationAsync(held.Session.OrganizationId, cancellationToken);
                if (organization is null or { Status: OrganizationStatus.Suspended or OrganizationStatus.Cancelled }) return VoiceEnd.Suspended;
            }
            catch (Exception exception) when (Outage.Is(exception))
            {
                // A conversation goes on without the database; the next look is in a moment.
                LogOutage(services.Logger, exception, held.Session.Id);
            }
        }
    }

    /// <summary>Stores turns as they end, beside the relay: a slow database must not delay a word.</summary>
    private async Task<VoiceEnd> WriteDownAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await _news.Reader.ReadAsync(cancellationToken);
            await TrySaveAsync(cancellationToken);
        }
    }

    private async Task<bool> TryStoreAsync(VoiceEnd end, TimeSpan connected)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        return await TrySaveAsync(patience.Token) && await TryReleaseAsync(end, connected, patience.Token);
    }

    private async Task KeepStoringAsync(VoiceEnd end, TimeSpan connected)
    {
        var began = services.Time.GetTimestamp();
        while (services.Time.GetElapsedTime(began) < SaveFor)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), services.Time, CancellationToken.None);
            if (await TryStoreAsync(end, connected)) return;
        }

        LogLost(services.Logger, held.Session.Id);
    }

    private async Task<bool> TrySaveAsync(CancellationToken cancellationToken)
    {
        var gemini = _agent.Task.IsCompletedSuccessfully ? _agent.Task.Result.Gemini : null;
        var batch = _journal.Unsaved(gemini?.ResumptionHandle ?? held.Session.ResumptionHandle, gemini?.Model ?? held.Session.Model);
        try
        {
            await services.Hold.SaveAsync(held, batch, cancellationToken);
            _journal.Saved(batch);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        catch (Exception exception) when (Outage.Is(exception))
        {
            LogOutage(services.Logger, exception, held.Session.Id);
            return false;
        }
    }

    private async Task<bool> TryReleaseAsync(VoiceEnd end, TimeSpan connected, CancellationToken cancellationToken)
    {
        try
        {
            await services.Hold.ReleaseAsync(held, end, connected, cancellationToken);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        catch (Exception exception) when (Outage.Is(exception))
        {
            LogOutage(services.Logger, exception, held.Session.Id);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Information, "Voice session {SessionId} ended a connection: {Reason} after {Seconds} s")]
    private static partial void LogEnded(ILogger logger, Guid sessionId, string reason, double seconds);

    [LoggerMessage(LogLevel.Warning, "Voice session {SessionId} can't reach the agent: {Failure}")]
    private static partial void LogUnreachable(ILogger logger, Exception exception, Guid sessionId, GeminiFailure failure);

    [LoggerMessage(LogLevel.Error, "Voice session {SessionId} broke")]
    private static partial void LogBroken(ILogger logger, Exception exception, Guid sessionId);

    [LoggerMessage(LogLevel.Warning, "Voice session {SessionId} goes on without the database for now")]
    private static partial void LogOutage(ILogger logger, Exception exception, Guid sessionId);

    [LoggerMessage(LogLevel.Error, "Voice session {SessionId}: its last turns could not be stored")]
    private static partial void LogLost(ILogger logger, Guid sessionId);
}
