using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Kipu.Payments;

/// <summary>Has an event worked on once more, from the inbox, or from the provider's record when it never arrived.</summary>
/// <remarks>It may be repeated without harm: what an event is about is looked at anew, and nothing is done twice.</remarks>
internal sealed class ReplayEvent(PaymentsDbContext db, PaymentProviders providers, SyncSignal signal, TimeProvider time)
{
    /// <returns>The event as it stands now; null when neither the inbox nor the provider knows it.</returns>
    public async Task<WebhookEventInfo?> RunAsync(string eventId, CancellationToken cancellationToken)
    {
        using var system = TenantScope.EnterSystem("whose an event is will be found out later");
        if (!await RaiseKnownAsync(eventId, cancellationToken) && !await FetchAsync(eventId, cancellationToken)) return null;

        signal.Set();
        return (await db.WebhookEvents.AsNoTracking().WithId(eventId).SingleAsync(cancellationToken)).ToInfo();
    }

    private async Task<bool> RaiseKnownAsync(string eventId, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var known = await db.WebhookEvents.AsNoTracking().WithId(eventId).SingleOrDefaultAsync(cancellationToken);
        if (known is null) return false;

        // Read anew: what an older version of us ignored may concern this one.
        using var body = JsonDocument.Parse(known.Body);
        var notice = providers.Of(known.Provider).ReadEvent(body.RootElement);
        var kind = notice?.Kind?.ToString();
        var now = time.GetUtcNow();
        var processedAt = kind is null ? now : (DateTimeOffset?)null;
        // First the task, then the event: in the order in which a finished synchronization locks them.
        if (notice?.Kind is { } subject)
            await db.RaiseAsync(known.Provider, subject, notice.ObjectId!, SyncCause.Command, now, cancellationToken);
        await db.Database.ExecuteSqlAsync($"""
            update webhook_events
            set kind = {kind}, object_id = {notice?.ObjectId}, processed_at = {processedAt}, problem = null, replays = replays + 1
            where id = {known.Id}
            """, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private async Task<bool> FetchAsync(string eventId, CancellationToken cancellationToken)
    {
        foreach (var provider in providers.All)
        {
            if (await provider.GetEventAsync(eventId, cancellationToken) is not { } body || provider.ReadEvent(body) is not { } notice) continue;
            await db.StoreAsync(provider.Name, notice, body.GetRawText(), EventSource.Replay, time.GetUtcNow(), cancellationToken);
            return true;
        }

        return false;
    }
}
