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
    PaymentsDbContext db, PaymentProviders providers, SyncSignal signal, IOptions<ReconciliationOptions> options, TimeProvider time,
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
        var raised = await db.RaiseOpenCheckoutsAsync(provider: null, now - LongestCheckout, now - _options.After, now, cancellationToken)
            + await db.RaiseOverdueSubscriptionsAsync(now, cancellationToken);
        if (await db.TryTakeTurnAsync(ReconciliationTurn.Subscriptions, _options.SubscriptionsEvery, now, cancellationToken))
            raised += await db.RaiseLiveSubscriptionsAsync(provider: null, now, cancellationToken);
        if (raised > 0) signal.Set();

        foreach (var provider in providers.All)
        {
            if (await db.TryTakeTurnAsync(ReconciliationTurn.ChangesOf(provider.Name), _options.EventsEvery, now, cancellationToken))
                await CompareOrPostponeAsync(provider, now, cancellationToken);
        }
    }

    /// <summary>Everything at once, due or not, however fresh, with every provider or with one: for operators.</summary>
    public async Task<ReconciliationReport> RunAllAsync(IPaymentProvider? only, CancellationToken cancellationToken)
    {
        using var system = TenantScope.EnterSystem("a comparison of the books of all organizations");
        var now = time.GetUtcNow();
        var lost = 0;
        foreach (var provider in only is null ? providers.All : [only])
        {
            await db.TryTakeTurnAsync(ReconciliationTurn.ChangesOf(provider.Name), TimeSpan.Zero, now, cancellationToken);
            lost += await CompareChangesAsync(provider, now, TimeSpan.Zero, cancellationToken);
        }

        var checkouts = await db.RaiseOpenCheckoutsAsync(only?.Name, now - LongestCheckout, now, now, cancellationToken);
        var subscriptions = await db.RaiseLiveSubscriptionsAsync(only?.Name, now, cancellationToken);
        signal.Set();
        return new(lost, checkouts, subscriptions);
    }

    /// <summary>A provider that is away must not keep the others from being compared.</summary>
    private async Task CompareOrPostponeAsync(IPaymentProvider provider, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            await CompareChangesAsync(provider, now, _options.After, cancellationToken);
        }
        catch (HttpRequestException exception)
        {
            LogAway(logger, provider.Name, exception);
        }
    }

    /// <summary>
    /// Has those events worked on that the provider recorded and the inbox never got; where it records none, whatever it shows as
    /// changed.
    /// </summary>
    /// <returns>How many events had never arrived.</returns>
    private async Task<int> CompareChangesAsync(
        IPaymentProvider provider, DateTimeOffset now, TimeSpan after, CancellationToken cancellationToken)
    {
        var turn = ReconciliationTurn.ChangesOf(provider.Name);
        var cursor = await db.ReconciliationTurns.Where(t => t.Name == turn).Select(t => t.Cursor)
            .SingleOrDefaultAsync(cancellationToken);
        await db.EndReadingAsync();

        var (lost, known, raised) = (0, 0, 0);
        await foreach (var change in provider.ListChangedAsync(cursor - _options.EventsOverlap ?? now - FirstLook, cancellationToken))
        {
            // Its webhook may still be on the way. A test clock's events can lie in the future.
            if (change.At is { } at && at > now - after && at <= now) continue;
            if (change.Event is not { } told)
            {
                await db.RaiseAsync(provider.Name, change.Kind, change.ObjectId, SyncCause.Reconciliation, now, cancellationToken);
                raised++;
            }
            else if (await db.StoreAsync(provider.Name, told.Notice, told.Body, EventSource.Reconciliation, now, cancellationToken))
            {
                lost++;
            }
            else
            {
                known++;
            }
        }

        await db.MoveCursorAsync(turn, now - after, cancellationToken);
        Telemetry.EventsCompared.Add(known, new KeyValuePair<string, object?>("result", "known"));
        Telemetry.EventsCompared.Add(lost, new KeyValuePair<string, object?>("result", "lost"));
        if (lost > 0) LogLost(logger, lost, known + lost, provider.Name);
        if (lost + raised > 0) signal.Set();
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

    [LoggerMessage(LogLevel.Warning, "{Lost} of {Compared} events of {Provider} had never arrived and are worked on now")]
    private static partial void LogLost(ILogger logger, int lost, int compared, string provider);

    [LoggerMessage(LogLevel.Warning, "Comparing with {Provider} waits for its next turn")]
    private static partial void LogAway(ILogger logger, string provider, Exception exception);
}
