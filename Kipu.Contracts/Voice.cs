namespace Kipu.Contracts;

public sealed record AudioFormat(string MimeType);

/// <summary>A voice session that waits for its WebSocket.</summary>
/// <param name="Success">Always true; failures are problem details.</param>
/// <param name="SessionId">The session.</param>
/// <param name="WsUrl">Where to connect; holds a one-time ticket.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">Until when the ticket can be used.</param>
/// <param name="GeminiAvailable">Whether the agent can answer now.</param>
/// <param name="InputAudio">What the client sends.</param>
/// <param name="OutputAudio">What it receives.</param>
public sealed record VoiceInitResponse(
    bool Success, Guid SessionId, string WsUrl, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, bool GeminiAvailable,
    AudioFormat InputAudio, AudioFormat OutputAudio);

public sealed record VoiceTurnInfo(string Role, string Text, DateTimeOffset At);

public sealed record VoiceSessionInfo(
    Guid Id, Guid RecordingId, string Status, DateTimeOffset CreatedAt, DateTimeOffset? EndedAt, double Seconds,
    long InputTokens, long OutputTokens, IReadOnlyList<VoiceTurnInfo>? Turns);

public sealed record VoiceCloseResponse(bool Success, Guid SessionId, string Status);
