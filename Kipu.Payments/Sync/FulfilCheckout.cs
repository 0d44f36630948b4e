using Microsoft.EntityFrameworkCore;
using Wolverine.EntityFrameworkCore;

namespace Kipu.Payments;

/// <summary>
/// Brings a checkout in step with the provider. Once it is paid: one subscription, its payments, one code, and the news of it,
/// all in one transaction, under the lock of the checkout's row.
/// </summary>
internal sealed partial class FulfilCheckout(
    IDbContextOutbox<PaymentsDbContext> outbox, PaymentProviders providers, CodeIssuer codes, SubscriptionBooks books, TimeProvider time,
    ILogger<FulfilCheckout> logger)
{
    private static readonly TimeSpan ChangeOver = TimeSpan.FromHours(24);
    private readonly PaymentsDbContext _db = outbox.DbContext;

    /// <returns>Whether the books were behind.</returns>
    public async Task<bool> RunAsync(SyncTask task, CancellationToken cancellationToken)
    {
        // No lock is held while the provider is asked.
        var snapshot = await providers.Of(task.Provider).GetCheckoutAsync(task.ObjectId, cancellationToken);
        var now = time.GetUtcNow();
        await using var transaction = await _db.Database.BeginTransactionAsync(cancellationToken);
        var checkout = await LockAsync(task.ObjectId, snapshot?.CheckoutId, cancellationToken);
        var before = checkout?.Stage;
        if (checkout is null) LogUnknown(logger, task.ObjectId);
        else await ApplyAsync(checkout, snapshot, now, cancellationToken);

        await _db.CompleteAsync(task, now, cancellationToken);
        await outbox.SaveChangesAndFlushMessagesAsync(cancellationToken);
        return checkout?.Stage != before;
    }

    /// <summary>By its session, or by our own key when the answer to its creation was lost.</summary>
    private Task<Checkout?> LockAsync(string sessionId, Guid? checkoutId, CancellationToken cancellationToken) => _db.Checkouts
        .FromSql($"select * from checkouts where provider_session_id = {sessionId} or (provider_session_id is null and id = {checkoutId}) for update")
        .SingleOrDefaultAsync(cancellationToken);

    private async Task ApplyAsync(Checkout checkout, CheckoutSnapshot? snapshot, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (snapshot is null)
        {
            LogGone(logger, checkout.Id);
            checkout.MoveTo(CheckoutStage.Failed);
            return;
        }

        checkout.Recognize(snapshot.SessionId);
        switch (snapshot.Status)
        {
            case ProviderCheckoutStatus.Open:
                checkout.MoveTo(CheckoutStage.Open);
                break;
            case ProviderCheckoutStatus.Processing:
                checkout.MoveTo(CheckoutStage.Processing);
                break;
            case ProviderCheckoutStatus.Expired:
                checkout.MoveTo(CheckoutStage.Expired);
                break;
            default:
                await FulfilAsync(checkout, snapshot, now, cancellationToken);
                break;
        }
    }

    private async Task FulfilAsync(Checkout checkout, CheckoutSnapshot snapshot, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (checkout.Stage == CheckoutStage.Returned) return;
        // News may come again after the plan has changed, the trial is over, or the organization has come back with another purchase.
        var granted = checkout.Stage == CheckoutStage.Complete;
        if (!granted && !snapshot.IsAsOrdered(checkout))
            throw new InvalidOperationException(
                $"Checkout {checkout.Id} was paid, but not as it was ordered: {snapshot.SubtotalMinor} {snapshot.Currency}.");

        if (!granted && await HasAnotherAsync(checkout, cancellationToken))
        {
            await ReturnAsync(checkout, snapshot.Subscription!, now, cancellationToken);
            return;
        }

        await FollowAsync(checkout, snapshot.Subscription!, now, cancellationToken);
        if (!await _db.Codes.AnyAsync(c => c.CheckoutId == checkout.Id, cancellationToken)) await IssueCodeAsync(checkout, now, cancellationToken);
        if (granted) return;
        checkout.MoveTo(CheckoutStage.Complete);
        Telemetry.Fulfilled.Add(1, new KeyValuePair<string, object?>("plan", checkout.Plan.ToString()));
        LogFulfilled(logger, checkout.Id, checkout.Plan);
    }

    private Task<bool> HasAnotherAsync(Checkout checkout, CancellationToken cancellationToken) => _db.Subscriptions.AnyAsync(
        s => s.OrganizationId != null && s.OrganizationId == checkout.OrganizationId && s.CheckoutId != checkout.Id
            && s.Status != SubscriptionStatus.Cancelled,
        cancellationToken);

    /// <summary>
    /// Nobody pays for two subscriptions of one organization. It comes to that only when a checkout was paid that was thought over; the
    /// unique index on live subscriptions has two that come at once follow each other.
    /// </summary>
    private async Task ReturnAsync(Checkout checkout, SubscriptionSnapshot snapshot, DateTimeOffset now, CancellationToken cancellationToken)
    {
        LogSecond(logger, checkout.Id, snapshot.Id);
        Telemetry.Returned.Add(1, new KeyValuePair<string, object?>("provider", checkout.Provider));
        var subscription = Subscription.Returned(checkout, snapshot, now);
        _db.Subscriptions.Add(subscription);
        await books.AddPaymentsAsync(subscription, snapshot, cancellationToken);
        checkout.MoveTo(CheckoutStage.Returned);
        await _db.RaiseAsync(checkout.Provider, SyncKind.Return, snapshot.Id, SyncCause.Work, now, cancellationToken);
    }

    /// <remarks>
    /// What has ended by now was bought all the same: it is taken down as bought, and its end, with what that means for the
    /// organization and the code, is seen to by the subscription's own synchronization.
    /// </remarks>
    private async Task FollowAsync(Checkout checkout, SubscriptionSnapshot snapshot, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ended = snapshot.Status == SubscriptionStatus.Cancelled;
        var subscription = await _db.Subscriptions
            .FromSql($"select * from subscriptions where checkout_id = {checkout.Id} for update")
            .SingleOrDefaultAsync(cancellationToken);
        var shown = ended ? snapshot with { Status = subscription?.Status ?? SubscriptionStatus.Active } : snapshot;
        if (subscription is null)
        {
            subscription = Subscription.Of(checkout, snapshot);
            _db.Subscriptions.Add(subscription);
        }

        await books.FollowAsync(subscription, shown, fallsToFree: false, now, cancellationToken);
        if (ended && subscription.Status != SubscriptionStatus.Cancelled)
            await _db.RaiseAsync(checkout.Provider, SyncKind.Subscription, snapshot.Id, SyncCause.Work, now, cancellationToken);
    }

    private async Task IssueCodeAsync(Checkout checkout, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // An organization that comes back has a code from before; it gets a day to change over.
        if (checkout.OrganizationId is { } organizationId && await _db.LockCurrentCodeAsync(organizationId, cancellationToken) is { } old)
        {
            await outbox.PublishAsync(old.EndAt(now + ChangeOver, now));
            await _db.SaveChangesAsync(cancellationToken);
        }

        var code = codes.ForPurchase(checkout, now);
        _db.Codes.Add(code);
        await outbox.PublishAsync(code.ToIssue(now));
    }

    [LoggerMessage(LogLevel.Information, "Checkout {CheckoutId} is paid: plan {Plan} granted")]
    private static partial void LogFulfilled(ILogger logger, Guid checkoutId, Plan plan);

    [LoggerMessage(LogLevel.Error, "Checkout {CheckoutId} was paid for an organization that has a subscription: {SubscriptionId} is given back")]
    private static partial void LogSecond(ILogger logger, Guid checkoutId, string subscriptionId);

    [LoggerMessage(LogLevel.Warning, "The provider does not know checkout {CheckoutId} any more")]
    private static partial void LogGone(ILogger logger, Guid checkoutId);

    [LoggerMessage(LogLevel.Warning, "Session {SessionId} belongs to no checkout of ours")]
    private static partial void LogUnknown(ILogger logger, string sessionId);
}
