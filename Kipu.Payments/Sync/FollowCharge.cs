using Microsoft.EntityFrameworkCore;
using Wolverine.EntityFrameworkCore;

namespace Kipu.Payments;

/// <summary>
/// Notes what went back of a payment, or is contested. Who has the money of the present period back has no subscription any more;
/// of less only the books tell.
/// </summary>
internal sealed partial class FollowCharge(
    IDbContextOutbox<PaymentsDbContext> outbox, PaymentProviders providers, SubscriptionBooks books, SyncSignal signal, TimeProvider time,
    ILogger<FollowCharge> logger)
{
    private static readonly TimeSpan ForItsCheckout = TimeSpan.FromSeconds(1);
    private readonly PaymentsDbContext _db = outbox.DbContext;

    /// <returns>Whether the books were behind.</returns>
    public async Task<bool> RunAsync(SyncTask task, CancellationToken cancellationToken)
    {
        var provider = providers.Of(task.Provider);
        var charge = await provider.GetChargeAsync(task.ObjectId, cancellationToken);
        var shown = charge is null ? null : await provider.GetSubscriptionAsync(charge.SubscriptionId, cancellationToken);
        if (charge is not null && shown is not null && EndsSubscription(charge, shown))
        {
            LogEnding(logger, charge.SubscriptionId, charge.Dispute);
            await provider.CancelAsync(charge.SubscriptionId, atPeriodEnd: false, $"gone:{charge.PaymentKey}", cancellationToken);
        }

        var now = time.GetUtcNow();
        await using var transaction = await _db.Database.BeginTransactionAsync(cancellationToken);
        var subscription = charge is null ? null : await _db.LockSubscriptionAsync(task.Provider, charge.SubscriptionId, cancellationToken);
        var raised = subscription is null && shown is not null && await _db.RaiseCheckoutOfAsync(task, shown, now, cancellationToken);
        if (raised && !charge!.IsUntouched)
        {
            await transaction.CommitAsync(cancellationToken);
            await _db.PostponeAsync(task, now + ForItsCheckout, "The checkout that this money is from has yet to be seen to.", cancellationToken);
            signal.Set();
            return false;
        }

        var changed = false;
        if (subscription is not null && shown is not null) changed = await ApplyAsync(task, subscription, charge!, shown, now, cancellationToken);
        else if (!raised) LogUnknown(logger, task.ObjectId);
        await _db.CompleteAsync(task, now, cancellationToken);
        await outbox.SaveChangesAndFlushMessagesAsync(cancellationToken);
        signal.Set();
        return changed;
    }

    private async Task<bool> ApplyAsync(
        SyncTask task, Subscription subscription, ChargeSnapshot charge, SubscriptionSnapshot shown, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        // The picture was taken before the end that we may have asked for: the rest is for the subscription's own synchronization.
        await books.AddPaymentsAsync(subscription, shown, cancellationToken);
        await _db.SaveChangesAsync(cancellationToken);
        await _db.RaiseAsync(task.Provider, SyncKind.Subscription, charge.SubscriptionId, SyncCause.Work, now, cancellationToken);

        var payment = await _db.Payments.SingleOrDefaultAsync(
            p => p.Provider == task.Provider && p.ProviderPaymentKey == charge.PaymentKey, cancellationToken);
        // News of an attempt: that it failed, or waits, is the subscription's own matter.
        if (payment is null && charge.IsUntouched) return false;
        if (payment is null)
            throw new InvalidOperationException($"Money went back of {charge.PaymentKey}, which is no payment of subscription {charge.SubscriptionId}.");
        if (!payment.TryFollow(charge)) return false;
        LogWentBack(logger, payment.Id, charge.RefundedMinor, charge.AmountMinor, charge.Dispute);
        return true;
    }

    /// <summary>
    /// Renewals and first payments are what a period rests on; the difference that an upgrade cost is not. An account can hold
    /// subscriptions that are not ours: those have no key of ours.
    /// </summary>
    private static bool EndsSubscription(ChargeSnapshot charge, SubscriptionSnapshot shown) =>
        charge.IsGone
        && shown.CheckoutId is not null
        && shown.Status is not (null or SubscriptionStatus.Cancelled)
        && shown.Payments.FirstOrDefault(p => p.Key == charge.PaymentKey) is { Kind: not PaymentKind.Change } payment
        && payment.PaidAt >= shown.PeriodStart;

    [LoggerMessage(LogLevel.Warning, "Subscription {SubscriptionId} is cancelled: the money of its present period went back (dispute: {Dispute})")]
    private static partial void LogEnding(ILogger logger, string subscriptionId, DisputeStatus dispute);

    [LoggerMessage(LogLevel.Information, "Charge {ChargeId} paid for nothing of ours")]
    private static partial void LogUnknown(ILogger logger, string chargeId);

    [LoggerMessage(LogLevel.Information, "Of payment {PaymentId} {RefundedMinor} of {AmountMinor} went back (dispute: {Dispute})")]
    private static partial void LogWentBack(ILogger logger, Guid paymentId, long refundedMinor, long amountMinor, DisputeStatus dispute);
}
