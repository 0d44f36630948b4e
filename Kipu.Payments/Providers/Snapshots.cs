namespace Kipu.Payments;

/// <summary>
/// What a customer is to pay for. The checkout id, our key, comes back with everything that the provider makes of it; the
/// customer id is the provider's, where the organization has paid before.
/// </summary>
internal sealed record CheckoutOrder(
    Guid CheckoutId, Guid? OrganizationId, Plan Plan, string SuccessUrl, string CancelUrl, string? Email, string? CustomerId, int TrialDays);

/// <summary>A price in the hundredths of its currency.</summary>
internal sealed record PlanPrice(long AmountMinor, string Currency);

internal sealed record OpenedCheckout(string SessionId, string Url, DateTimeOffset ExpiresAt);

internal enum ProviderCheckoutStatus
{
    Open,

    /// <summary>Completed by the customer; the money has yet to come.</summary>
    Processing,
    Paid,
    Expired,
}

/// <summary>
/// How a checkout stands: with our key as it was ordered, the price before discounts and the total after them in
/// hundredths of the currency, and once paid, what was bought.
/// </summary>
internal sealed record CheckoutSnapshot(
    string SessionId, Guid? CheckoutId, ProviderCheckoutStatus Status, long SubtotalMinor, long AmountMinor, string Currency,
    SubscriptionSnapshot? Subscription)
{
    /// <summary>What was paid first: the subscription may be for another plan by now.</summary>
    private Plan? Bought => Subscription?.Payments is [.., var first] ? first.Plan : Subscription?.Plan;

    /// <summary>Plan, price and currency are as ordered. A discount is the provider's to grant; a trial costs nothing yet.</summary>
    public bool IsAsOrdered(Checkout checkout) =>
        Subscription is not null
        && Bought == checkout.Plan
        && Currency == checkout.Currency
        && AmountMinor <= SubtotalMinor
        && (SubtotalMinor == checkout.AmountMinor || (SubtotalMinor == 0 && Subscription.Status == SubscriptionStatus.Trial));
}

/// <summary>
/// A subscription with what has been paid for it so far, newest first. Its status is null while it is not settled whether there
/// will be a subscription at all; the next plan is set when another one comes with the next payment.
/// </summary>
internal sealed record SubscriptionSnapshot(
    string Id, string CustomerId, Guid? CheckoutId, Plan Plan, SubscriptionStatus? Status, DateTimeOffset PeriodStart, DateTimeOffset PeriodEnd,
    bool CancelAtPeriodEnd, IReadOnlyList<PaymentSnapshot> Payments, Plan? NextPlan = null);

/// <summary>
/// A payment that was made, under the provider's own key of it: there is one row for the key, however often it is told. The plan is the one
/// that it paid for, whatever the subscription is for by now.
/// </summary>
internal sealed record PaymentSnapshot(
    string Key, PaymentKind Kind, Plan Plan, long AmountMinor, string Currency, DateTimeOffset PaidAt, string? ReceiptUrl);

/// <summary>What went back of a payment, or is contested. The key is that of the payment.</summary>
internal sealed record ChargeSnapshot(
    string PaymentKey, string SubscriptionId, long AmountMinor, long RefundedMinor, DisputeStatus Dispute)
{
    /// <summary>Nothing went back, nothing is contested; perhaps nothing came either.</summary>
    public bool IsUntouched => RefundedMinor == 0 && Dispute == DisputeStatus.None;

    /// <summary>The customer has all of it back.</summary>
    public bool IsGone => RefundedMinor >= AmountMinor || Dispute == DisputeStatus.Lost;
}

/// <summary>A change of the plan, priced as of a time; the same key again is the same change.</summary>
internal sealed record PlanChange(string SubscriptionId, Plan Plan, DateTimeOffset At, string Key);

/// <summary>What a change costs at once; a negative sum is credited.</summary>
internal sealed record ChangePrice(long AmountMinor, string Currency, IReadOnlyList<ChangePreviewLine> Lines);

internal enum ChangeResult
{
    Changed,

    /// <summary>The new plan comes with the next payment.</summary>
    WithNextPayment,

    /// <summary>It is for this plan already.</summary>
    Unchanged,

    /// <summary>The change waits for its payment.</summary>
    PaymentPending,

    /// <summary>The card was declined and nothing has changed.</summary>
    Declined,
}

/// <summary>How a change went: the subscription afterwards, and where a payment that is due can be settled.</summary>
internal sealed record ChangeAnswer(ChangeResult Result, SubscriptionSnapshot Subscription, string? PaymentUrl);

/// <summary>Something that has changed at the provider, with the event that told of it where it keeps events.</summary>
internal sealed record ProviderChange(SyncKind Kind, string ObjectId, DateTimeOffset? At, RecordedEvent? Event = null);

/// <summary>An event as the provider's API shows it.</summary>
internal sealed record RecordedEvent(WebhookNotice Notice, string Body);
