using System.Net.WebSockets;

namespace Kipu.Gemini;

/// <summary>Why a voice connection ended.</summary>
public enum LiveCloseReason
{
    /// <summary>We closed it.</summary>
    ByUs,
    /// <summary>Its time was up.</summary>
    TimeIsUp,
    /// <summary>Gemini announced its end.</summary>
    GoAway,
    /// <summary>It broke without a word.</summary>
    ConnectionLost,
    /// <summary>It stayed open, but the answer that was due never came.</summary>
    Silent,
    /// <summary>A fault on Gemini's side.</summary>
    Internal,
    /// <summary>The key or token isn't accepted.</summary>
    BadCredentials,
    /// <summary>Something in the setup or in a message that this model refuses.</summary>
    InvalidArgument,
    /// <summary>The conversation is too long for the model; going on with it fails again.</summary>
    ContextExhausted,
    ModelNotFound,
    /// <summary>The state that was to be resumed is gone.</summary>
    HandleExpired,
    QuotaExhausted,
}

/// <summary>Reads close codes and their words; Google uses few codes, so that the words decide.</summary>
internal static class LiveCloseReasons
{
    public static LiveCloseReason Of(WebSocketCloseStatus? status, string? description)
    {
        var words = description ?? "";
        return (int?)status switch
        {
            1000 or 1001 => LiveCloseReason.TimeIsUp,
            1007 when Mentions("api key") || Mentions("api_key") || Mentions("credential") => LiveCloseReason.BadCredentials,
            1007 when Mentions("token count") || Mentions("context window") || Mentions("context length") => LiveCloseReason.ContextExhausted,
            1007 => LiveCloseReason.InvalidArgument,
            1008 when Mentions("requested entity") || Mentions("handle") || Mentions("resum") => LiveCloseReason.HandleExpired,
            1008 when Mentions("not found") || Mentions("not supported for bidi") || Mentions("no longer available") => LiveCloseReason.ModelNotFound,
            // "Operation is not implemented, or supported, or enabled": comes at random around tool calls, and goes.
            1008 => LiveCloseReason.Internal,
            1011 when Mentions("quota") || Mentions("exhausted") => LiveCloseReason.QuotaExhausted,
            null or 1005 or 1006 => LiveCloseReason.ConnectionLost,
            _ => LiveCloseReason.Internal,
        };

        bool Mentions(string part) => words.Contains(part, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether a new connection may do better than the old one.</summary>
    public static bool AllowsReconnect(this LiveCloseReason reason) => reason is LiveCloseReason.TimeIsUp or LiveCloseReason.GoAway
        or LiveCloseReason.ConnectionLost or LiveCloseReason.Silent or LiveCloseReason.Internal or LiveCloseReason.HandleExpired;

    public static GeminiFailure ToFailure(this LiveCloseReason reason) => reason switch
    {
        LiveCloseReason.BadCredentials => GeminiFailure.Unauthorized,
        // An expired handle is the caller's to leave away; it says nothing against the model.
        LiveCloseReason.InvalidArgument or LiveCloseReason.ContextExhausted or LiveCloseReason.HandleExpired => GeminiFailure.InvalidRequest,
        LiveCloseReason.ModelNotFound => GeminiFailure.NotFound,
        LiveCloseReason.QuotaExhausted => GeminiFailure.RateLimited,
        LiveCloseReason.Internal => GeminiFailure.Internal,
        _ => GeminiFailure.Network,
    };
}
