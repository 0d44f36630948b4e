using System.Buffers;
using System.Net.WebSockets;

namespace Kipu.Voice;

/// <summary>The browser's end of a conversation: messages in, frames out through a queue that can't grow.</summary>
internal sealed class BrowserConnection(WebSocket socket, Dialect dialect) : IDisposable
{
    /// <summary>Several seconds of audio in base64, many times what a client should send at once.</summary>
    private const int LargestMessage = 256 * 1024;

    /// <summary>A browser that takes nothing for so long is gone.</summary>
    private static readonly TimeSpan SendTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(3);

    private readonly OutboundQueue _queue = new();

    // Cancelling a WebSocket's receive kills the socket, and with it the close that is still to be said.
    private readonly CancellationTokenSource _gone = new();

    /// <returns>False when the browser is too slow to be told anything more.</returns>
    public bool Tell(ServerMessage message) => dialect.Encode(message) is not { } frame || _queue.TryAdd(frame);

    /// <summary>Forgets the speech that wasn't sent yet.</summary>
    public void DropAudio() => _queue.DropAudio();

    /// <summary>
    /// Hands on what the client says, one after the other, until it closes or is gone. What can't be understood is answered
    /// with an error.
    /// </summary>
    public async Task<VoiceEnd> ListenAsync(Func<ClientMessage, Task> handle)
    {
        var message = new ArrayBufferWriter<byte>(16 * 1024);
        while (true)
        {
            message.ResetWrittenCount();
            var (type, end) = await ReceiveAsync(message);
            if (end is not null) return end;

            if (type is WebSocketMessageType.Binary)
            {
                if (ClientMessage.IsPcm(message.WrittenMemory)) await handle(new ClientMessage.Audio(message.WrittenMemory));
                else Tell(new ServerMessage.Error("invalid_message", "A binary frame is 16-bit PCM: an even number of bytes.", Retryable: false));
            }
            else if (ClientMessage.TryParse(message.WrittenMemory, out var parsed, out var problem))
            {
                await handle(parsed);
            }
            else
            {
                Tell(new ServerMessage.Error("invalid_message", problem, Retryable: false));
            }
        }
    }

    /// <summary>Sends what is told until <see cref="CloseAsync"/>, or until the browser is gone.</summary>
    public async Task<VoiceEnd> SendAsync()
    {
        try
        {
            while (await _queue.NextAsync(_gone.Token) is { } frame)
            {
                using var patience = CancellationTokenSource.CreateLinkedTokenSource(_gone.Token);
                patience.CancelAfter(SendTimeout);
                await socket.SendAsync(
                    frame.Bytes, frame.IsBinary ? WebSocketMessageType.Binary : WebSocketMessageType.Text, endOfMessage: true, patience.Token);
            }

            return VoiceEnd.Done;
        }
        catch (Exception exception) when (IsGone(exception))
        {
            return VoiceEnd.Lost;
        }
    }

    /// <summary>Closes without a conversation.</summary>
    public Task RefuseAsync(VoiceEnd end) => CloseAsync(end, SendAsync(), ListenAsync(_ => Task.CompletedTask));

    /// <summary>Says goodbye, as far as the other side still listens.</summary>
    /// <param name="end">Why.</param>
    /// <param name="sending">The running <see cref="SendAsync"/>.</param>
    /// <param name="listening">The running <see cref="ListenAsync"/>, which takes the client's own goodbye.</param>
    public async Task CloseAsync(VoiceEnd end, Task sending, Task listening)
    {
        _queue.DropAudio();
        Tell(new ServerMessage.Closing(end.Reason, end.CanResume ? (int)SessionHold.ResumeWindow.TotalSeconds : null));
        _queue.Complete();
        try
        {
            await sending.WaitAsync(CloseTimeout);
            if (end != VoiceEnd.Lost && socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                using var patience = new CancellationTokenSource(CloseTimeout);
                await socket.CloseOutputAsync(end.Status, end.Reason, patience.Token);
            }

            await listening.WaitAsync(CloseTimeout);
        }
        catch (Exception exception) when (exception is TimeoutException || IsGone(exception))
        {
            socket.Abort();
        }

        await _gone.CancelAsync();
    }

    public void Dispose() => _gone.Dispose();

    private async Task<(WebSocketMessageType Type, VoiceEnd? End)> ReceiveAsync(ArrayBufferWriter<byte> message)
    {
        try
        {
            while (true)
            {
                var received = await socket.ReceiveAsync(message.GetMemory(8 * 1024), _gone.Token);
                if (received.MessageType is WebSocketMessageType.Close)
                {
                    // A page that is left says 1001, or nothing at all: it may come back.
                    return (received.MessageType, socket.CloseStatus is WebSocketCloseStatus.NormalClosure ? VoiceEnd.Done : VoiceEnd.Lost);
                }

                message.Advance(received.Count);
                if (message.WrittenCount > LargestMessage) return (received.MessageType, VoiceEnd.TooBig);
                if (received.EndOfMessage) return (received.MessageType, null);
            }
        }
        catch (Exception exception) when (IsGone(exception))
        {
            return (WebSocketMessageType.Close, VoiceEnd.Lost);
        }
    }

    private static bool IsGone(Exception exception) =>
        exception is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException or InvalidOperationException;
}
