using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;

namespace Kipu.Gemini;

/// <summary>
/// A voice conversation that outlives its connections: announced ends, breaks and silent deaths are answered by a new
/// connection that resumes the old state. One reader of <see cref="ReceiveAsync"/>; senders may be many.
/// </summary>
public sealed partial class GeminiLiveSession : IAsyncDisposable
{
    private const int MostFailuresInARow = 3;
    private static readonly TimeSpan GoAwayReserve = TimeSpan.FromSeconds(2);

    private readonly GeminiLive _live;
    private readonly LiveSetup _setup;
    private readonly LiveModelQuirks _quirks;
    private readonly ILogger _logger;
    private readonly LiveAudioRing _unheard = new();
    private readonly LiveWatchdog _watchdog;
    private readonly CancellationTokenSource _closing = new();
    private volatile TaskCompletionSource<LiveConnection> _current = NewConnectionSource();
    private volatile bool _isActivityOpen;
    private long? _goAwayAt;
    private int _failures;

    internal GeminiLiveSession(GeminiLive live, LiveSetup setup, string model, LiveConnection connection, ILogger logger)
    {
        (_live, _setup, Model, _logger) = (live, setup, model, logger);
        _quirks = LiveModelQuirks.Of(model);
        _watchdog = new(live.Time, live.Options.LiveSilenceTimeout);
        ResumptionHandle = setup.ResumptionHandle;
        _current.SetResult(connection);
    }

    public string Model { get; }

    /// <summary>The last state that can be resumed, for a session that goes on elsewhere or later.</summary>
    public string? ResumptionHandle { get; private set; }

    /// <summary>Sends 16 kHz mono PCM, best in pieces of 20 to 50 ms. While the connection changes it is kept and sent afterwards.</summary>
    public async Task SendAudioAsync(ReadOnlyMemory<byte> pcm, CancellationToken cancellationToken)
    {
        _unheard.Add(pcm.Span);
        if (_current.Task is { IsCompletedSuccessfully: true } current)
        {
            await current.Result.SendAsync(LiveWire.Audio(pcm.Span), cancellationToken);
        }
    }

    /// <summary>Tells Gemini that the microphone is off, so that it answers what it has heard.</summary>
    public Task SendAudioStreamEndAsync(CancellationToken cancellationToken) => SendAsync(LiveWire.AudioStreamEnd(), cancellationToken);

    /// <summary>Beginning of speech, in manual mode. Follow with 100 ms from before it, or its first syllable is lost.</summary>
    public Task SendActivityStartAsync(CancellationToken cancellationToken)
    {
        _isActivityOpen = true;
        return SendAsync(LiveWire.ActivityStart(), cancellationToken);
    }

    public Task SendActivityEndAsync(CancellationToken cancellationToken)
    {
        // A second end without a start makes models wait for ever.
        if (!_isActivityOpen) return Task.CompletedTask;

        _isActivityOpen = false;
        _watchdog.ExpectAnswer();
        return SendAsync(LiveWire.ActivityEnd(), cancellationToken);
    }

    /// <summary>Says something in writing; the model answers it.</summary>
    public Task SendTextAsync(string text, CancellationToken cancellationToken)
    {
        _watchdog.ExpectAnswer();
        return SendAsync(LiveWire.Text(text), cancellationToken);
    }

    /// <summary>Tells a new session what was said before, without asking for an answer.</summary>
    public Task SendHistoryAsync(IReadOnlyList<GeminiTurn> turns, CancellationToken cancellationToken) =>
        SendAsync(LiveWire.Turns(turns, turnComplete: false), cancellationToken);

    public Task SendToolResponsesAsync(IReadOnlyList<LiveToolResponse> responses, CancellationToken cancellationToken)
    {
        _watchdog.ExpectAnswer();
        return SendAsync(LiveWire.ToolResponses(responses), cancellationToken);
    }

