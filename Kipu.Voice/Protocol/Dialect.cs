using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kipu.Voice;

/// <summary>How a client wants to be spoken to.</summary>
internal abstract class Dialect
{
    protected static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Words in Spanish stay readable on the wire; nothing here is put into HTML by us.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Ours, audio in binary frames; ours, audio in base64; and that of the first front ends, who ask for none.</summary>
    public static Dialect Binary { get; } = new KipuDialect("kipu.voice.v1", hasBinaryAudio: true);
    public static Dialect Text { get; } = new KipuDialect("kipu.voice.json", hasBinaryAudio: false);
    public static Dialect Gemini { get; } = new GeminiDialect();

    /// <summary>What it is called in Sec-WebSocket-Protocol; null for the one that is asked for by nothing.</summary>
    public abstract string? Subprotocol { get; }

    /// <summary>The first one asked for that we speak; without any wish that of the first front ends.</summary>
    /// <returns>Null when only unknown ones were asked for.</returns>
    public static Dialect? Choose(IList<string> requested)
    {
        if (requested.Count == 0) return Gemini;
        return requested.Select(name => name == Binary.Subprotocol ? Binary : name == Text.Subprotocol ? Text : null).FirstOrDefault(d => d is not null);
    }

    /// <returns>Null when the dialect has no word for it.</returns>
    public abstract Frame? Encode(ServerMessage message);

    protected static Frame TextFrame<T>(T message, bool isAudio = false) => new(JsonSerializer.SerializeToUtf8Bytes(message, Json), IsBinary: false, isAudio);
}

/// <summary>Kipu's own: each message an object with a type, in snake case.</summary>
internal sealed class KipuDialect(string subprotocol, bool hasBinaryAudio) : Dialect
{
    public override string Subprotocol => subprotocol;

    public override Frame? Encode(ServerMessage message) => message switch
    {
        ServerMessage.Audio audio when hasBinaryAudio => new(audio.Pcm, IsBinary: true, IsAudio: true),
        ServerMessage.Audio audio => TextFrame(new { type = "audio", data = audio.Pcm.ToArray(), mimeType = "audio/pcm;rate=24000" }, isAudio: true),
        ServerMessage.Ready r => TextFrame(new
        {
            type = "ready",
            r.SessionId,
            r.ResumeToken,
            r.ResumeWithin,
            r.Model,
            r.Resumed,
            inputAudio = new { mimeType = "audio/pcm;rate=16000" },
            outputAudio = new { mimeType = "audio/pcm;rate=24000" },
        }),
        ServerMessage.Transcript t => TextFrame(new { type = "transcript", t.Role, t.Text, t.Final }),
        ServerMessage.Interrupted => TextFrame(new { type = "interrupted" }),
        ServerMessage.TurnComplete => TextFrame(new { type = "turn_complete" }),
        ServerMessage.Tool t => TextFrame(new { type = "tool", t.Name, t.Status }),
        ServerMessage.Usage u => TextFrame(new { type = "usage", u.InputTokens, u.OutputTokens, u.TotalInputTokens, u.TotalOutputTokens }),
        ServerMessage.Error e => TextFrame(new { type = "error", e.Code, e.Message, e.Retryable }),
        ServerMessage.Pong p => TextFrame(new { type = "pong", t = p.Token }),
        ServerMessage.Closing c => TextFrame(new { type = "closing", c.Reason, c.ResumeWithin }),
        _ => throw new InvalidOperationException($"{message.GetType().Name} has no form."),
    };
}

/// <summary>Gemini's own server messages, as the first front ends read them.</summary>
internal sealed class GeminiDialect : Dialect
{
    public override string? Subprotocol => null;

    public override Frame? Encode(ServerMessage message) => message switch
    {
        ServerMessage.Audio audio => TextFrame(
            new
            {
                serverContent = new
                {
                    modelTurn = new { role = "model", parts = new[] { new { inlineData = new { mimeType = "audio/pcm;rate=24000", data = audio.Pcm.ToArray() } } } },
                },
            },
            isAudio: true),
        ServerMessage.Ready ready => TextFrame(new { setupComplete = new { ready.SessionId } }),
        ServerMessage.Transcript { Increment.Length: > 0, Role: VoiceTurn.User } t =>
            TextFrame(new { serverContent = new { inputTranscription = new { text = t.Increment } } }),
        ServerMessage.Transcript { Increment.Length: > 0 } t => TextFrame(new { serverContent = new { outputTranscription = new { text = t.Increment } } }),
        ServerMessage.Interrupted => TextFrame(new { serverContent = new { interrupted = true } }),
        ServerMessage.TurnComplete => TextFrame(new { serverContent = new { turnComplete = true } }),
        ServerMessage.Usage u => TextFrame(new
        {
            usageMetadata = new { promptTokenCount = u.InputTokens, responseTokenCount = u.OutputTokens, totalTokenCount = u.InputTokens + u.OutputTokens },
        }),
        ServerMessage.Error e => TextFrame(new { type = "error", e.Code, e.Message, e.Retryable }),
        ServerMessage.Pong p => TextFrame(new { type = "pong", t = p.Token }),
        ServerMessage.Closing => TextFrame(new { goAway = new { timeLeft = "0s" } }),
        _ => null,
    };
}
