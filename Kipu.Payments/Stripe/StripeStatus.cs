namespace Kipu.Payments;

/// <summary>Stripe's words in ours.</summary>
internal static class StripeStatus
{
    /// <returns>Null where there is no subscription yet: its first payment is still open.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Stripe has a status that this version doesn't know.</exception>
    public static SubscriptionStatus? OfSubscription(string status) => status switch
    {
        "trialing" => SubscriptionStatus.Trial,
        "active" => SubscriptionStatus.Active,
        "past_due" => SubscriptionStatus.PastDue,
        "unpaid" or "paused" => SubscriptionStatus.Suspended,
        "canceled" or "incomplete_expired" => SubscriptionStatus.Cancelled,
        "incomplete" => null,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown subscription status"),
    };

    /// <summary>Paid is what is complete and paid, or needs no payment; complete alone may still wait for the money.</summary>
    public static ProviderCheckoutStatus OfCheckout(string status, string paymentStatus) => (status, paymentStatus) switch
    {
        ("open", _) => ProviderCheckoutStatus.Open,
        ("expired", _) => ProviderCheckoutStatus.Expired,
        ("complete", "paid" or "no_payment_required") => ProviderCheckoutStatus.Paid,
        ("complete", _) => ProviderCheckoutStatus.Processing,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown checkout status"),
    };

    public static PaymentKind OfInvoice(string billingReason) => billingReason switch
    {
        "subscription_create" => PaymentKind.First,
        "subscription_cycle" => PaymentKind.Renewal,
        _ => PaymentKind.Change,
    };

    /// <summary>What an event is about. Everything else Stripe sends is noise to us.</summary>
    public static SyncKind? KindOf(string eventType) => eventType switch
    {
        "checkout.session.completed" or "checkout.session.expired"
            or "checkout.session.async_payment_succeeded" or "checkout.session.async_payment_failed" => SyncKind.Checkout,
        "customer.subscription.created" or "customer.subscription.updated" or "customer.subscription.deleted"
            or "customer.subscription.paused" or "customer.subscription.resumed"
            or "invoice.paid" or "invoice.payment_failed" or "invoice.voided" or "invoice.marked_uncollectible" => SyncKind.Subscription,
        _ => null,
    };
}
