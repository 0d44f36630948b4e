using Microsoft.EntityFrameworkCore;
using Wolverine.EntityFrameworkCore;

namespace Kipu.Payments;

/// <summary>Brings a subscription and its payments in step with the provider.</summary>
internal sealed partial class FollowSubscription(
    IDbContextOutbox<PaymentsDbContext> outbox, IPaymentProvider provider, SyncSignal signal, TimeProvider time, ILogger<FollowSubscription> logger)
{
    private readonly PaymentsDbContext _db = outbox.DbContext;

    public async Task RunAsync(SyncTask task, CancellationToken cancellationToken)
    {
        var snapshot = await provider.GetSubscriptionAsync(task.ObjectId, cancellationToken);
        var now = time.GetUtcNow();
        await using var transaction = await _db.Database.BeginTransactionAsync(cancellationToken);
        var subscription = await _db.Subscriptions
            .FromSql($"select * from subscriptions where provider = {task.Provider} and provider_subscription_id = {task.ObjectId} for update")
            .SingleOrDefaultAsync(cancellationToken);

        var raised = false;
        if (snapshot is null) LogUnknown(logger, task.ObjectId);
        else if (subscription is not null) await _db.FollowAsync(subscription, snapshot, outbox, now, cancellationToken);
        else raised = await RaiseCheckoutAsync(task, snapshot, now, cancellationToken);

        await _db.CompleteAsync(task, now, cancellationToken);
        await outbox.SaveChangesAndFlushMessagesAsync(cancellationToken);
        if (raised) signal.Set();
    }

    /// <summary>News of a subscription often come before those of the checkout that made it: then the checkout is to be looked at.</summary>
    private async Task<bool> RaiseCheckoutAsync(SyncTask task, SubscriptionSnapshot snapshot, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var sessionId = await _db.Checkouts.Where(c => c.Id == snapshot.CheckoutId).Select(c => c.ProviderSessionId).SingleOrDefaultAsync(cancellationToken);
        if (sessionId is null)
        {
            LogUnknown(logger, task.ObjectId);
            return false;
        }

        await _db.RaiseAsync(task.Provider, SyncKind.Checkout, sessionId, now, cancellationToken);
        return true;
    }

    [LoggerMessage(LogLevel.Warning, "Subscription {SubscriptionId} belongs to no checkout of ours")]
    private static partial void LogUnknown(ILogger logger, string subscriptionId);
}

internal static class SubscriptionSync
{
    /// <summary>Takes over what the provider shows: the subscription's state, and a row for each payment that has none yet.</summary>
    public static async Task FollowAsync(
        this PaymentsDbContext db, Subscription subscription, SubscriptionSnapshot snapshot, IDbContextOutbox<PaymentsDbContext> outbox, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        if (subscription.TryFollow(snapshot, now)) await outbox.PublishAsync(subscription.ToChange(now));

        var keys = snapshot.Payments.Select(p => p.Key).ToList();
        var known = await db.Payments.Where(p => p.Provider == subscription.Provider && keys.Contains(p.ProviderPaymentKey))
            .Select(p => p.ProviderPaymentKey).ToListAsync(cancellationToken);
        db.Payments.AddRange(snapshot.Payments.Where(p => !known.Contains(p.Key)).Select(p => Payment.Of(subscription, p)));
    }
}
