using Stripe;

namespace Kipu.Tests;

/// <summary>What is told of each thing that happens, in the order in which it typically comes.</summary>
public sealed class StripeSequenceTests : IAsyncLifetime
{
    private StripeSimulatorHost _stripe = null!;

    public async ValueTask InitializeAsync() => _stripe = await StripeSimulatorHost.StartAsync();

    public async ValueTask DisposeAsync() => await _stripe.DisposeAsync();

    [Fact]
    public async Task A_first_checkout_by_card()
    {
        var session = await _stripe.OpenCheckoutAsync();

        await SeesAsync(
            () => _stripe.PayAsync(session.Url),
            "payment_intent.created", "payment_intent.succeeded", "charge.succeeded", "payment_method.attached", "customer.created",
            "customer.subscription.created", "invoice.created", "invoice.finalized", "invoice_payment.paid", "invoice.paid",
            "invoice.payment_succeeded", "checkout.session.completed");
    }

    [Fact]
    public async Task A_card_that_is_declined_after_3D_Secure()
    {
        var session = await _stripe.OpenCheckoutAsync();

        await SeesAsync(
            () => _stripe.PayAsync(session.Url, "4000008400001629"), "payment_intent.created", "payment_intent.requires_action");
        await SeesAsync(
            () => _stripe.PostAsync(
                $"{session.Url}/authenticate", new() { ["outcome"] = "complete" }), "charge.failed", "payment_intent.payment_failed");
    }

    [Fact]
    public async Task A_trial_checkout()
    {
        var session = await _stripe.OpenCheckoutAsync(options => options.SubscriptionData.TrialPeriodDays = 14);

        await SeesAsync(
            () => _stripe.PayAsync(session.Url),
            "setup_intent.created", "setup_intent.succeeded", "payment_method.attached", "customer.created",
                "customer.subscription.created",
            "invoice.created", "invoice.finalized", "invoice.paid", "invoice.payment_succeeded", "checkout.session.completed");
    }

    [Fact]
    public async Task A_renewal_that_fails_and_its_recovery()
    {
        var subscription = await _stripe.SubscribeAsync(card: "4000000000000341");

        await SeesAsync(
            () => _stripe.AdvanceAsync(subscription.Clock, "2027-05-01T01:00:00Z"),
            "customer.subscription.updated", "invoice.created", "invoice.finalized", "payment_intent.created", "charge.failed",
            "payment_intent.payment_failed", "invoice.payment_failed", "customer.subscription.updated");
        var update = (await _stripe.EventsAsync("customer.subscription.updated"))[^1];
        Assert.Equal("active", (string?)((Newtonsoft.Json.Linq.JObject)update.Data.PreviousAttributes)["status"]);
        var invoice = (await _stripe.ReadAsync(subscription, "latest_invoice")).LatestInvoice;
        await SeesAsync(
            () => _stripe.PayAsync(invoice.HostedInvoiceUrl, expiry: "12/49"),
            "payment_intent.succeeded", "charge.succeeded", "invoice_payment.paid", "invoice.paid", "invoice.payment_succeeded",
            "customer.subscription.updated", "customer.subscription.updated");
    }

    [Fact]
    public async Task An_upgrade_that_is_paid()
    {
        var subscription = await _stripe.SubscribeAsync();
        var options = await UpgradeAsync(subscription);

        await SeesAsync(
            () => _stripe.Api.Subscriptions.UpdateAsync(subscription.Id, options),
            "invoice.created", "invoice.finalized", "payment_intent.created", "payment_intent.succeeded", "charge.succeeded",
            "invoice_payment.paid", "invoice.paid", "invoice.payment_succeeded", "customer.subscription.updated");
        var update = (await _stripe.EventsAsync("customer.subscription.updated"))[^1];
        Assert.Contains("items", ((Newtonsoft.Json.Linq.JObject)update.Data.PreviousAttributes).Properties()
            .Select(property => property.Name));
        Assert.NotNull(update.Request.IdempotencyKey);
    }

