using System.Buffers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>A WebSocket that carries one JSON object a message: received as text or binary, sent as binary like Google's.</summary>
internal sealed class LiveSocket(WebSocket socket, bool asText) : IDisposable
{
    private const int LargestMessage = 16 * 1024 * 1024;
    private const int LongestReason = 123;

    private readonly SemaphoreSlim _sending = new(1);
    private readonly ArrayBufferWriter<byte> _received = new();

    public async Task SendAsync(JsonObject message, CancellationToken cancellationToken)
    {
        var bytes = Encoding.UTF8.GetBytes(message.ToJsonString());
        await _sending.WaitAsync(cancellationToken);
        try
        {
            if (socket.State is not WebSocketState.Open) throw new OperationCanceledException("The client has gone.");

            // A frame that has begun is finished: cancelling it would end the connection.
            await socket.SendAsync(bytes, asText ? WebSocketMessageType.Text : WebSocketMessageType.Binary, true, CancellationToken.None);
        }
        catch (WebSocketException exception)
        {
            throw new OperationCanceledException("The client has gone.", exception);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <returns>The next message; null when the client has gone.</returns>
    /// <exception cref="GeminiRefusal">It isn't a JSON object.</exception>
    public async Task<JsonObject?> ReceiveAsync(CancellationToken cancellationToken)
    {
        _received.ResetWrittenCount();
        try
        {
            while (true)
            {
                var result = await socket.ReceiveAsync(_received.GetMemory(16 * 1024), cancellationToken);
                if (result.MessageType is WebSocketMessageType.Close) return null;

                _received.Advance(result.Count);
                if (_received.WrittenCount > LargestMessage) throw GeminiRefusal.Invalid("The message is too large.");
                if (result.EndOfMessage) break;
            }

            return JsonNode.Parse(_received.WrittenSpan) as JsonObject ?? throw GeminiRefusal.Invalid("Request contains an invalid argument.");
        }
        catch (WebSocketException)
        {
            return null;
        }
        catch (JsonException)
        {
            throw GeminiRefusal.Invalid("Invalid JSON payload received.");
        }
    }

    public async Task CloseAsync(int code, string reason)
    {
        var bytes = Encoding.UTF8.GetBytes(reason);
        var cut = bytes.Length <= LongestReason ? reason : Encoding.UTF8.GetString(bytes, 0, LongestReason).TrimEnd('\uFFFD');
        await _sending.WaitAsync();
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await socket.CloseOutputAsync((WebSocketCloseStatus)code, cut, CancellationToken.None);
            }
        }
        catch (WebSocketException)
        {
            socket.Abort();
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Ends it without a word.</summary>
    public void Drop() => socket.Abort();

    public void Dispose() => _sending.Dispose();
}
