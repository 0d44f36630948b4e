using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Wolverine.EntityFrameworkCore;

namespace Kipu.Payments;

/// <summary>Takes over what a provider shows of a subscription, within the caller's transaction and under its lock of the row.</summary>
internal sealed class SubscriptionBooks(IDbContextOutbox<PaymentsDbContext> outbox, IOptions<BillingOptions> options)
{
    private readonly PaymentsDbContext _db = outbox.DbContext;

    /// <summary>The subscription's state, a row for each payment that has none yet, and, when it has ended, the end of its codes.</summary>
    /// <param name="subscription">Our row of it.</param>
    /// <param name="snapshot">How the provider shows it.</param>
    /// <param name="fallsToFree">Whether, should it have ended, what its organization uses fits FREE.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Whether anything was new.</returns>
    public async Task<bool> FollowAsync(
        Subscription subscription, SubscriptionSnapshot snapshot, bool fallsToFree, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var contested = options.Value.SuspendWhileDisputed
            && await _db.Payments.AnyAsync(p => p.SubscriptionId == subscription.Id && p.Dispute == DisputeStatus.Open, cancellationToken);
        var changed = subscription.TryFollow(snapshot, contested, options.Value.Grace, now);
        if (changed && subscription.Status == SubscriptionStatus.Cancelled) subscription.FallsToFree = fallsToFree;
        if (changed) await outbox.PublishAsync(subscription.ToChange(now));
        if (subscription.TakeNotice(contested, now) is { } notice) await outbox.PublishAsync(notice);
        if (changed && subscription.Status == SubscriptionStatus.Cancelled) await EndCodesAsync(subscription, now, cancellationToken);
        return await AddPaymentsAsync(subscription, snapshot, cancellationToken) || changed;
    }

    public async Task<bool> AddPaymentsAsync(Subscription subscription, SubscriptionSnapshot snapshot, CancellationToken cancellationToken)
    {
        var keys = snapshot.Payments.Select(p => p.Key).ToList();
        var known = await _db.Payments.Where(p => p.Provider == subscription.Provider && keys.Contains(p.ProviderPaymentKey))
            .Select(p => p.ProviderPaymentKey).ToListAsync(cancellationToken);
        // Providers count in seconds: of the same one, their own order decides.
        var added = snapshot.Payments
            .Select((p, place) => (Payment: p, Older: snapshot.Payments.Skip(place + 1).Count(other => other.PaidAt == p.PaidAt)))
            .Where(p => !known.Contains(p.Payment.Key))
            .Select(p => Payment.Of(subscription, p.Payment, p.Older))
            .ToList();
        _db.Payments.AddRange(added);
        return added.Count > 0;
    }

    /// <summary>
    /// What nobody has claimed makes no organization any more. An organization that is left cancelled can read and export for a
    /// while, by its code too; one that goes on for free keeps it.
    /// </summary>
    private async Task EndCodesAsync(Subscription subscription, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (subscription.FallsToFree) return;

        var end = subscription.OrganizationId is null ? now : now + options.Value.ReadableAfterEnd;
        var codes = await _db.Codes
            .Where(c => subscription.OrganizationId == null
                ? c.CheckoutId == subscription.CheckoutId
                : c.OrganizationId == subscription.OrganizationId)
            .Where(c => c.ValidUntil == null || c.ValidUntil > end)
            .ToListAsync(cancellationToken);
        foreach (var code in codes) await outbox.PublishAsync(code.EndAt(end, now));
    }
}

internal static class SubscriptionLock
{
    public static Task<Subscription?> LockSubscriptionAsync(
        this PaymentsDbContext db, string provider, string subscriptionId, CancellationToken cancellationToken) => db.Subscriptions
        .FromSql($"select * from subscriptions where provider = {provider} and provider_subscription_id = {subscriptionId} for update")
        .SingleOrDefaultAsync(cancellationToken);

    /// <summary>
    /// News of a subscription, or of its money, often come before those of the checkout that made it: then the checkout is to be
    /// looked at.
    /// </summary>
    /// <returns>False when it belongs to no checkout of ours.</returns>
    public static async Task<bool> RaiseCheckoutOfAsync(
        this PaymentsDbContext db, SyncTask task, SubscriptionSnapshot snapshot, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var sessionId = await db.Checkouts.Where(c => c.Id == snapshot.CheckoutId)
            .Select(c => c.ProviderSessionId).SingleOrDefaultAsync(cancellationToken);
        if (sessionId is null) return false;
        await db.RaiseAsync(task.Provider, SyncKind.Checkout, sessionId, task.Cause, now, cancellationToken);
        return true;
    }
}