    [Fact]
    public async Task An_upgrade_that_is_not()
    {
        var subscription = await _stripe.SubscribeAsync(card: "4000000000000341");
        var options = await UpgradeAsync(subscription);

        await SeesAsync(
            () => _stripe.Api.Subscriptions.UpdateAsync(subscription.Id, options),
            "invoice.created", "invoice.finalized", "payment_intent.created", "charge.failed", "payment_intent.payment_failed",
                "invoice.payment_failed",
            "customer.subscription.updated");
        await SeesAsync(
            () => _stripe.AdvanceAsync(subscription.Clock, "2027-04-03T00:00:00Z"),
            "invoice.voided", "customer.subscription.updated", "customer.subscription.pending_update_expired");
    }

    [Fact]
    public async Task A_schedule_its_step_and_its_release()
    {
        var subscription = await _stripe.SubscribeAsync();
        var cheap = await _stripe.CreatePriceAsync(900);
        SubscriptionSchedule schedule = null!;
        await SeesAsync(
            async () => schedule = await _stripe.Api.SubscriptionSchedules.CreateAsync(
                new() { FromSubscription = subscription.Id }), "subscription_schedule.created");
        var phase = schedule.Phases.Single();
        await SeesAsync(
            () => _stripe.Api.SubscriptionSchedules.UpdateAsync(schedule.Id, new()
            {
                Phases =
                [
                    new() { StartDate = phase.StartDate, EndDate = phase.EndDate, Items = [new() { Price = phase.Items[0].PriceId }] },
                    new() { Items = [new() { Price = cheap.Id }], Duration = new() { Interval = "month" } },
                ],
            }),
            "subscription_schedule.updated");

        await SeesAsync(
            () => _stripe.AdvanceAsync(subscription.Clock, "2027-05-01T01:00:00Z"),
            "subscription_schedule.updated", "customer.subscription.updated", "customer.subscription.updated", "invoice.created",
                "invoice.finalized",
            "payment_intent.created", "payment_intent.succeeded", "charge.succeeded", "invoice_payment.paid", "invoice.paid",
                "invoice.payment_succeeded");
    }

    [Fact]
    public async Task Dropped_events_are_listed_and_told_apart_by_their_delivery()
    {
        await _stripe.Api.WebhookEndpoints.CreateAsync(new() { Url = "http://127.0.0.1:9/nobody", EnabledEvents = ["customer.created"] });
        await _stripe.SwitchAsync("webhooks", new { action = "drop" });
        var customer = await _stripe.Api.Customers.CreateAsync(new CustomerCreateOptions());
        await _stripe.CreatePriceAsync();

        var lost = (await _stripe.Api.Events.ListAsync(new() { DeliverySuccess = false })).Single();

        Assert.Equal(
            (customer.Id, 1), (((Customer)(await _stripe.Api.Events.GetAsync(lost.Id)).Data.Object).Id, (int)lost.PendingWebhooks));
        Assert.DoesNotContain(lost.Id, (await _stripe.Api.Events.ListAsync(new() { DeliverySuccess = true })).Select(e => e.Id));
        Assert.Single(await _stripe.Api.Events.ListAsync(new()
        {
            Types = ["customer.created", "customer.deleted"],
            Created = new DateRangeOptions { GreaterThanOrEqual = lost.Created }
        }));
        Assert.Empty(await _stripe.Api.Events.ListAsync(new() { Created = new DateRangeOptions { LessThan = lost.Created } }));
    }

    /// <summary>The simulator's own clock events aside.</summary>
    private async Task SeesAsync(Func<Task> act, params string[] types)
    {
        var before = (await _stripe.EventsAsync()).Count;

        await act();

        var since = (await _stripe.EventsAsync()).Skip(before)
            .Select(e => e.Type).Where(type => !type.StartsWith("test_helpers.", StringComparison.Ordinal));
        Assert.Equal(types, since);
    }

    private async Task<SubscriptionUpdateOptions> UpgradeAsync(ClockedSubscription subscription)
    {
        var price = await _stripe.CreatePriceAsync(9900);
        return new SubscriptionUpdateOptions
        {
            Items = [new() { Id = (await _stripe.ReadAsync(subscription)).Items.Data[0].Id, Price = price.Id }],
            ProrationBehavior = "always_invoice",
            PaymentBehavior = "pending_if_incomplete",
        };
    }
}
