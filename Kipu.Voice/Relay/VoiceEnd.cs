using System.Net.WebSockets;

namespace Kipu.Voice;

/// <summary>Why a connection ends.</summary>
/// <param name="Reason">Stable word for it.</param>
/// <param name="Code">The WebSocket's close code.</param>
/// <param name="CanResume">Whether the conversation can be taken up again within a minute.</param>
internal sealed record VoiceEnd(string Reason, int Code, bool CanResume)
{
    /// <summary>The client or somebody of the organization closed it.</summary>
    public static readonly VoiceEnd Done = new("done", 1000, CanResume: false);

    /// <summary>The network broke, or the browser went away without a word.</summary>
    public static readonly VoiceEnd Lost = new("connection_lost", 1006, CanResume: true);

    /// <summary>Another connection took the conversation over.</summary>
    public static readonly VoiceEnd Replaced = new("replaced", 1000, CanResume: false);
    public static readonly VoiceEnd Idle = new("idle", 4000, CanResume: false);
    public static readonly VoiceEnd TimeLimit = new("time_limit", 4001, CanResume: false);
    public static readonly VoiceEnd Suspended = new("suspended", 4002, CanResume: false);
    public static readonly VoiceEnd UpstreamFailed = new("upstream_failed", 1011, CanResume: true);

    /// <summary>A fault of ours.</summary>
    public static readonly VoiceEnd Broken = new("internal_error", 1011, CanResume: true);

    /// <summary>The browser takes what it is sent too slowly.</summary>
    public static readonly VoiceEnd TooSlow = new("too_slow", 1013, CanResume: true);

    /// <summary>This replica stops; another one goes on.</summary>
    public static readonly VoiceEnd Restarting = new("restarting", 1013, CanResume: true);

    /// <summary>What the client sent can't be read.</summary>
    public static readonly VoiceEnd TooBig = new("message_too_big", 1009, CanResume: true);

    /// <summary>Refused before it began: the ticket is unknown, used or expired.</summary>
    public static readonly VoiceEnd BadTicket = new("bad_ticket", 1008, CanResume: false);

    public WebSocketCloseStatus Status => (WebSocketCloseStatus)Code;
}
