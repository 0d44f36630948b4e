using System.Net.WebSockets;
using System.Text.Json;

namespace Kipu.Demo;

/// <summary>One turn with the voice agent: a spoken question in, the spoken answer out.</summary>
internal sealed class Conversation(HttpClient client, Guid recordingId, string? language)
{
    private const string Protocol = "kipu.voice.v1";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly List<byte> _audio = [];
    private string? _heard;
    private string? _said;

    public async Task<string> AskAsync(string answerFile, CancellationToken cancellationToken)
    {
        var english = language is "en";
        var question = english ? "What did we decide in the meeting?" : "¿Qué decidimos en la reunión?";
        var session = await client.PostAsync($"api/voice/init/{Guid.CreateVersion7()}?recordingId={recordingId}", null, cancellationToken)
            .ReadAsync<VoiceInitResponse>(cancellationToken);

        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol(Protocol);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            await socket.ConnectAsync(Address(session.WsUrl), limit.Token);
            await AwaitAsync(socket, "ready", limit.Token);
            var speech = await Voice.SpeakAsync(question, english, limit.Token);
            var answer = AwaitAsync(socket, "turn_complete", limit.Token);
            await SpeakAsync(socket, speech, limit.Token);
            await answer;
            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, limit.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DemoException($"The agent gave no answer within {Patience.TotalMinutes} minutes.", e);
        }

        if (_audio.Count == 0) throw new DemoException("The agent answered without a sound.");
        WavFile.Write(answerFile, _audio.ToArray(), sampleRate: 24_000);
        return $"""
            asked "{question}", answer of {Words.Clock(_audio.Count / 2.0 / 24_000)} in {Path.GetFileName(answerFile)}
                   heard     {_heard ?? "no words"}
                   answered  {_said ?? "no words"}
            """;
    }

    private Uri Address(string given)
    {
        var address = new Uri(client.BaseAddress!, given);
        return address.Scheme is "ws" or "wss"
            ? address
            : new UriBuilder(address) { Scheme = address.Scheme == "https" ? "wss" : "ws" }.Uri;
    }

    /// <summary>Sends the question as a microphone would: in frames, at the pace of speech, with the pause that ends it.</summary>
    private static async Task SpeakAsync(ClientWebSocket socket, byte[] speech, CancellationToken cancellationToken)
    {
        const int frame = Voice.SampleRate * 2 / 10;
        byte[] all = [.. speech, .. new byte[15 * frame]];
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        foreach (var part in all.Chunk(frame))
        {
            await socket.SendAsync(part, WebSocketMessageType.Binary, endOfMessage: true, cancellationToken);
            await pace.WaitForNextTickAsync(cancellationToken);
        }
    }

    /// <summary>Receives until a message of this type; collects answer audio and transcripts on the way.</summary>
    private async Task AwaitAsync(ClientWebSocket socket, string type, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (kind, bytes) = await ReceiveAsync(socket, cancellationToken);
            if (kind is WebSocketMessageType.Close)
            {
                throw new DemoException($"The voice connection was closed: {socket.CloseStatus} {socket.CloseStatusDescription}");
            }

            if (kind is WebSocketMessageType.Binary) _audio.AddRange(bytes);
            else if (Take(bytes) == type) return;
        }
    }

    private string? Take(byte[] bytes)
    {
        using var message = JsonDocument.Parse(bytes);
        var type = Text(message, "type");
        if (type == "error") throw new DemoException($"The agent reports {Text(message, "code")}: {Text(message, "message")}");
        if (type == "transcript")
        {
            // The turn's words so far, again and again.
            if (Text(message, "role") == "user") _heard = Text(message, "text");
            else _said = Text(message, "text");
        }

        return type;
    }

    private static async Task<(WebSocketMessageType Kind, byte[] Bytes)> ReceiveAsync(ClientWebSocket socket, CancellationToken cancellationToken)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[16 * 1024];
        WebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer, cancellationToken);
            whole.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return (part.MessageType, whole.ToArray());
    }

    private static string? Text(JsonDocument message, string name) =>
        message.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
}
