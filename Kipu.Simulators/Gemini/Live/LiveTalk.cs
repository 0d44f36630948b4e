using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>One voice connection: what comes in, whose turn it is, and when it ends.</summary>
internal sealed class LiveTalk(LiveServer server, LiveSocket socket, LiveSetup setup, LiveMemory memory) : IAsyncDisposable
{
    private readonly CancellationTokenSource _ended = new();
    private readonly List<byte> _manualSpeech = [];
    private readonly List<byte> _unanswered = [];
    private readonly LivePendingCalls _calls = new();
    private LiveMemory _memory = memory;
    private CancellationTokenSource _replying = new();
    private Task _reply = Task.CompletedTask;
    private bool _isActivityOpen;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _ended.Token);
        await socket.SendAsync(new() { ["setupComplete"] = new JsonObject { ["sessionId"] = Guid.NewGuid().ToString("N") } }, both.Token);
        await OfferHandleAsync(both.Token);
        var clock = EndInTimeAsync(both.Token);
        if (server.Faults.Take("live", "go_away") is { } fault) await GoAwayAsync(TimeSpan.FromSeconds(fault.Seconds ?? 5), both.Token);
        while (await socket.ReceiveAsync(both.Token) is { } message) await HandleAsync(GeminiShapes.LiveMessage.Read(message), both.Token);

        await socket.CloseAsync(1000, "");
        await _ended.CancelAsync();
        await clock;
    }

    /// <summary>Announces the end and keeps the promise.</summary>
    public async Task GoAwayAsync(TimeSpan timeLeft, CancellationToken cancellationToken)
    {
        var seconds = timeLeft.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
        await socket.SendAsync(new() { ["goAway"] = new JsonObject { ["timeLeft"] = $"{seconds}s" } }, cancellationToken);
        _ = CloseAfterAsync(timeLeft);
    }

    public void Drop() => socket.Drop();

    public Task CloseAsync(int code, string reason) => socket.CloseAsync(code, reason);

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _replying.CancelAsync();
        await _reply;
        _replying.Dispose();
    }

    private async Task CloseAfterAsync(TimeSpan timeLeft)
    {
        try
        {
            await Task.Delay(timeLeft, server.Time, _ended.Token);
            await socket.CloseAsync(1001, "The connection's time is up.");
        }
        catch (OperationCanceledException)
        {
            // It has ended before.
        }
    }

    private async Task EndInTimeAsync(CancellationToken cancellationToken)
    {
        var lead = server.Options.LiveGoAwayLead;
        try
        {
            await Task.Delay(server.Options.LiveConnectionTime - lead, server.Time, cancellationToken);
            await GoAwayAsync(lead, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // It has ended before.
        }
    }

    private async Task HandleAsync(JsonObject message, CancellationToken cancellationToken)
    {
        if (message.Count is not 1) throw GeminiRefusal.Invalid("A message has exactly one field at its top.");

        var (name, body) = message.Single();
        switch (name)
        {
            case "setup":
                throw GeminiRefusal.Invalid("Setup was sent before.");
            case "clientContent":
                await TakeTurnsAsync(Message(body), cancellationToken);
                break;
            case "realtimeInput":
                foreach (var (field, value) in Message(body)) await TakeInputAsync(field, value, cancellationToken);
                break;
            case "toolResponse":
                foreach (var response in body?["functionResponses"] as JsonArray ?? []) _calls.Answer(response!);
                break;
            case "contextUpdate":
                setup.Update(Message(body));
                break;
        }
    }

    private static JsonObject Message(JsonNode? body) => body as JsonObject ?? throw GeminiRefusal.Invalid("Request contains an invalid argument.");

    private async Task TakeTurnsAsync(JsonObject content, CancellationToken cancellationToken)
    {
        foreach (var turn in content["turns"] as JsonArray ?? [])
        {
            var text = string.Join('\n', (turn?["parts"] as JsonArray ?? []).Select(part => (string?)part?["text"]).OfType<string>());
            _memory = _memory.With((string?)turn?["role"] is "model" ? "model" : "user", text);
        }

        // A complete turn cuts the answer that is running.
        if (content["turnComplete"]?.GetValue<bool>() is not true) return;

        await InterruptAsync();
        var asked = _memory.Turns.Count > 0 && _memory.Turns[^1].Role is "user" ? _memory.Turns[^1].Text : "";
        Begin(reply => reply.AnswerAsync(asked, isInMemory: true), cancellationToken);
    }

    private async Task TakeInputAsync(string field, JsonNode? value, CancellationToken cancellationToken)
    {
        switch (field)
        {
            case "audio":
                await HearAsync(value!, cancellationToken);
                break;
            case "mediaChunks":
                foreach (var chunk in value as JsonArray ?? []) await HearAsync(chunk!, cancellationToken);
                break;
            case "text":
                await InterruptAsync();
                Begin(reply => reply.AnswerAsync((string?)value ?? "", isInMemory: false), cancellationToken);
                break;
            case "activityStart" or "activityEnd" when !setup.IsManual:
                throw GeminiRefusal.Invalid("Explicit activity control is not supported when automatic activity detection is enabled.");
            case "activityStart":
                _isActivityOpen = true;
                _manualSpeech.Clear();
                if (setup.IsInterruptible) await InterruptAsync();
                break;
            case "activityEnd" when _isActivityOpen:
                _isActivityOpen = false;
                AnswerSpeech([.. _manualSpeech], cancellationToken);
                break;
            case "audioStreamEnd" when setup.IsManual:
                throw GeminiRefusal.Invalid("audio_stream_end is only supported when automatic activity detection is enabled.");
            case "audioStreamEnd":
                setup.Detector.Flush(pcm => AnswerSpeech(pcm, cancellationToken));
                break;
        }
    }

    private async Task HearAsync(JsonNode blob, CancellationToken cancellationToken)
    {
        var type = (string?)blob["mimeType"] ?? "";
        if (!type.StartsWith("audio/pcm", StringComparison.Ordinal)) throw GeminiRefusal.Invalid($"Unsupported MIME type: {type}.");

        var samples = LiveSamples.Read((string?)blob["data"] ?? "", type);
        if (setup.IsManual)
        {
            if (_isActivityOpen) _manualSpeech.AddRange(MemoryMarshal.AsBytes(samples.AsSpan()));
            return;
        }

        var began = false;
        byte[]? utterance = null;
        setup.Detector.Hear(samples, () => began = true, pcm => utterance = pcm);
        if (began && setup.IsInterruptible) await InterruptAsync();
        if (utterance is not null) AnswerSpeech(utterance, cancellationToken);
    }

    private void AnswerSpeech(byte[] pcm, CancellationToken cancellationToken)
    {
        // Somebody who went on after a short pause meant all of it.
        byte[] all = [.. _unanswered, .. pcm];
        _unanswered.Clear();
        _unanswered.AddRange(all);
        Begin(reply => reply.AnswerSpeechAsync(all), cancellationToken);
    }

    private async Task InterruptAsync()
    {
        await _replying.CancelAsync();
        await _reply;
    }

    private void Begin(Func<LiveReply, Task> answer, CancellationToken cancellationToken)
    {
        var before = _reply;
        _replying = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reply = new LiveReply(server, socket, setup, _calls, _memory, _replying.Token);
        _reply = Task.Run(async () =>
        {
            await before;
            await reply.RunAsync(() => answer(reply));
            if (reply.HasBegun) _unanswered.Clear();
            _memory = reply.Memory;
            if (!_ended.IsCancellationRequested && reply.HasBegun) await OfferHandleAsync(cancellationToken);
        }, CancellationToken.None);
    }

    private async Task OfferHandleAsync(CancellationToken cancellationToken)
    {
        if (!setup.WantsHandles) return;

        var update = new JsonObject { ["newHandle"] = server.Memories.Keep(_memory, setup.Model.Name), ["resumable"] = true };
        await socket.SendAsync(new() { ["sessionResumptionUpdate"] = update }, cancellationToken);
    }
}
