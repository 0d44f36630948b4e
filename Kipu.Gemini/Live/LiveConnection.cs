using System.Buffers;
using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kipu.Gemini;

/// <summary>One WebSocket to Gemini, set up and ready. It is replaced, never mended.</summary>
internal sealed class LiveConnection : IAsyncDisposable
{
    private const int LargestMessage = 32 * 1024 * 1024;
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(2);

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly ArrayBufferWriter<byte> _received = new(64 * 1024);

    private LiveConnection()
    {
        _socket.Options.KeepAliveInterval = TimeSpan.FromSeconds(20);
        _socket.Options.KeepAliveTimeout = TimeSpan.FromSeconds(20);
    }

    /// <summary>Connects, sends the setup and waits for its confirmation.</summary>
    /// <exception cref="LiveConnectException">Gemini refused, with its reason.</exception>
    public static async Task<LiveConnection> OpenAsync(
        Uri address, KeyValuePair<string, string> credentials, JsonObject setup, CancellationToken cancellationToken)
    {
        var connection = new LiveConnection();
        try
        {
            connection._socket.Options.SetRequestHeader(credentials.Key, credentials.Value);
            connection._socket.Options.CollectHttpResponseDetails = true;
            await connection._socket.ConnectAsync(address, cancellationToken);
            await connection.SendAsync(setup, cancellationToken);
            var received = await connection.ReceiveAsync(cancellationToken);
            if (received.Close is { } close) throw new LiveConnectException(close.Reason, close.Detail);
            if (received.Message?.TryGetProperty("setupComplete", out _) is not true)
            {
                throw new LiveConnectException(LiveCloseReason.Internal, "The first message is no setupComplete.");
            }

            return connection;
        }
        catch (WebSocketException exception)
        {
            var status = connection._socket.HttpStatusCode;
            await connection.DisposeAsync();
            throw new LiveConnectException(ReasonOf(status), $"The voice connection failed ({(int)status}): {exception.Message}", exception);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <returns>False when the connection is no more; receiving tells why.</returns>
    public async Task<bool> SendAsync(JsonObject message, CancellationToken cancellationToken)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(message, Wire.Json);
        await _sending.WaitAsync(cancellationToken);
        try
        {
            if (_socket.State is not WebSocketState.Open) return false;

            await _socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is WebSocketException or ObjectDisposedException)
        {
            return false;
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>The next message, text or binary alike, decoded once it is whole; or the end of the connection.</summary>
    public async Task<Received> ReceiveAsync(CancellationToken cancellationToken)
    {
        _received.ResetWrittenCount();
        try
        {
            while (true)
            {
                var result = await _socket.ReceiveAsync(_received.GetMemory(16 * 1024), cancellationToken);
                if (result.MessageType is WebSocketMessageType.Close)
                {
                    return new(null, new(
                        LiveCloseReasons.Of(_socket.CloseStatus, _socket.CloseStatusDescription),
                        $"{(int?)_socket.CloseStatus}: {_socket.CloseStatusDescription}"));
                }

                _received.Advance(result.Count);
                if (_received.WrittenCount > LargestMessage) return new(null, new(LiveCloseReason.Internal, "A message over 32 MiB."));
                if (result.EndOfMessage) return new(Parse(_received.WrittenMemory), null);
            }
        }
        catch (Exception exception) when (exception is WebSocketException or ObjectDisposedException or JsonException)
        {
            var reason = exception is JsonException ? LiveCloseReason.Internal : LiveCloseReason.ConnectionLost;
            return new(null, new(reason, exception.Message));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
        {
            using var patience = new CancellationTokenSource(CloseTimeout);
            try
            {
                await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "closing", patience.Token);
            }
            catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or InvalidOperationException)
            {
                // The other side was faster, or is gone: closed is closed.
            }
        }

        _socket.Dispose();
    }

    private static JsonElement Parse(ReadOnlyMemory<byte> utf8)
    {
        using var document = JsonDocument.Parse(utf8);
        return document.RootElement.Clone();
    }

    private static LiveCloseReason ReasonOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => LiveCloseReason.BadCredentials,
        HttpStatusCode.NotFound => LiveCloseReason.ModelNotFound,
        HttpStatusCode.TooManyRequests => LiveCloseReason.QuotaExhausted,
        HttpStatusCode.BadRequest => LiveCloseReason.InvalidArgument,
        >= HttpStatusCode.InternalServerError => LiveCloseReason.Internal,
        _ => LiveCloseReason.ConnectionLost,
    };

    internal readonly record struct Received(JsonElement? Message, Close? Close);

    internal sealed record Close(LiveCloseReason Reason, string Detail);
}

/// <summary>A voice connection that could not be opened.</summary>
internal sealed class LiveConnectException(LiveCloseReason reason, string detail, Exception? innerException = null)
    : Exception(detail, innerException)
{
    public LiveCloseReason Reason { get; } = reason;
}
