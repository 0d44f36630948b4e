using System.Text.Json;

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

    /// <summary>What a change of the plan would cost at the given time.</summary>
    Task<ChangePrice?> PreviewChangeAsync(PlanChange change, CancellationToken cancellationToken);

    /// <summary>Moves a subscription to another plan and collects the difference at once. Unpaid, the old plan stays.</summary>
    Task<ChangeAnswer?> ChangePlanAsync(PlanChange change, CancellationToken cancellationToken);

    /// <summary>Ends a subscription with its period, or at once. Once it has ended, nothing more happens.</summary>
    Task<SubscriptionSnapshot?> CancelAsync(string subscriptionId, bool atPeriodEnd, string key, CancellationToken cancellationToken);

    /// <summary>Takes back an end that has yet to come.</summary>
    Task<SubscriptionSnapshot?> ResumeAsync(string subscriptionId, string key, CancellationToken cancellationToken);

    /// <summary>Opens the provider's own page for a customer's cards and invoices.</summary>
    /// <returns>Where it is.</returns>
    Task<string> OpenPortalAsync(string customerId, string returnUrl, CancellationToken cancellationToken);

    /// <summary>A movement of money for a subscription, with what went back or is contested.</summary>
    /// <returns>Null when there is none, or it paid for no subscription.</returns>
    Task<ChargeSnapshot?> GetChargeAsync(string chargeId, CancellationToken cancellationToken);

    /// <summary>Checks a webhook's signature and says what it is about.</summary>
    /// <returns>Null for what the provider did not sign.</returns>
    WebhookNotice? ReadWebhook(string body, string? signature);

    /// <summary>What an event that the provider's API showed is about.</summary>
    WebhookNotice? ReadEvent(JsonElement body);

    /// <summary>The events that concern us, from a time on, whether their webhooks arrived or not.</summary>
    IAsyncEnumerable<JsonElement> ListEventsAsync(DateTimeOffset since, CancellationToken cancellationToken);

    Task<JsonElement?> GetEventAsync(string eventId, CancellationToken cancellationToken);
}

internal static class Provider
{
    public const string Stripe = "stripe";
}

/// <summary>What an event is about and when it was made; without kind and object when it concerns nothing of ours.</summary>
internal sealed record WebhookNotice(string EventId, string Type, SyncKind? Kind, string? ObjectId, DateTimeOffset? CreatedAt);
