using System.Net;
using Microsoft.Extensions.Options;
using Stripe;
using Stripe.Checkout;
using Plan = Kipu.Contracts.Plan;

namespace Kipu.Payments;

/// <summary>Stripe, through its official client.</summary>
internal sealed partial class StripeProvider(StripeClient stripe, StripeCatalog catalog, IOptions<StripeOptions> options)
    : IPaymentProvider, IPaymentPortal
{
    private const string CheckoutKey = "checkoutId";

    public string Name => Provider.Stripe;

    public ProviderCapabilities Capabilities { get; } = new(ChangesAtOnce: true, EndsWithPeriod: true, Trials: true, NeedsEmail: false);

    public PlanPrice PriceOf(Plan plan) => StripeCatalog.PriceOf(plan);

    public Task<OpenedCheckout?> CreateCheckoutAsync(CheckoutOrder order, CancellationToken cancellationToken) => CallAsync(async () =>
    {
        var metadata = new Dictionary<string, string> { [CheckoutKey] = order.CheckoutId.ToString() };
        if (order.OrganizationId is { } organizationId) metadata["organizationId"] = organizationId.ToString();
        var create = new SessionCreateOptions
        {
            Mode = "subscription",
            LineItems = [new() { Price = await catalog.PriceIdOfAsync(order.Plan, cancellationToken), Quantity = 1 }],
            SuccessUrl = order.SuccessUrl,
            CancelUrl = order.CancelUrl,
            ClientReferenceId = order.CheckoutId.ToString(),
            Metadata = metadata,
            SubscriptionData = new() { Metadata = metadata },
        };
        if (options.Value.PromotionCodes) create.AllowPromotionCodes = true;
        if (order.TrialDays > 0)
        {
            create.SubscriptionData.TrialPeriodDays = order.TrialDays;
            // A card is asked for at the start; should it be gone at the trial's end, nothing is charged and nothing goes on.
            create.SubscriptionData.TrialSettings = new() { EndBehavior = new() { MissingPaymentMethod = "cancel" } };
        }

        // In Stripe.net a null that is set is sent as an empty value; what we don't know stays unset.
        if (order.CustomerId is not null) create.Customer = order.CustomerId;
        else if (order.Email is not null) create.CustomerEmail = order.Email;

        try
        {
            var session = await stripe.V1.Checkout.Sessions.CreateAsync(
                create, new RequestOptions { IdempotencyKey = $"chk:{order.CheckoutId}" }, cancellationToken);
            return new OpenedCheckout(session.Id, session.Url, Utc(session.ExpiresAt));
        }
        catch (StripeException exception) when (exception.StripeError?.Param == "customer_email")
        {
            return null;
        }
    });

    public Task<CheckoutSnapshot?> GetCheckoutAsync(string sessionId, CancellationToken cancellationToken) => CallAsync(() => FindAsync(async () =>
        await SnapshotAsync(await ReadSessionAsync(sessionId, cancellationToken), cancellationToken)));

    public Task<CheckoutSnapshot?> ExpireCheckoutAsync(string sessionId, CancellationToken cancellationToken) => CallAsync(() => FindAsync(async () =>
    {
        try
        {
            var expired = await stripe.V1.Checkout.Sessions.ExpireAsync(sessionId, cancellationToken: cancellationToken);
            return await SnapshotAsync(expired, cancellationToken);
        }
        catch (StripeException exception) when (exception.HttpStatusCode == HttpStatusCode.BadRequest)
        {
            // No longer open: paid or expired a moment before.
            return await SnapshotAsync(await ReadSessionAsync(sessionId, cancellationToken), cancellationToken);
        }
    }));

    public Task<SubscriptionSnapshot?> GetSubscriptionAsync(string subscriptionId, CancellationToken cancellationToken) =>
        CallAsync(() => FindAsync(async () => await SnapshotAsync(
            await stripe.V1.Subscriptions.GetAsync(subscriptionId, cancellationToken: cancellationToken), cancellationToken)));

    public Task<ChargeSnapshot?> GetChargeAsync(string chargeId, CancellationToken cancellationToken) => CallAsync(() => FindAsync(async () =>
    {
        var charge = await stripe.V1.Charges.GetAsync(chargeId, cancellationToken: cancellationToken);
        if (charge.PaymentIntentId is not { } intent) return null;
        var links = await stripe.V1.InvoicePayments.ListAsync(
            new() { Payment = new() { Type = "payment_intent", PaymentIntent = intent }, Limit = 1 }, cancellationToken: cancellationToken);
        if (links.FirstOrDefault() is not { } link) return null;
        var invoice = await stripe.V1.Invoices.GetAsync(link.InvoiceId, cancellationToken: cancellationToken);
        if (invoice.Parent?.SubscriptionDetails?.SubscriptionId is not { } subscriptionId) return null;
        var disputes = charge.Disputed
            ? (await stripe.V1.Disputes.ListAsync(new() { Charge = charge.Id }, cancellationToken: cancellationToken)).Data
            : [];
        return new ChargeSnapshot(
            invoice.Id, subscriptionId, charge.Amount, charge.AmountRefunded,
            // The newest comes first: a payment that was won back can be contested once more.
            disputes.Count == 0 ? DisputeStatus.None : StripeStatus.OfDispute(disputes[0].Status));
    }));

    public Task<string?> FindSubscriptionOfAsync(string instalmentId, CancellationToken cancellationToken) => CallAsync(() => FindAsync(async () =>
        (await stripe.V1.Invoices.GetAsync(instalmentId, cancellationToken: cancellationToken)).Parent?.SubscriptionDetails?.SubscriptionId));

    public WebhookNotice? ReadWebhook(ReceivedWebhook webhook) =>
        StripeWebhook.Read(webhook.Body, webhook.Headers["Stripe-Signature"], options.Value.WebhookSecret);

    private Task<Session> ReadSessionAsync(string sessionId, CancellationToken cancellationToken) => stripe.V1.Checkout.Sessions.GetAsync(
        sessionId, new SessionGetOptions { Expand = ["subscription"] }, cancellationToken: cancellationToken);

    private async Task<CheckoutSnapshot> SnapshotAsync(Session session, CancellationToken cancellationToken) => new(
        session.Id,
        CheckoutIdOf(session.Metadata),
        StripeStatus.OfCheckout(session.Status, session.PaymentStatus),
        session.AmountSubtotal ?? 0,
        session.AmountTotal ?? 0,
        session.Currency,
        session.Subscription is null ? null : await SnapshotAsync(session.Subscription, cancellationToken));

    private async Task<SubscriptionSnapshot> SnapshotAsync(Stripe.Subscription subscription, CancellationToken cancellationToken)
    {
        var item = subscription.Items.Data.Single();
        var plan = StripeCatalog.PlanOf(item.Price);
        var invoices = await stripe.V1.Invoices.ListAsync(
            new InvoiceListOptions { Subscription = subscription.Id, Status = "paid", Limit = 100 }, cancellationToken: cancellationToken);
        return new SubscriptionSnapshot(
            subscription.Id,
            subscription.CustomerId,
            CheckoutIdOf(subscription.Metadata),
            plan,
            StripeStatus.OfSubscription(subscription.Status),
            Utc(item.CurrentPeriodStart),
            Utc(item.CurrentPeriodEnd),
            subscription.CancelAtPeriodEnd || subscription.CancelAt is not null,
            [.. invoices.Data.Where(invoice => invoice.AmountPaid > 0).Select(invoice => new PaymentSnapshot(
                invoice.Id, StripeStatus.OfInvoice(invoice.BillingReason), StripeCatalog.PlanOf(invoice) ?? plan, invoice.AmountPaid,
                invoice.Currency, Utc(invoice.StatusTransitions.PaidAt ?? invoice.Created), invoice.HostedInvoiceUrl))]);
    }

    private static Guid? CheckoutIdOf(Dictionary<string, string>? metadata) =>
        metadata is not null && metadata.TryGetValue(CheckoutKey, out var text) && Guid.TryParse(text, out var id) ? id : null;

    private static DateTimeOffset Utc(DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Utc));

    private static async Task<T?> FindAsync<T>(Func<Task<T?>> call) where T : class
    {
        try
        {
            return await call();
        }
        catch (StripeException exception) when (exception.HttpStatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    /// <summary>Stripe's own troubles and its rate limit are outages, like an unreachable host. Other refusals are our bug.</summary>
    private static async Task<T> CallAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (StripeException exception) when (exception.HttpStatusCode
            is HttpStatusCode.TooManyRequests or HttpStatusCode.Conflict or >= HttpStatusCode.InternalServerError)
        {
            throw new HttpRequestException("Stripe can't serve the request now.", exception, exception.HttpStatusCode);
        }
    }
}
