namespace Kipu.Payments;

/// <summary>Ends a subscription at its provider, with its period or at once.</summary>
internal sealed class CancelSubscription(PaymentProviders providers, PaymentsDbContext db)
{
    /// <returns>How it stands afterwards; null when the provider doesn't know it.</returns>
    public async Task<SubscriptionSnapshot?> RunAsync(
        Subscription subscription, bool atPeriodEnd, string key, CancellationToken cancellationToken)
    {
        var provider = providers.Of(subscription.Provider);
        var isOurs = atPeriodEnd && !provider.Capabilities.EndsWithPeriod;
        // Written down first: what was stopped and then forgotten would stay suspended for ever. And again afterwards: it may have
        // been due, and found nothing stopped yet.
        if (isOurs) await RaiseEndAsync(subscription, cancellationToken);
        var snapshot = await provider.CancelAsync(subscription.ProviderSubscriptionId, atPeriodEnd, key, cancellationToken);
        if (isOurs) await RaiseEndAsync(subscription, cancellationToken);
        return snapshot;
    }

    private Task RaiseEndAsync(Subscription subscription, CancellationToken cancellationToken) => db.RaiseAsync(
        subscription.Provider, SyncKind.End, subscription.ProviderSubscriptionId, SyncCause.Clock, subscription.CurrentPeriodEnd,
        cancellationToken);
}
