using Microsoft.EntityFrameworkCore;
using Wolverine.EntityFrameworkCore;

namespace Kipu.Voice;

/// <summary>How a WebSocket takes a session, keeps it and lets it go. Each step is one atomic update in a context of its own.</summary>
internal sealed class SessionHold(IServiceScopeFactory scopes, TimeProvider time)
{
    /// <summary>A cut-off conversation can be taken up again for so long.</summary>
    public static readonly TimeSpan ResumeWindow = TimeSpan.FromSeconds(60);

    /// <summary>How often a running relay says that it lives, and looks whether it is still wanted.</summary>
    public static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>A session that a connection has now.</summary>
    /// <param name="Session">As it was when it was taken.</param>
    /// <param name="ConnectionId">Names this connection in later steps.</param>
    /// <param name="ResumeToken">Takes the conversation up again, once, should this connection break.</param>
    /// <param name="Turns">What was said before.</param>
    internal sealed record Held(VoiceSession Session, Guid ConnectionId, VoiceTicket ResumeToken, IReadOnlyList<VoiceTurn> Turns);

    /// <summary>Uses up a ticket, or the resume token of an earlier connection.</summary>
    /// <returns>Null when it is not known, used or expired.</returns>
    public async Task<Held?> TakeAsync(Guid sessionId, VoiceTicket ticket, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var connectionId = Guid.CreateVersion7();
        var resume = VoiceTicket.New(ticket.OrganizationId);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<VoiceDbContext>();
        var taken = await db.Sessions
            .Where(s => s.Id == sessionId && s.EndedAt == null && s.HeldUntil > now
                && ((s.TicketHash == ticket.Hash && s.TicketExpiresAt > now) || s.ResumeHash == ticket.Hash))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(s => s.TicketHash, (byte[]?)null)
                    .SetProperty(s => s.ResumeHash, resume.Hash)
                    .SetProperty(s => s.ConnectionId, connectionId)
                    .SetProperty(s => s.Status, VoiceSessionStatus.Active)
                    .SetProperty(s => s.HeldUntil, now + Lease),
                cancellationToken);
        if (taken == 0) return null;

        var session = await db.Sessions.AsNoTracking().SingleAsync(s => s.Id == sessionId, cancellationToken);
        var turns = await db.Turns.AsNoTracking().Where(t => t.SessionId == sessionId).OrderBy(t => t.Ordinal).ToListAsync(cancellationToken);
        return new(session, connectionId, resume, turns);
    }

    /// <returns>False when the session was closed, or another connection has taken it.</returns>
    public async Task<bool> RenewAsync(Held held, CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow() + Lease;
        await using var scope = scopes.CreateAsyncScope();
        return await OwnedBy(scope.ServiceProvider.GetRequiredService<VoiceDbContext>(), held)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.HeldUntil, until), cancellationToken) == 1;
    }

    /// <summary>Ends the connection: the session is over, or waits a minute to be taken up again. Closed by somebody else it stays closed, erased
    /// with its recording it stays erased.</summary>
    public async Task ReleaseAsync(Held held, VoiceEnd end, TimeSpan connected, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var seconds = connected.TotalSeconds;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<VoiceDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var isThere = await db.Sessions.Where(s => s.Id == held.Session.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Seconds, s => s.Seconds + seconds), cancellationToken) == 1;
        if (!isThere) return;

        if (end.CanResume)
        {
            await OwnedBy(db, held).ExecuteUpdateAsync(
                set => set.SetProperty(s => s.Status, VoiceSessionStatus.Interrupted).SetProperty(s => s.HeldUntil, now + ResumeWindow),
                cancellationToken);
        }
        else
        {
            await OwnedBy(db, held).ExecuteUpdateAsync(
                set => set
                    .SetProperty(s => s.Status, VoiceSessionStatus.Closed)
                    .SetProperty(s => s.EndedAt, now)
                    .SetProperty(s => s.EndReason, end.Reason),
                cancellationToken);
        }

        await CommitMeteredAsync(scope.ServiceProvider, held, cancellationToken);
    }

    /// <summary>Writes down turns and what they cost, and how the conversation can go on; nothing of one that was erased with its recording.</summary>
    public async Task SaveAsync(Held held, TurnBatch batch, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<VoiceDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var isThere = await db.Sessions.Where(s => s.Id == held.Session.Id).ExecuteUpdateAsync(
            set => set
                .SetProperty(s => s.InputTokens, batch.InputTokens)
                .SetProperty(s => s.OutputTokens, batch.OutputTokens)
                .SetProperty(s => s.CostMicros, batch.CostMicros)
                .SetProperty(s => s.ResumptionHandle, batch.ResumptionHandle)
                .SetProperty(s => s.Model, batch.Model),
            cancellationToken) == 1;
        if (!isThere) return;

        // An earlier attempt may have been committed although its answer got lost.
        var stored = await db.Turns.CountAsync(t => t.SessionId == held.Session.Id, cancellationToken);
        db.Turns.AddRange(batch.Turns.Where(t => t.Ordinal >= stored));
        await db.SaveChangesAsync(cancellationToken);
        await CommitMeteredAsync(scope.ServiceProvider, held, cancellationToken);
    }

    private static IQueryable<VoiceSession> OwnedBy(VoiceDbContext db, Held held) =>
        db.Sessions.Where(s => s.Id == held.Session.Id && s.ConnectionId == held.ConnectionId && s.EndedAt == null);

    /// <summary>Commits, and tells what the session has used by now.</summary>
    private static async Task CommitMeteredAsync(IServiceProvider services, Held held, CancellationToken cancellationToken)
    {
        var session = await services.GetRequiredService<VoiceDbContext>().Sessions.AsNoTracking()
            .SingleAsync(s => s.Id == held.Session.Id, cancellationToken);
        var outbox = services.GetRequiredService<IDbContextOutbox<VoiceDbContext>>();
        await outbox.PublishAsync(session.ToUsage());
        await outbox.SaveChangesAndFlushMessagesAsync(cancellationToken);
    }
}