    /// <summary>Everything that the session tells, until <see cref="LiveClosed"/>, which is the last.</summary>
    public async IAsyncEnumerable<LiveEvent> ReceiveAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token);
        var connection = await _current.Task.WaitAsync(cancellationToken);
        while (true)
        {
            var received = await NextAsync(connection, both.Token);
            cancellationToken.ThrowIfCancellationRequested();
            if (received.Message is { } message)
            {
                foreach (var happened in Translate(message))
                {
                    Note(happened);
                    yield return happened;
                }

                if (!IsTimeToChangeOver()) continue;

                received = new(null, new(LiveCloseReason.GoAway, "Announced by Gemini."));
            }

            var close = received.Close!;
            var (next, told) = await ReplaceAsync(connection, close, both.Token);
            yield return told;

            if (next is null) yield break;

            connection = next;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_closing.IsCancellationRequested) return;

        await _closing.CancelAsync();
        if (_current.Task is { IsCompletedSuccessfully: true } current) await current.Result.DisposeAsync();
    }

    private IEnumerable<LiveEvent> Translate(System.Text.Json.JsonElement message)
    {
        var events = LiveMessages.Read(message);
        if (!_quirks.EndsTurnsByStatus) return events;

        // This model says turnComplete several times in a request; the turn is over when it is idle.
        events = events.Where(happened => happened is not LiveTurnComplete { Reason: null });
        return LiveMessages.IsIdle(message) ? events.Append(new LiveTurnComplete(Reason: null)) : events;
    }

    private void Note(LiveEvent happened)
    {
        _watchdog.Note(happened);
        switch (happened)
        {
            case LiveAudio or LiveText or LiveToolCall or LiveTurnComplete:
                // Only an answer proves that a connection is good: a fault that comes back after each greeting must reach the limit.
                _failures = 0;
                _unheard.Clear();
                break;
            case LiveResumable resumable:
                ResumptionHandle = resumable.Handle;
                break;
            case LiveUsage usage:
                _live.Telemetry.Used("live", Model, usage.Usage);
                break;
            case LiveGoingAway goingAway:
                _goAwayAt = _live.Time.GetTimestamp() + (long)((goingAway.TimeLeft - GoAwayReserve).TotalSeconds * _live.Time.TimestampFrequency);
                LogGoingAway(_logger, Model, goingAway.TimeLeft);
                break;
        }
    }

    /// <summary>After an announced end the change is made between two turns, or else when the time has run out.</summary>
    private bool IsTimeToChangeOver() =>
        _goAwayAt is { } at && (_live.Time.GetTimestamp() >= at || (_watchdog.IsIdle && ResumptionHandle is not null));

    private async Task<LiveConnection.Received> NextAsync(LiveConnection connection, CancellationToken cancellationToken)
    {
        var receiving = connection.ReceiveAsync(CancellationToken.None);
        while (!receiving.IsCompleted)
        {
            await Task.WhenAny(receiving, Task.Delay(_watchdog.Tick, _live.Time, cancellationToken));
            if (receiving.IsCompleted) break;
            if (cancellationToken.IsCancellationRequested) return new(null, new(LiveCloseReason.ByUs, "Closed by us."));
            if (_watchdog.IsOverdue) return new(null, new(LiveCloseReason.Silent, "The answer that was due did not come."));
            if (IsTimeToChangeOver()) return new(null, new(LiveCloseReason.GoAway, "Announced by Gemini."));
        }

        return await receiving;
    }

    private async Task<(LiveConnection? Next, LiveEvent Told)> ReplaceAsync(
        LiveConnection old, LiveConnection.Close close, CancellationToken cancellationToken)
    {
        var source = NewConnectionSource();
        _current = source;
        await old.DisposeAsync();
        var reason = _closing.IsCancellationRequested ? LiveCloseReason.ByUs : close.Reason;
        var detail = close.Detail;
        while (reason.AllowsReconnect() && (reason is LiveCloseReason.GoAway || ++_failures <= MostFailuresInARow))
        {
            var handle = reason is LiveCloseReason.HandleExpired ? null : ResumptionHandle;
            try
            {
                var connection = await _live.OpenAsync(_setup, Model, handle, cancellationToken);
                ResumptionHandle = handle;
                await ResendAsync(connection, cancellationToken);
                source.SetResult(connection);
                _live.Telemetry.Reconnected(Model, close.Reason.ToString());
                LogReconnected(_logger, Model, close.Reason, handle is not null);
                return (connection, new LiveReconnected(close.Reason, handle is not null));
            }
            catch (LiveConnectException exception)
            {
                (reason, detail) = (exception.Reason, exception.Message);
            }
            catch (OperationCanceledException)
            {
                (reason, detail) = (LiveCloseReason.ByUs, "Closed by us.");
            }
        }

        source.SetException(new GeminiException(reason.ToFailure(), $"The voice session is closed: {detail}"));
        _ = source.Task.Exception;
        LogClosed(_logger, Model, reason, detail);
        return (null, new LiveClosed(reason, detail));
    }

    private async Task ResendAsync(LiveConnection connection, CancellationToken cancellationToken)
    {
        _goAwayAt = null;
        _watchdog.Reset();
        if (_isActivityOpen) await connection.SendAsync(LiveWire.ActivityStart(), cancellationToken);
        foreach (var piece in _unheard.Snapshot()) await connection.SendAsync(LiveWire.Audio(piece), cancellationToken);
    }

    // What isn't audio must not get lost: it waits for the connection that comes after a broken one.
    private async Task SendAsync(JsonObject message, CancellationToken cancellationToken)
    {
        while (true)
        {
            var current = _current;
            var connection = await current.Task.WaitAsync(cancellationToken);
            if (await connection.SendAsync(message, cancellationToken)) return;

            ObjectDisposedException.ThrowIf(_closing.IsCancellationRequested, this);
            while (_current == current) await Task.Delay(_watchdog.Tick, _live.Time, cancellationToken);
        }
    }

    private static TaskCompletionSource<LiveConnection> NewConnectionSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [LoggerMessage(LogLevel.Information, "Voice session with {Model}: Gemini ends the connection in {TimeLeft}")]
    private static partial void LogGoingAway(ILogger logger, string model, TimeSpan timeLeft);

    [LoggerMessage(LogLevel.Information, "Voice session with {Model} reconnected after {Cause}, resumed: {IsResumed}")]
    private static partial void LogReconnected(ILogger logger, string model, LiveCloseReason cause, bool isResumed);

    [LoggerMessage(LogLevel.Information, "Voice session with {Model} closed: {Reason} ({Detail})")]
    private static partial void LogClosed(ILogger logger, string model, LiveCloseReason reason, string detail);
}
