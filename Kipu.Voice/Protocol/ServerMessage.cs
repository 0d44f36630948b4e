using System.Text.Json;

namespace Kipu.Voice;

/// <summary>What we tell a client; each dialect has its own words for it.</summary>
internal abstract record ServerMessage
{
    /// <summary>The agent listens.</summary>
    /// <param name="SessionId">The session.</param>
    /// <param name="ResumeToken">Takes the conversation up again, once, within <paramref name="ResumeWithin"/> seconds of a break.</param>
    /// <param name="ResumeWithin">Seconds.</param>
    /// <param name="Model">Who answers.</param>
    /// <param name="Resumed">Whether an earlier conversation goes on.</param>
    public sealed record Ready(Guid SessionId, string ResumeToken, int ResumeWithin, string Model, bool Resumed) : ServerMessage;

    /// <summary>PCM16 mono 24 kHz.</summary>
    public sealed record Audio(ReadOnlyMemory<byte> Pcm) : ServerMessage;

    /// <param name="Role">user or agent.</param>
    /// <param name="Increment">What is new.</param>
    /// <param name="Text">The turn's words so far.</param>
    /// <param name="Final">Whether that is all of the turn.</param>
    public sealed record Transcript(string Role, string Increment, string Text, bool Final) : ServerMessage;

    /// <summary>Drop what is buffered for playback.</summary>
    public sealed record Interrupted : ServerMessage;

    public sealed record TurnComplete : ServerMessage;

    /// <param name="Name">The tool.</param>
    /// <param name="Status">running, done, failed or cancelled.</param>
    public sealed record Tool(string Name, string Status) : ServerMessage;

    public sealed record Usage(int InputTokens, int OutputTokens, long TotalInputTokens, long TotalOutputTokens) : ServerMessage;

    public sealed record Error(string Code, string Message, bool Retryable) : ServerMessage;

    public sealed record Pong(JsonElement? Token) : ServerMessage;

    /// <param name="Reason">Why the connection ends.</param>
    /// <param name="ResumeWithin">Seconds in which the conversation can be taken up again; null when it is over.</param>
    public sealed record Closing(string Reason, int? ResumeWithin) : ServerMessage;
}

/// <summary>A message as it goes over the wire.</summary>
internal readonly record struct Frame(ReadOnlyMemory<byte> Bytes, bool IsBinary, bool IsAudio);
