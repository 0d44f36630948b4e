using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Kipu.Tests;

/// <summary>A front end that talks: one WebSocket of a voice session.</summary>
internal sealed class VoiceClient : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();

    /// <summary>The agent's speech so far, PCM16 mono 24 kHz; only of the dialect with binary audio.</summary>
    public List<byte> Speech { get; } = [];

    public int? CloseCode => (int?)_socket.CloseStatus;

    public static async Task<VoiceClient> ConnectAsync(string url, string? subprotocol = "kipu.voice.v1")
    {
        var client = new VoiceClient();
        if (subprotocol is not null) client._socket.Options.AddSubProtocol(subprotocol);
        using var limit = new CancellationTokenSource(KipuSystem.Patience);
        await client._socket.ConnectAsync(new(url), limit.Token);
        Assert.Equal(subprotocol, client._socket.SubProtocol);
        return client;
    }

    public Task SendAsync(object message) => _socket.SendAsync(
        JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    public Task SendRawAsync(byte[] bytes, WebSocketMessageType type) => _socket.SendAsync(bytes, type, endOfMessage: true, CancellationToken.None);

    /// <summary>Speaks as a microphone does: in frames of 100 ms at the pace of speech, with a second of quiet after it.</summary>
    public async Task SpeakAsync(byte[] pcm)
    {
        const int frame = 16_000 * sizeof(short) / 10;
        byte[] all = [.. pcm, .. new byte[10 * frame]];
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        foreach (var part in all.Chunk(frame))
        {
            await SendRawAsync(part, WebSocketMessageType.Binary);
            await pace.WaitForNextTickAsync();
        }
    }

    /// <returns>The next message as JSON; null for speech, and for the end of the connection, which <see cref="CloseCode"/> then tells.</returns>
    public async Task<JsonElement?> NextAsync()
    {
        using var limit = new CancellationTokenSource(KipuSystem.Patience);
        using var whole = new MemoryStream();
        var buffer = new byte[16 * 1024];
        WebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(buffer, limit.Token);
            whole.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        if (part.MessageType is WebSocketMessageType.Text) return JsonElement.Parse(Encoding.UTF8.GetString(whole.ToArray()));
        if (part.MessageType is WebSocketMessageType.Binary) Speech.AddRange(whole.ToArray());
        return null;
    }

    /// <summary>Reads on to the first message as wanted; what else was said on the way is in the list.</summary>
    public async Task<JsonElement> UntilAsync(Func<JsonElement, bool> wanted, List<JsonElement>? others = null)
    {
        while (true)
        {
            var next = await NextAsync();
            if (next is null && _socket.CloseStatus is not null) Assert.Fail($"Closed with {CloseCode}: {_socket.CloseStatusDescription}");
            if (next is not { } message) continue;
            if (wanted(message)) return message;
            others?.Add(message);
        }
    }

    public Task<JsonElement> UntilAsync(string type, List<JsonElement>? others = null) => UntilAsync(m => TypeOf(m) == type, others);

    public async Task UntilSpeechAsync(int bytes)
    {
        while (Speech.Count < bytes)
        {
            await NextAsync();
            if (_socket.CloseStatus is not null) Assert.Fail($"Closed with {CloseCode}: {_socket.CloseStatusDescription}");
        }
    }

    /// <summary>Reads on to the end of the connection, and answers its goodbye.</summary>
    public async Task<int?> UntilClosedAsync(List<JsonElement>? others = null)
    {
        while (_socket.CloseStatus is null)
        {
            if (await NextAsync() is { } message) others?.Add(message);
        }

        await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        return CloseCode;
    }

    /// <summary>The network is gone, without a word.</summary>
    public void Break() => _socket.Abort();

    public static string? TypeOf(JsonElement message) => message.TryGetProperty("type", out var type) ? type.GetString() : null;

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }
}
