using System.Net;
using Stripe;

namespace Kipu.Payments;

/// <summary>What changes at Stripe when an organization changes its mind.</summary>
internal sealed partial class StripeProvider
{
    private const string Prorate = "always_invoice";

    public Task<ChangePrice?> PreviewChangeAsync(PlanChange change, CancellationToken cancellationToken) => CallAsync(() => FindAsync(async () =>
    {
        var subscription = await stripe.V1.Subscriptions.GetAsync(change.SubscriptionId, cancellationToken: cancellationToken);
        var invoice = await stripe.V1.Invoices.CreatePreviewAsync(
            new InvoiceCreatePreviewOptions
            {
                Customer = subscription.CustomerId,
                Subscription = subscription.Id,
                SubscriptionDetails = new()
                {
                    Items = [new() { Id = ItemOf(subscription).Id, Price = await catalog.PriceIdOfAsync(change.Plan, cancellationToken) }],
                    ProrationBehavior = Prorate,
                    ProrationDate = change.At.UtcDateTime,
                },
            },
            cancellationToken: cancellationToken);
        return new ChangePrice(
            invoice.Total, invoice.Currency,
            [.. invoice.Lines.Data.Select(line => new ChangePreviewLine(line.Description ?? "", line.Amount))]);
    }));

    public Task<ChangeAnswer?> ChangePlanAsync(PlanChange change, CancellationToken cancellationToken) => CallAsync(() => FindAsync(async () =>
    {
        var before = await stripe.V1.Subscriptions.GetAsync(change.SubscriptionId, cancellationToken: cancellationToken);
        var update = new SubscriptionUpdateOptions
        {
            // Without the item's id a second one would be added and charged.
            Items = [new() { Id = ItemOf(before).Id, Price = await catalog.PriceIdOfAsync(change.Plan, cancellationToken) }],
            ProrationBehavior = Prorate,
            ProrationDate = change.At.UtcDateTime,
            PaymentBehavior = "pending_if_incomplete",
            Expand = ["latest_invoice"],
        };
        try
        {
            var after = await stripe.V1.Subscriptions.UpdateAsync(
                before.Id, update, new RequestOptions { IdempotencyKey = change.Key }, cancellationToken);
            var snapshot = await SnapshotAsync(after, cancellationToken);
            return after.PendingUpdate is null
                ? new ChangeAnswer(ChangeResult.Changed, snapshot, null)
                : new ChangeAnswer(ChangeResult.PaymentPending, snapshot, after.LatestInvoice?.HostedInvoiceUrl);
        }
        catch (StripeException exception) when (exception.HttpStatusCode == HttpStatusCode.PaymentRequired)
        {
            return new ChangeAnswer(ChangeResult.Declined, await SnapshotAsync(before, cancellationToken), null);
        }
    }));

    public Task<SubscriptionSnapshot?> CancelAsync(string subscriptionId, bool atPeriodEnd, string key, CancellationToken cancellationToken) =>
        CallAsync(() => FindAsync(async () =>
        {
            var subscription = await stripe.V1.Subscriptions.GetAsync(subscriptionId, cancellationToken: cancellationToken);
            if (HasEnded(subscription)) return await SnapshotAsync(subscription, cancellationToken);
            subscription = atPeriodEnd
                ? await stripe.V1.Subscriptions.UpdateAsync(
                    subscriptionId, new() { CancelAtPeriodEnd = true }, new RequestOptions { IdempotencyKey = key }, cancellationToken)
                : await stripe.V1.Subscriptions.CancelAsync(subscriptionId, cancellationToken: cancellationToken);
            return await SnapshotAsync(subscription, cancellationToken);
        }));

    public Task<SubscriptionSnapshot?> ResumeAsync(string subscriptionId, string key, CancellationToken cancellationToken) =>
        CallAsync(() => FindAsync(async () =>
        {
            var subscription = await stripe.V1.Subscriptions.GetAsync(subscriptionId, cancellationToken: cancellationToken);
            var update = new SubscriptionUpdateOptions();
            if (subscription.CancelAtPeriodEnd) update.CancelAtPeriodEnd = false;
            // Stripe's portal sets the date and leaves the flag alone; a null that is set is sent as an empty value, which clears it.
            else if (subscription.CancelAt is not null) update.CancelAt = null;
            else return await SnapshotAsync(subscription, cancellationToken);

            subscription = await stripe.V1.Subscriptions.UpdateAsync(
                subscriptionId, update, new RequestOptions { IdempotencyKey = key }, cancellationToken);
            return await SnapshotAsync(subscription, cancellationToken);
        }));

    public async Task RefundAsync(string paymentKey, string key, CancellationToken cancellationToken)
    {
        var links = await CallAsync(() => stripe.V1.InvoicePayments.ListAsync(
            new() { Invoice = paymentKey, Status = "paid", Limit = 100 }, cancellationToken: cancellationToken));
        foreach (var link in links.Data)
        {
            try
            {
                await CallAsync(() => stripe.V1.Refunds.CreateAsync(
                    new() { PaymentIntent = link.Payment.PaymentIntentId },
                    new RequestOptions { IdempotencyKey = $"{key}:{link.Id}" },
                    cancellationToken));
            }
            catch (StripeException exception) when (exception.StripeError?.Code == "charge_already_refunded")
            {
                // Somebody was quicker, which is as well.
            }
        }
    }

    public Task<string> OpenPortalAsync(string customerId, string returnUrl, CancellationToken cancellationToken) => CallAsync(async () =>
    {
        var session = await stripe.V1.BillingPortal.Sessions.CreateAsync(
            new() { Customer = customerId, ReturnUrl = returnUrl }, cancellationToken: cancellationToken);
        return session.Url;
    });

    private static bool HasEnded(Stripe.Subscription subscription) => subscription.Status is "canceled" or "incomplete_expired";

    private static SubscriptionItem ItemOf(Stripe.Subscription subscription) => subscription.Items.Data.Single();
}
