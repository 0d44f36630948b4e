using Microsoft.EntityFrameworkCore;

namespace Kipu.Voice;

/// <summary>Makes a session, or gives one that goes on a new ticket, within the number that the plan allows at a time.</summary>
internal sealed class OpenSession(VoiceDbContext db, TimeProvider time)
{
    public static readonly TimeSpan TicketLifetime = TimeSpan.FromSeconds(60);

    /// <param name="Session">The session; null when refused.</param>
    /// <param name="Ticket">Opens its WebSocket, once.</param>
    /// <param name="Refusal">Why there is none.</param>
    /// <param name="Used">Sessions that run, when that is why.</param>
    public sealed record Outcome(VoiceSession? Session, VoiceTicket? Ticket = null, ApiError? Refusal = null, int Used = 0);

    public async Task<Outcome> RunAsync(TenantContext tenant, Guid sessionId, Guid recordingId, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // One at a time in an organization: a hundred requests at once can't pass the plan's number.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({tenant.OrganizationId.ToString()}, 0))", cancellationToken);

        var now = time.GetUtcNow();
        var session = await db.Sessions.FirstOrDefaultAsync(s => s.Id == sessionId, cancellationToken);
        if (session is not null && session.HasEnded(now)) return new(null, Refusal: VoiceErrors.SessionEnded);
        if (session is not null && session.RecordingId != recordingId) return new(null, Refusal: VoiceErrors.SessionConflict);
        if (session is null || session.HeldUntil <= now)
        {
            var running = await db.Sessions.CountAsync(s => s.EndedAt == null && s.HeldUntil > now, cancellationToken);
            if (running >= tenant.Limits.MaxVoiceSessions) return new(null, Refusal: VoiceErrors.TooManySessions, Used: running);
        }

        session ??= db.Sessions.Add(new()
        {
            Id = sessionId,
            OrganizationId = tenant.OrganizationId,
            RecordingId = recordingId,
            UserId = tenant.UserId,
            CreatedAt = now,
        }).Entity;
        var ticket = VoiceTicket.New(tenant.OrganizationId);
        session.IssueTicket(ticket, now + TicketLifetime);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new(session, ticket);
    }
}
