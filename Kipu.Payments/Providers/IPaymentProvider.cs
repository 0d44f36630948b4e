using System.Text.Json;

namespace Kipu.Payments;

/// <summary>
/// A payment provider. What it tells is a picture of its own present state, never a message's payload. It throws only for
/// outages (<see cref="HttpRequestException"/> and the like) and bugs; what isn't there is null.
/// </summary>
internal interface IPaymentProvider
{
    string Name { get; }

    ProviderCapabilities Capabilities { get; }

    /// <summary>What a month of a plan costs here.</summary>
    PlanPrice PriceOf(Plan plan);

    /// <summary>Opens a checkout; the same order again opens the same one.</summary>
    /// <returns>Null when the provider does not take the customer's mail address.</returns>
    Task<OpenedCheckout?> CreateCheckoutAsync(CheckoutOrder order, CancellationToken cancellationToken);

    Task<CheckoutSnapshot?> GetCheckoutAsync(string sessionId, CancellationToken cancellationToken);

    /// <summary>Closes a checkout against payment, unless it was paid or closed already.</summary>
    /// <returns>How it stands afterwards.</returns>
    Task<CheckoutSnapshot?> ExpireCheckoutAsync(string sessionId, CancellationToken cancellationToken);

    Task<SubscriptionSnapshot?> GetSubscriptionAsync(string subscriptionId, CancellationToken cancellationToken);

    /// <summary>The subscription that an instalment or invoice is of.</summary>
    Task<string?> FindSubscriptionOfAsync(string instalmentId, CancellationToken cancellationToken);

    /// <summary>What a change of the plan would cost at once, at the given time.</summary>
    Task<ChangePrice?> PreviewChangeAsync(PlanChange change, CancellationToken cancellationToken);

    /// <summary>
    /// Moves a subscription to another plan: at once, with the difference collected, or with the next payment. Unpaid, the old plan
    /// stays.
    /// </summary>
    Task<ChangeAnswer?> ChangePlanAsync(PlanChange change, CancellationToken cancellationToken);

    /// <summary>
    /// Ends a subscription with its period, or at once. Once it has ended, nothing more happens. Who has no end with a period only
    /// stops it.
    /// </summary>
    Task<SubscriptionSnapshot?> CancelAsync(string subscriptionId, bool atPeriodEnd, string key, CancellationToken cancellationToken);

    /// <summary>Takes back an end that has yet to come.</summary>
    Task<SubscriptionSnapshot?> ResumeAsync(string subscriptionId, string key, CancellationToken cancellationToken);

    /// <summary>A movement of money for a subscription, with what went back or is contested.</summary>
    /// <returns>Null when there is none, or it paid for no subscription.</returns>
    Task<ChargeSnapshot?> GetChargeAsync(string chargeId, CancellationToken cancellationToken);

    /// <summary>Gives all of a payment back; what went back already stays so.</summary>
    Task RefundAsync(string paymentKey, string key, CancellationToken cancellationToken);

    /// <summary>Checks a webhook's signature and says what it is about.</summary>
    /// <returns>Null for what the provider did not sign.</returns>
    WebhookNotice? ReadWebhook(ReceivedWebhook webhook);

    /// <summary>
    /// What an event is about whose signature doesn't matter any more: the inbox has it, or the provider's API showed it.
    /// </summary>
    WebhookNotice? ReadEvent(JsonElement body);

    /// <summary>What concerns us and has changed, from a time on, whether a webhook told of it or not.</summary>
    IAsyncEnumerable<ProviderChange> ListChangedAsync(DateTimeOffset since, CancellationToken cancellationToken);

    /// <returns>Null when the provider doesn't know the event, or keeps none.</returns>
    Task<JsonElement?> GetEventAsync(string eventId, CancellationToken cancellationToken);
}

/// <summary>A provider that has a page of its own for a customer's cards and invoices.</summary>
internal interface IPaymentPortal
{
    /// <summary>Opens the page for a customer.</summary>
    /// <returns>Where it is.</returns>
    Task<string> OpenPortalAsync(string customerId, string returnUrl, CancellationToken cancellationToken);
}

internal static class Provider
{
    public const string Stripe = "stripe";
    public const string MercadoPago = "mercadopago";

    public static readonly string[] All = [Stripe, MercadoPago];
}

/// <summary>What providers differ in.</summary>
/// <param name="ChangesAtOnce">A change of the plan takes effect, and is paid, at once; else with the next payment.</param>
/// <param name="EndsWithPeriod">It ends a subscription with its period by itself.</param>
/// <param name="Trials">It gives free trials.</param>
/// <param name="NeedsEmail">It opens no checkout without the payer's mail address.</param>
internal sealed record ProviderCapabilities(bool ChangesAtOnce, bool EndsWithPeriod, bool Trials, bool NeedsEmail);

/// <summary>A webhook as it came.</summary>
internal sealed record ReceivedWebhook(string Body, IHeaderDictionary Headers, IQueryCollection Query);

/// <summary>What an event is about and when it was made; without kind and object when it concerns nothing of ours.</summary>
internal sealed record WebhookNotice(string EventId, string Type, SyncKind? Kind, string? ObjectId, DateTimeOffset? CreatedAt);
