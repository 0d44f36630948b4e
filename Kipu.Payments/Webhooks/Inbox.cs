using Microsoft.EntityFrameworkCore;

namespace Kipu.Payments;

/// <summary>The inbox: an event and the work that it means are written together, or, when it came before, not at all.</summary>
internal static class Inbox
{
    /// <returns>Whether it is new.</returns>
    public static async Task<bool> StoreAsync(
        this PaymentsDbContext db, string provider, WebhookNotice notice, string body, EventSource source, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var kind = notice.Kind?.ToString();
        var processedAt = notice.Kind is null ? now : (DateTimeOffset?)null;
        var stored = await db.Database.ExecuteSqlAsync($"""
            insert into webhook_events (id, provider, event_id, type, body, source, kind, object_id, received_at, processed_at, attempts, replays)
            values ({Guid.CreateVersion7()}, {provider}, {notice.EventId}, {notice.Type}, {body}, {source.ToString()}, {kind}, {notice.ObjectId},
              {now}, {processedAt}, 0, 0)
            on conflict (provider, event_id) do nothing
            """, cancellationToken);
        if (stored == 1 && notice.Kind is { } subject)
            await db.RaiseAsync(provider, subject, notice.ObjectId!, CauseOf(source), now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return stored == 1;
    }

    /// <remarks>Providers name their events so that no two are alike.</remarks>
    public static IQueryable<WebhookEvent> WithId(this IQueryable<WebhookEvent> events, string eventId) =>
        events.Where(e => Provider.All.Contains(e.Provider) && e.EventId == eventId);

    private static SyncCause CauseOf(EventSource source) => source switch
    {
        EventSource.Webhook => SyncCause.Webhook,
        EventSource.Reconciliation => SyncCause.Reconciliation,
        _ => SyncCause.Command,
    };
}
