namespace Kipu.Voice;

internal static class VoiceErrors
{
    public static readonly ApiError RecordingNotFound = new(404, "recording_not_found", "There is no such recording.");
    public static readonly ApiError NotReady = new(409, "not_ready", "The recording is not analysed yet: there is nothing to talk about.");
    public static readonly ApiError SessionNotFound = new(404, "session_not_found", "There is no such voice session.");
    public static readonly ApiError SessionEnded = new(409, "session_ended", "This voice session is over. Begin another with a new id.");
    public static readonly ApiError SessionConflict = new(409, "session_conflict", "This voice session is about another recording.");
    public static readonly ApiError TooManySessions = new(429, "too_many_sessions", "As many conversations are running as the plan allows.");
    public static readonly ApiError WebSocketRequired = new(426, "websocket_required", "This address speaks WebSocket only.");
    public static readonly ApiError InvalidCursor = new(400, "invalid_cursor", "The cursor is not one of ours. Start again without it.");
}
