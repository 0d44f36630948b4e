using System.Collections.Frozen;

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

    /// <summary>How a contested payment stands: warnings take no money, and what is closed without a loss is won.</summary>
    public static DisputeStatus OfDispute(string status) => status switch
    {
        "lost" => DisputeStatus.Lost,
        "won" or "warning_closed" or "prevented" => DisputeStatus.Won,
        "warning_needs_response" or "warning_under_review" => DisputeStatus.None,
        _ => DisputeStatus.Open,
    };

    /// <summary>The events that concern us, with what each is about. Everything else Stripe sends is noise to us.</summary>
    /// <remarks>Twenty is the most that a list of events can be asked for by type.</remarks>
    public static readonly FrozenDictionary<string, SyncKind> Events = new Dictionary<string, SyncKind>
    {
        ["checkout.session.completed"] = SyncKind.Checkout,
        ["checkout.session.expired"] = SyncKind.Checkout,
        ["checkout.session.async_payment_succeeded"] = SyncKind.Checkout,
        ["checkout.session.async_payment_failed"] = SyncKind.Checkout,
        ["customer.subscription.created"] = SyncKind.Subscription,
        ["customer.subscription.updated"] = SyncKind.Subscription,
        ["customer.subscription.deleted"] = SyncKind.Subscription,
        ["customer.subscription.paused"] = SyncKind.Subscription,
        ["customer.subscription.resumed"] = SyncKind.Subscription,
        ["invoice.paid"] = SyncKind.Subscription,
        ["invoice.payment_failed"] = SyncKind.Subscription,
        ["invoice.voided"] = SyncKind.Subscription,
        ["invoice.marked_uncollectible"] = SyncKind.Subscription,
        ["charge.refunded"] = SyncKind.Charge,
        ["refund.created"] = SyncKind.Charge,
        ["refund.updated"] = SyncKind.Charge,
        ["refund.failed"] = SyncKind.Charge,
        ["charge.dispute.created"] = SyncKind.Charge,
        ["charge.dispute.updated"] = SyncKind.Charge,
        ["charge.dispute.closed"] = SyncKind.Charge,
    }.ToFrozenDictionary();
}
