using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kipu.Payments;

/// <summary>What was found: events that had never arrived, and how many objects are looked at again.</summary>
internal sealed record ReconciliationReport(int LostEvents, int Checkouts, int Subscriptions);

/// <summary>
/// Compares our books with the provider's, so that a lost webhook heals by itself. It repairs nothing on its own: it has objects
/// looked at, by the same way as a webhook does.
/// </summary>
internal sealed partial class Reconciliation(
    PaymentsDbContext db, IPaymentProvider provider, SyncSignal signal, IOptions<ReconciliationOptions> options, TimeProvider time,
    ILogger<Reconciliation> logger)
{
    /// <summary>A session lives for a day; an hour later nothing can happen to it any more.</summary>
    private static readonly TimeSpan LongestCheckout = TimeSpan.FromHours(25);

    /// <summary>How far back the first comparison of events goes.</summary>
    private static readonly TimeSpan FirstLook = TimeSpan.FromDays(3);

    private readonly ReconciliationOptions _options = options.Value;

    /// <summary>What is due: open checkouts each time, the rest when its turn has come.</summary>
    public async Task RunDueAsync(CancellationToken cancellationToken)
    {
        using var system = TenantScope.EnterSystem("a comparison of the books of all organizations");
        var now = time.GetUtcNow();
        await SweepAsync(now, cancellationToken);
        var raised = await db.RaiseOpenCheckoutsAsync(now - LongestCheckout, now - _options.After, now, cancellationToken)
            + await db.RaiseOverdueSubscriptionsAsync(now, cancellationToken);
        if (await db.TryTakeTurnAsync(ReconciliationTurn.Subscriptions, _options.SubscriptionsEvery, now, cancellationToken))
            raised += await db.RaiseLiveSubscriptionsAsync(now, cancellationToken);
        if (raised > 0) signal.Set();

        if (await db.TryTakeTurnAsync(ReconciliationTurn.Events, _options.EventsEvery, now, cancellationToken))
            await CompareEventsAsync(now, _options.After, cancellationToken);
    }

    /// <summary>Everything at once, due or not, however fresh: for operators.</summary>
    public async Task<ReconciliationReport> RunAllAsync(CancellationToken cancellationToken)
    {
        using var system = TenantScope.EnterSystem("a comparison of the books of all organizations");
        var now = time.GetUtcNow();
        await db.TryTakeTurnAsync(ReconciliationTurn.Events, TimeSpan.Zero, now, cancellationToken);
        var lost = await CompareEventsAsync(now, TimeSpan.Zero, cancellationToken);
        var checkouts = await db.RaiseOpenCheckoutsAsync(now - LongestCheckout, now, now, cancellationToken);
        var subscriptions = await db.RaiseLiveSubscriptionsAsync(now, cancellationToken);
        signal.Set();
        return new(lost, checkouts, subscriptions);
    }

    /// <summary>Has those events worked on that the provider recorded and the inbox never got.</summary>
    /// <returns>How many these were.</returns>
    private async Task<int> CompareEventsAsync(DateTimeOffset now, TimeSpan after, CancellationToken cancellationToken)
    {
        var cursor = await db.ReconciliationTurns.Where(t => t.Name == ReconciliationTurn.Events).Select(t => t.Cursor)
            .SingleOrDefaultAsync(cancellationToken);
        if (db.Database.CurrentTransaction is { } reading) await reading.CommitAsync(cancellationToken);

        var (lost, known) = (0, 0);
        await foreach (var body in provider.ListEventsAsync(cursor - _options.EventsOverlap ?? now - FirstLook, cancellationToken))
        {
            if (provider.ReadEvent(body) is not { Kind: not null } notice) continue;
            // Its webhook may still be on the way. A test clock's events can lie in the future.
            if (notice.CreatedAt is { } created && created > now - after && created <= now) continue;
            if (await db.StoreAsync(Provider.Stripe, notice, body.GetRawText(), EventSource.Reconciliation, now, cancellationToken)) lost++;
            else known++;
        }

        await db.MoveCursorAsync(ReconciliationTurn.Events, now - after, cancellationToken);
        Telemetry.EventsCompared.Add(known, new KeyValuePair<string, object?>("result", "known"));
        Telemetry.EventsCompared.Add(lost, new KeyValuePair<string, object?>("result", "lost"));
        if (lost == 0) return 0;

        LogLost(logger, lost, known + lost);
        signal.Set();
        return lost;
    }

    /// <summary>Ends what has died or had its day.</summary>
    private async Task SweepAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await db.Checkouts.Where(c => c.Stage == CheckoutStage.Created && c.CreatedAt < now - OpenCheckout.CreationLimit)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Stage, CheckoutStage.Failed), cancellationToken);
        await db.Codes.Where(c => c.ProtectedCode != null && c.ShownUntil <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.ProtectedCode, (string?)null), cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "{Lost} of {Compared} events of the provider had never arrived and are worked on now")]
    private static partial void LogLost(ILogger logger, int lost, int compared);
}
