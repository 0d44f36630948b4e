using Microsoft.AspNetCore.Http.HttpResults;

namespace Kipu.Voice;

internal static class VoiceSocketEndpoint
{
    private static readonly ApiError UnknownSubprotocol = new(400, "unknown_subprotocol", "We speak kipu.voice.v1 and kipu.voice.json, or none asked for.");

    public static void MapVoiceSocket(this IEndpointRouteBuilder routes) => routes.MapGet("/api/voice/ws/{sessionId:guid}", Connect)
        .WithTags("Voice")
        .AllowPublic("The one-time ticket in the URL is the credential: browsers can't send headers with a WebSocket.")
        .Produces(StatusCodes.Status101SwitchingProtocols)
        .ProducesError(VoiceErrors.WebSocketRequired, UnknownSubprotocol);

    /// <summary>The conversation itself, as a WebSocket. An unknown, used or expired ticket closes it with 1008.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="ticket">The ticket of init, or the resume token of a connection that broke.</param>
    /// <param name="activity"><c>manual</c>: the client says when speech begins and ends; the agent listens for it otherwise.</param>
    /// <param name="context">The request.</param>
    /// <param name="hold">Takes the session.</param>
    /// <param name="relays">Where running conversations are known.</param>
    /// <param name="factory">Makes the relay.</param>
    public static async Task<Results<EmptyHttpResult, ProblemHttpResult>> Connect(
        Guid sessionId, string? ticket, string? activity, HttpContext context, SessionHold hold, RelayRegistry relays, VoiceRelayFactory factory)
    {
        if (!context.WebSockets.IsWebSocketRequest) return VoiceErrors.WebSocketRequired.ToProblem();
        if (Dialect.Choose(context.WebSockets.WebSocketRequestedProtocols) is not { } dialect) return UnknownSubprotocol.ToProblem();
        if (activity is not (null or "auto" or "manual")) return CommonErrors.InvalidRequest.With("activity is auto or manual.").ToProblem();

        var isTicket = VoiceTicket.TryParse(ticket, out var parsed);
        using var scope = isTicket ? TenantScope.EnterOrganization(parsed!.OrganizationId) : null;
        var held = isTicket ? await hold.TakeAsync(sessionId, parsed!, context.RequestAborted) : null;
        var recording = held is null ? null : await factory.Agent.FindRecordingAsync(held.Session.RecordingId, context.RequestAborted);

        using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            SubProtocol = dialect.Subprotocol,
            KeepAliveInterval = TimeSpan.FromSeconds(15),
            KeepAliveTimeout = TimeSpan.FromSeconds(20),
        });
        using var browser = new BrowserConnection(socket, dialect);
        if (held is null || recording is null)
        {
            await browser.RefuseAsync(VoiceEnd.BadTicket);
            return TypedResults.Empty;
        }

        using var relay = factory.Create(browser, held, recording, manualActivity: activity is "manual");
        relays.Add(relay);
        try
        {
            await relay.RunAsync();
        }
        finally
        {
            relays.Remove(relay);
        }

        return TypedResults.Empty;
    }
}
