namespace Kipu.Payments;

/// <summary>
/// A payment provider. What it tells is a picture of its own present state, never a message's payload. It throws only for
/// outages (<see cref="HttpRequestException"/> and the like) and bugs; what isn't there is null.
/// </summary>
internal interface IPaymentProvider
{
    /// <summary>Opens a checkout; the same order again opens the same one.</summary>
    /// <returns>Null when the provider does not take the customer's mail address.</returns>
    Task<OpenedCheckout?> CreateCheckoutAsync(CheckoutOrder order, CancellationToken cancellationToken);

    Task<CheckoutSnapshot?> GetCheckoutAsync(string sessionId, CancellationToken cancellationToken);

    /// <summary>Closes a checkout against payment, unless it was paid or closed already.</summary>
    /// <returns>How it stands afterwards.</returns>
    Task<CheckoutSnapshot?> ExpireCheckoutAsync(string sessionId, CancellationToken cancellationToken);

    Task<SubscriptionSnapshot?> GetSubscriptionAsync(string subscriptionId, CancellationToken cancellationToken);

    /// <summary>Checks a webhook's signature and says what it is about.</summary>
    /// <returns>Null for what the provider did not sign.</returns>
    WebhookNotice? ReadWebhook(string body, string? signature);
}

internal static class Provider
{
    public const string Stripe = "stripe";
}

/// <summary>
/// What a customer is to pay for. The checkout id, our key, comes back with everything that the provider makes of it; the
/// customer id is the provider's, where the organization has paid before.
/// </summary>
internal sealed record CheckoutOrder(
    Guid CheckoutId, Guid? OrganizationId, Plan Plan, string SuccessUrl, string CancelUrl, string? Email, string? CustomerId);

internal sealed record OpenedCheckout(string SessionId, string Url, DateTimeOffset ExpiresAt);

internal enum ProviderCheckoutStatus
{
    Open,

    /// <summary>Completed by the customer; the money has yet to come.</summary>
    Processing,
    Paid,
    Expired,
}

/// <summary>How a checkout stands: with our key as it was ordered, the total in the currency's smallest unit, and once paid, what was bought.</summary>
internal sealed record CheckoutSnapshot(
    string SessionId, Guid? CheckoutId, ProviderCheckoutStatus Status, long AmountMinor, string Currency, SubscriptionSnapshot? Subscription);

/// <summary>
/// A subscription with what has been paid for it so far, newest first. Its status is null while it is not settled whether there
/// will be a subscription at all.
/// </summary>
internal sealed record SubscriptionSnapshot(
    string Id, string CustomerId, Guid? CheckoutId, Plan Plan, SubscriptionStatus? Status, DateTimeOffset PeriodStart, DateTimeOffset PeriodEnd,
    bool CancelAtPeriodEnd, IReadOnlyList<PaymentSnapshot> Payments);

/// <summary>A payment that was made, under the provider's own key of it: there is one row for the key, however often it is told.</summary>
internal sealed record PaymentSnapshot(string Key, PaymentKind Kind, long AmountMinor, string Currency, DateTimeOffset PaidAt, string? ReceiptUrl);

/// <summary>What an event is about; without kind and object when it concerns nothing of ours.</summary>
internal sealed record WebhookNotice(string EventId, string Type, SyncKind? Kind, string? ObjectId);
