using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kipu.Voice;

internal static class SessionEndpoints
{
    private const int DefaultPage = 50;

    public static void MapSessions(this IEndpointRouteBuilder routes)
    {
        var voice = routes.MapGroup("/api/voice").WithTags("Voice").RequireTenant();
        voice.MapPost("/init/{sessionId:guid}", Init).ProducesError(
            VoiceErrors.RecordingNotFound, VoiceErrors.NotReady, VoiceErrors.SessionEnded, VoiceErrors.SessionConflict, VoiceErrors.TooManySessions);
        voice.MapPost("/close/{sessionId:guid}", Close).AllowSuspended().ProducesError(VoiceErrors.SessionNotFound);
        voice.MapGet("/sessions", List).ProducesError(VoiceErrors.InvalidCursor, CommonErrors.ValidationFailed);
        voice.MapGet("/sessions/{id:guid}", Get).ProducesError(VoiceErrors.SessionNotFound);
    }

    /// <summary>Begins a conversation about a recording, or gives one that was cut off a new ticket.</summary>
    /// <param name="sessionId">A new UUID of the caller's; that of a running session to take it up again.</param>
    /// <param name="recordingId">What to talk about.</param>
    /// <param name="tenant">Who asks.</param>
    /// <param name="recordings">Knows whether the recording can be talked about.</param>
    /// <param name="open">Makes the session.</param>
    /// <param name="availability">Whether the agent answers.</param>
    /// <param name="options">The public address.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    public static async Task<Results<Ok<VoiceInitResponse>, ProblemHttpResult>> Init(
        Guid sessionId, Guid recordingId, TenantContext tenant, RecordingsClient recordings, OpenSession open, AgentAvailability availability,
        IOptions<PublicOptions> options, CancellationToken cancellationToken)
    {
        var recording = await recordings.FindContextAsync(recordingId, cancellationToken);
        if (recording.Context is null) return recording.Refusal!.ToProblem(recording.Details);

        var outcome = await open.RunAsync(tenant, sessionId, recordingId, cancellationToken);
        if (outcome is not { Session: { } session, Ticket: { } ticket })
        {
            return outcome.Refusal != VoiceErrors.TooManySessions
                ? outcome.Refusal!.ToProblem()
                : VoiceErrors.TooManySessions.ToProblem(new Dictionary<string, object?>
                {
                    ["limit"] = tenant.Limits.MaxVoiceSessions,
                    ["used"] = outcome.Used,
                    ["plan"] = tenant.Plan,
                });
        }

        return TypedResults.Ok(new VoiceInitResponse(
            true, session.Id, SocketUrl(options.Value.PublicUrl, session.Id, ticket), session.CreatedAt, session.TicketExpiresAt!.Value,
            availability.IsAvailable, new("audio/pcm;rate=16000"), new("audio/pcm;rate=24000")));
    }

    /// <summary>Ends a conversation, wherever it runs; one that is over already stays as it is.</summary>
    public static async Task<Results<Ok<VoiceCloseResponse>, ProblemHttpResult>> Close(
        Guid sessionId, VoiceDbContext db, RelayRegistry relays, TenantContext tenant, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var closed = await db.Sessions.Where(s => s.Id == sessionId && s.EndedAt == null).ExecuteUpdateAsync(
            set => set
                .SetProperty(s => s.Status, VoiceSessionStatus.Closed)
                .SetProperty(s => s.EndedAt, s => s.HeldUntil < now ? s.HeldUntil : now)
                .SetProperty(s => s.EndReason, VoiceEnd.Done.Reason),
            cancellationToken);
        if (closed == 0 && !await db.Sessions.AnyAsync(s => s.Id == sessionId, cancellationToken)) return VoiceErrors.SessionNotFound.ToProblem();

        relays.End(tenant.OrganizationId, sessionId, VoiceEnd.Done);
        return TypedResults.Ok(new VoiceCloseResponse(true, sessionId, "CLOSED"));
    }

    /// <summary>Lists conversations, newest first.</summary>
    /// <param name="recordingId">Only those about this recording.</param>
    /// <param name="limit">Rows of the page, 1 to 200; 50 when absent.</param>
    /// <param name="cursor">The previous page's nextCursor.</param>
    /// <param name="db">The database.</param>
    /// <param name="time">The time.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    public static async Task<Results<Ok<Page<VoiceSessionInfo>>, ProblemHttpResult>> List(
        Guid? recordingId, [Range(1, 200)] int? limit, string? cursor, VoiceDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        var sessions = db.Sessions.AsNoTracking();
        if (recordingId is not null) sessions = sessions.Where(s => s.RecordingId == recordingId);
        if (!string.IsNullOrEmpty(cursor))
        {
            if (!TryParseCursor(cursor, out var createdAt, out var id)) return VoiceErrors.InvalidCursor.ToProblem();
            sessions = sessions.Where(s => EF.Functions.LessThan(ValueTuple.Create(s.CreatedAt, s.Id), ValueTuple.Create(createdAt, id)));
        }

        var size = limit ?? DefaultPage;
        var rows = await sessions.OrderByDescending(s => s.CreatedAt).ThenByDescending(s => s.Id).Take(size + 1).ToListAsync(cancellationToken);
        var now = time.GetUtcNow();
        return TypedResults.Ok(new Page<VoiceSessionInfo>(
            [.. rows.Take(size).Select(s => s.ToInfo(now))],
            rows.Count > size ? $"{rows[size - 1].CreatedAt.UtcTicks}.{rows[size - 1].Id:N}" : null));
    }

    /// <summary>Shows a conversation: what was said and what it took.</summary>
    public static async Task<Results<Ok<VoiceSessionInfo>, ProblemHttpResult>> Get(
        Guid id, VoiceDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.Sessions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, cancellationToken) is not { } session)
        {
            return VoiceErrors.SessionNotFound.ToProblem();
        }

        var turns = await db.Turns.AsNoTracking().Where(t => t.SessionId == id).OrderBy(t => t.Ordinal).ToListAsync(cancellationToken);
        return TypedResults.Ok(session.ToInfo(time.GetUtcNow(), turns));
    }

    internal static string SocketUrl(string publicUrl, Guid sessionId, VoiceTicket ticket)
    {
        var address = new UriBuilder(publicUrl);
        address.Scheme = address.Scheme == Uri.UriSchemeHttps ? Uri.UriSchemeWss : Uri.UriSchemeWs;
        address.Path = $"{address.Path.TrimEnd('/')}/api/voice/ws/{sessionId}";
        address.Query = $"ticket={ticket.Text}";
        return address.Uri.AbsoluteUri;
    }

    private static bool TryParseCursor(string cursor, out DateTimeOffset createdAt, out Guid id)
    {
        (createdAt, id) = (default, Guid.Empty);
        if (cursor.Split('.') is not [var ticksText, var idText]) return false;
        if (!long.TryParse(ticksText, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) || ticks > DateTime.MaxValue.Ticks) return false;
        createdAt = new(ticks, TimeSpan.Zero);
        return Guid.TryParseExact(idText, "N", out id);
    }
}
