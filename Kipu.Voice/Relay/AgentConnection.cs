using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Kipu.Gemini;

namespace Kipu.Voice;

/// <summary>The agent's end of a conversation: what it says goes to the browser, what it asks for is looked up.</summary>
internal sealed partial class AgentConnection(
    GeminiLiveSession gemini, BrowserConnection browser, TurnJournal journal, SearchTranscript search, Guid recordingId, VoiceTelemetry telemetry,
    TimeProvider time, ILogger logger) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _tools = new();
    private readonly Lock _lock = new();
    private bool _isAnswering;
    private bool _isMuted;
    private long? _askedAt;
    private long _lastActivity = time.GetTimestamp();

    /// <summary>Something was said that is to be written down.</summary>
    public event Action? HasNews;

    public GeminiLiveSession Gemini => gemini;

    /// <summary>Since when nobody has said anything.</summary>
    public TimeSpan Quiet => time.GetElapsedTime(Volatile.Read(ref _lastActivity));

    /// <summary>Relays until the agent's end of the line is closed, or the browser too slow for it.</summary>
    public async Task<VoiceEnd> RelayAsync(CancellationToken cancellationToken)
    {
        await foreach (var happened in gemini.ReceiveAsync(cancellationToken))
        {
            if (!await HandleAsync(happened, cancellationToken)) return VoiceEnd.TooSlow;
        }

        return VoiceEnd.UpstreamFailed;
    }

    public async Task SendTextAsync(string words, CancellationToken cancellationToken)
    {
        // A new question ends the answer to the one before.
        Interrupt();
        Asked();
        browser.Tell(journal.Hear(VoiceTurn.User, words));
        await gemini.SendTextAsync(words, cancellationToken);
    }

    /// <summary>
    /// Stops the answer for the listener. Gemini has no message for it: the rest of what it says is dropped here until its turn
    /// is over.
    /// </summary>
    public void Interrupt()
    {
        lock (_lock)
        {
            if (!_isAnswering) return;
            (_isAnswering, _isMuted) = (false, true);
        }

        CutOff();
    }

    public void Asked()
    {
        Volatile.Write(ref _lastActivity, time.GetTimestamp());
        lock (_lock)
        {
            _askedAt = time.GetTimestamp();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, tool) in _tools) await tool.CancelAsync();
        await gemini.DisposeAsync();
    }

    /// <returns>False when the browser is too slow.</returns>
    private async Task<bool> HandleAsync(LiveEvent happened, CancellationToken cancellationToken)
    {
        switch (happened)
        {
            case LiveAudio audio:
                return !Answers() || browser.Tell(new ServerMessage.Audio(audio.Pcm));
            case LiveOutputTranscript said:
                return !Answers() || browser.Tell(journal.Hear(VoiceTurn.Agent, said.Text));
            case LiveInputTranscript heard:
                Asked();
                return browser.Tell(journal.Hear(VoiceTurn.User, heard.Text));
            case LiveInterrupted:
                EndAnswer();
                return CutOff();
            case LiveTurnComplete:
                EndAnswer();
                return TellTurn() && browser.Tell(new ServerMessage.TurnComplete());
            case LiveUsage usage:
                return browser.Tell(journal.Count(gemini.Model, usage.Usage));
            case LiveToolCall call:
                foreach (var function in call.Calls) _ = RunToolAsync(function, cancellationToken);
                return true;
            case LiveToolCallCancelled cancelled:
                foreach (var id in cancelled.Ids)
                {
                    if (_tools.TryGetValue(id, out var tool)) await tool.CancelAsync();
                }

                return true;
            case LiveReconnected { IsResumed: false } when journal.History is { Count: > 0 } history:
                await gemini.SendHistoryAsync(history, cancellationToken);
                return true;
            case LiveResumable:
                HasNews?.Invoke();
                return true;
            case LiveClosed { Reason: not LiveCloseReason.ByUs } closed:
                LogClosed(logger, gemini.Model, closed.Reason, closed.Detail);
                return browser.Tell(new ServerMessage.Error("upstream_failed", "The agent can't be reached any more.", Retryable: true));
            default:
                return true;
        }
    }

    /// <returns>False when nobody wants to hear the rest of this answer.</returns>
    private bool Answers()
    {
        Volatile.Write(ref _lastActivity, time.GetTimestamp());
        lock (_lock)
        {
            if (_isMuted) return false;
            _isAnswering = true;
            if (_askedAt is { } asked) telemetry.Answered(time.GetElapsedTime(asked));
            _askedAt = null;
            return true;
        }
    }

    private void EndAnswer()
    {
        lock (_lock)
        {
            (_isAnswering, _isMuted) = (false, false);
        }
    }

    /// <summary>Barge-in: what the browser wasn't sent yet is dropped, so that the word to be quiet is the next it gets.</summary>
    private bool CutOff()
    {
        browser.DropAudio();
        return browser.Tell(new ServerMessage.Interrupted()) && TellTurn();
    }

    private bool TellTurn()
    {
        var isTold = true;
        foreach (var turn in journal.EndTurn()) isTold &= browser.Tell(turn);
        HasNews?.Invoke();
        return isTold;
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever fails the tool is told to the agent, which goes on without it.")]
    private async Task RunToolAsync(LiveFunctionCall call, CancellationToken cancellationToken)
    {
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _tools[call.Id] = cancelled;
        try
        {
            browser.Tell(new ServerMessage.Tool(call.Name, "running"));
            if (call.Name != SearchTranscript.Name)
            {
                await AnswerAsync(call, JsonSerializer.SerializeToElement("There is no such tool."), isError: true, cancelled.Token);
                return;
            }

            var output = await search.RunAsync(recordingId, call.Arguments, cancelled.Token);
            await AnswerAsync(call, output, isError: false, cancelled.Token);
        }
        catch (OperationCanceledException) when (cancelled.IsCancellationRequested)
        {
            browser.Tell(new ServerMessage.Tool(call.Name, "cancelled"));
        }
        catch (Exception exception)
        {
            LogToolFailed(logger, exception, call.Name);
            await ApologizeAsync(call, cancellationToken);
        }
        finally
        {
            _tools.TryRemove(call.Id, out _);
        }
    }

    private async Task AnswerAsync(LiveFunctionCall call, JsonElement output, bool isError, CancellationToken cancellationToken)
    {
        await gemini.SendToolResponsesAsync([new(call.Id, call.Name, output, isError)], cancellationToken);
        browser.Tell(new ServerMessage.Tool(call.Name, isError ? "failed" : "done"));
    }

    private async Task ApologizeAsync(LiveFunctionCall call, CancellationToken cancellationToken)
    {
        try
        {
            var output = JsonSerializer.SerializeToElement("The transcript can't be searched now. Answer without it.");
            await AnswerAsync(call, output, isError: true, cancellationToken);
        }
        catch (Exception exception) when (exception is GeminiException or ObjectDisposedException or OperationCanceledException)
        {
            // The line to the agent is closed as well; its own end tells why.
            LogToolFailed(logger, exception, call.Name);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The agent {Model} hung up: {Reason} ({Detail})")]
    private static partial void LogClosed(ILogger logger, string model, LiveCloseReason reason, string detail);

    [LoggerMessage(LogLevel.Warning, "Tool {Tool} failed")]
    private static partial void LogToolFailed(ILogger logger, Exception exception, string tool);
}
