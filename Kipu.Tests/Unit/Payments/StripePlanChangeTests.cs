using System.Net;
using Stripe;

namespace Kipu.Tests;

public sealed class StripePlanChangeTests : IAsyncLifetime
{
    private StripeSimulatorHost _stripe = null!;

    public async ValueTask InitializeAsync() => _stripe = await StripeSimulatorHost.StartAsync();

    public async ValueTask DisposeAsync() => await _stripe.DisposeAsync();

    [Theory]
    [InlineData("2027-04-01T00:00:00Z")]
    [InlineData("2027-04-08T13:37:11Z")]
    [InlineData("2027-04-30T23:59:59Z")]
    public async Task An_upgrade_is_charged_to_the_second_as_its_preview_said(string at)
    {
        var subscription = await _stripe.SubscribeAsync();
        if (at != "2027-04-01T00:00:00Z") await _stripe.AdvanceAsync(subscription.Clock, at);
        var (item, price) = (await ItemAsync(subscription), await _stripe.CreatePriceAsync(9900));
        var preview = await _stripe.Api.Invoices.CreatePreviewAsync(new InvoiceCreatePreviewOptions
        {
            Customer = subscription.Customer,
            Subscription = subscription.Id,
            SubscriptionDetails = new()
            {
                Items = [new() { Id = item, Price = price.Id }],
                ProrationBehavior = "always_invoice",
                ProrationDate = StripeSimulatorHost.Instant(at),
            },
        });

        var changed = await ChangeAsync(subscription, item, price, "pending_if_incomplete", StripeSimulatorHost.Instant(at));

        var share = (StripeSimulatorHost.Instant("2027-05-01T00:00:00Z") - StripeSimulatorHost.Instant(at)).TotalSeconds / (30 * 86_400);
        Assert.Equal([-Round(2900 * share), Round(9900 * share)], changed.LatestInvoice.Lines.Data.Select(line => line.Amount));
        Assert.Equal(preview.Lines.Data.Select(line => line.Amount), changed.LatestInvoice.Lines.Data.Select(line => line.Amount));
        Assert.Equal(("paid", preview.AmountDue), (changed.LatestInvoice.Status, changed.LatestInvoice.AmountPaid));
        Assert.Equal((price.Id, null), (changed.Items.Data.Single().Price.Id, changed.PendingUpdate));
        Assert.Equal("upcoming", preview.BillingReason);
        Assert.StartsWith("upcoming_in_", preview.Id, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_back_within_the_period_gives_back_what_was_really_charged()
    {
        var subscription = await _stripe.SubscribeAsync(amount: 3000);
        await _stripe.AdvanceAsync(subscription.Clock, "2027-04-16T00:00:00Z");
        var (item, dear, cheap) = (
            await ItemAsync(subscription), await _stripe.CreatePriceAsync(9000), await _stripe.CreatePriceAsync(3000));
        await ChangeAsync(subscription, item, dear, "allow_incomplete");

        var back = await ChangeAsync(subscription, item, cheap, "allow_incomplete");

        Assert.Equal([-4500, 1500], back.LatestInvoice.Lines.Data.Select(line => line.Amount));
        Assert.Equal((0, -3000), (back.LatestInvoice.AmountDue, (await _stripe.Api.Customers.GetAsync(subscription.Customer)).Balance));
        await _stripe.AdvanceAsync(subscription.Clock, "2027-05-02T00:00:00Z");
        var renewal = (await _stripe.ReadAsync(subscription, "latest_invoice")).LatestInvoice;
        Assert.Equal((3000, 0, "paid", 0), (renewal.Total, renewal.AmountDue, renewal.Status, renewal.EndingBalance));
    }

    [Fact]
    public async Task Prorations_that_are_not_invoiced_at_once_come_with_the_next_renewal()
    {
        var subscription = await _stripe.SubscribeAsync(amount: 3000);
        await _stripe.AdvanceAsync(subscription.Clock, "2027-04-16T00:00:00Z");
        var price = await _stripe.CreatePriceAsync(9000);

        var changed = await _stripe.Api.Subscriptions.UpdateAsync(subscription.Id, new SubscriptionUpdateOptions
        {
            Items = [new() { Id = await ItemAsync(subscription), Price = price.Id }],
            ProrationBehavior = "create_prorations",
        });

        Assert.Equal(subscription.Session.InvoiceId, changed.LatestInvoiceId);
        Assert.Equal(2, (await _stripe.EventsAsync("invoiceitem.created")).Count);
        var preview = await _stripe.Api.Invoices.CreatePreviewAsync(new InvoiceCreatePreviewOptions { Subscription = subscription.Id });
        await _stripe.AdvanceAsync(subscription.Clock, "2027-05-02T00:00:00Z");
        var renewal = (await _stripe.ReadAsync(subscription, "latest_invoice")).LatestInvoice;
        Assert.Equal([-1500, 4500, 9000], renewal.Lines.Data.Select(line => line.Amount));
        Assert.Equal((12_000, "paid"), (renewal.Total, renewal.Status));
        Assert.Equal(renewal.Total, preview.Total);
    }

    [Fact]
    public async Task An_upgrade_that_is_not_paid_leaves_the_plan_until_its_invoice_is()
    {
        var subscription = await _stripe.SubscribeAsync(card: "4000000000000341");
        var (item, price) = (await ItemAsync(subscription), await _stripe.CreatePriceAsync(9900));

        var waiting = await ChangeAsync(subscription, item, price, "pending_if_incomplete");
        Assert.Equal((2900, "active", "open"), (waiting.Items.Data[0].Price.UnitAmount, waiting.Status, waiting.LatestInvoice.Status));
        Assert.Equal(price.Id, waiting.PendingUpdate.SubscriptionItems.Single().Price.Id);
        await _stripe.PayAsync(waiting.LatestInvoice.HostedInvoiceUrl, expiry: "12/49");

        var after = await _stripe.ReadAsync(subscription);
        Assert.Equal((price.Id, null), (after.Items.Data[0].Price.Id, after.PendingUpdate));
        var types = (await _stripe.EventsAsync()).Select(e => e.Type).ToList();
        Assert.Contains("invoice.payment_failed", types);
        Assert.Contains("customer.subscription.pending_update_applied", types);
    }

    [Fact]
    public async Task An_upgrade_that_is_never_paid_lapses_after_a_day()
    {
        var subscription = await _stripe.SubscribeAsync(card: "4000000000000341");
        var waiting = await ChangeAsync(
            subscription, await ItemAsync(subscription), await _stripe.CreatePriceAsync(9900), "pending_if_incomplete");

        await _stripe.AdvanceAsync(subscription.Clock, "2027-04-02T00:00:00Z");

        var after = await _stripe.ReadAsync(subscription, "latest_invoice");
        Assert.Equal((2900, null, "void"), (after.Items.Data[0].Price.UnitAmount, after.PendingUpdate, after.LatestInvoice.Status));
        Assert.Single(await _stripe.EventsAsync("customer.subscription.pending_update_expired"));
        Assert.Equal(waiting.LatestInvoiceId, ((Invoice)(await _stripe.EventsAsync("invoice.voided")).Single().Data.Object).Id);
    }

    [Fact]
    public async Task An_upgrade_that_must_be_paid_or_not_be_is_refused_and_leaves_no_trace()
    {
        var subscription = await _stripe.SubscribeAsync(card: "4000000000000341");
        var events = (await _stripe.EventsAsync()).Count;
        var (item, price) = (await ItemAsync(subscription), await _stripe.CreatePriceAsync(9900));

        var refusal = await Assert.ThrowsAsync<StripeException>(() => ChangeAsync(subscription, item, price, "error_if_incomplete"));

        Assert.Equal((HttpStatusCode.PaymentRequired, "card_declined", "generic_decline"),
            (refusal.HttpStatusCode, refusal.StripeError.Code, refusal.StripeError.DeclineCode));
        Assert.Equal(2900, (await _stripe.ReadAsync(subscription)).Items.Data[0].Price.UnitAmount);
        Assert.Equal(events + 2, (await _stripe.EventsAsync()).Count);
        Assert.Single((await _stripe.Api.Invoices.ListAsync(new() { Subscription = subscription.Id })).Data);
    }

    [Fact]
    public async Task Another_interval_or_a_new_anchor_begins_a_period_now()
    {
        var subscription = await _stripe.SubscribeAsync(amount: 3000);
        await _stripe.AdvanceAsync(subscription.Clock, "2027-04-16T00:00:00Z");
        var product = await _stripe.Api.Products.CreateAsync(new ProductCreateOptions { Name = "year" });
        var yearly = await _stripe.Api.Prices.CreateAsync(
            new PriceCreateOptions
            {
                Currency = "usd",
                UnitAmount = 30_000,
                Product = product.Id,
                Recurring = new() { Interval = "year" }
            });

        var changed = await ChangeAsync(subscription, await ItemAsync(subscription), yearly, "allow_incomplete");

        Assert.Equal([-1500, 30_000], changed.LatestInvoice.Lines.Data.Select(line => line.Amount));
        Assert.Equal(StripeSimulatorHost.Instant("2028-04-16T00:00:00Z"), changed.Items.Data[0].CurrentPeriodEnd);
        Assert.Equal(StripeSimulatorHost.Instant("2027-04-16T00:00:00Z"), changed.BillingCycleAnchor);
    }

    [Fact]
    public async Task An_item_without_its_id_is_one_more_and_each_mistake_has_its_error()
    {
        var subscription = await _stripe.SubscribeAsync();
        var price = await _stripe.CreatePriceAsync(500);
        var both = await _stripe.Api.Subscriptions.UpdateAsync(
            subscription.Id, new SubscriptionUpdateOptions { Items = [new() { Price = price.Id, Quantity = 2 }] });
        Assert.Equal([2900, 500], both.Items.Data.Select(item => item.Price.UnitAmount!.Value));

        await RefusedAsync("resource_missing", "items[0][id]", new() { Items = [new() { Id = "si_none", Price = price.Id }] });
        await RefusedAsync(
            "resource_missing", "items[0][price]", new() { Items = [new() { Id = both.Items.Data[0].Id, Price = "price_none" }] });
        await RefusedAsync(null, "proration_date", new()
        {
            Items = [new() { Id = both.Items.Data[0].Id, Price = price.Id }],
            ProrationDate = StripeSimulatorHost.Instant("2026-01-01")
        });
        await RefusedAsync(null, "description", new() { Description = "x", PaymentBehavior = "pending_if_incomplete" });
        var unknown = new SubscriptionUpdateOptions();
        unknown.AddExtraParam("coupon", "x");
        await RefusedAsync("parameter_unknown", "coupon", unknown);

        async Task RefusedAsync(string? code, string param, SubscriptionUpdateOptions options)
        {
            var refusal = await Assert.ThrowsAsync<StripeException>(() => _stripe.Api.Subscriptions.UpdateAsync(subscription.Id, options));
            Assert.Equal(
                (HttpStatusCode.BadRequest, code, param), (refusal.HttpStatusCode, refusal.StripeError.Code, refusal.StripeError.Param));
        }
    }

    [Fact]
    public async Task A_cheaper_plan_waits_for_the_period_s_end_and_the_schedule_lets_go_after_it()
    {
        var subscription = await _stripe.SubscribeAsync(amount: 9900);
        var cheap = await _stripe.CreatePriceAsync(2900);
        var schedule = await _stripe.Api.SubscriptionSchedules.CreateAsync(new() { FromSubscription = subscription.Id });
        var phase = schedule.Phases.Single();

        await _stripe.Api.SubscriptionSchedules.UpdateAsync(schedule.Id, new()
        {
            EndBehavior = "release",
            Phases =
            [
                new() { StartDate = phase.StartDate, EndDate = phase.EndDate,
                    Items = [new() { Price = phase.Items[0].PriceId, Quantity = 1 }] },
                new() { Items = [new() { Price = cheap.Id, Quantity = 1 }], Duration = new() { Interval = "month", IntervalCount = 1 } },
            ],
        });
        Assert.Equal(9900, (await _stripe.ReadAsync(subscription)).Items.Data[0].Price.UnitAmount);
        await _stripe.AdvanceAsync(subscription.Clock, "2027-05-01T02:00:00Z");

        var lower = await _stripe.ReadAsync(subscription, "latest_invoice", "schedule");
        Assert.Equal((2900, 2900, "active"), (lower.Items.Data[0].Price.UnitAmount, lower.LatestInvoice.Total, lower.Schedule.Status));
        await _stripe.AdvanceAsync(subscription.Clock, "2027-06-01T02:00:00Z");
        Assert.Equal(("released", null),
            ((await _stripe.Api.SubscriptionSchedules.GetAsync(schedule.Id)).Status, (await _stripe.ReadAsync(subscription)).ScheduleId));
        Assert.Single(await _stripe.EventsAsync("subscription_schedule.released"));
    }

    [Fact]
    public async Task A_released_schedule_changes_nothing_any_more()
    {
        var subscription = await _stripe.SubscribeAsync();
        var schedule = await _stripe.Api.SubscriptionSchedules.CreateAsync(new() { FromSubscription = subscription.Id });
        await Assert.ThrowsAsync<StripeException>(
            () => _stripe.Api.Subscriptions.UpdateAsync(subscription.Id, new() { CancelAtPeriodEnd = true }));

        await _stripe.Api.SubscriptionSchedules.ReleaseAsync(schedule.Id);

        Assert.True((await _stripe.Api.Subscriptions.UpdateAsync(subscription.Id, new() { CancelAtPeriodEnd = true })).CancelAtPeriodEnd);
        await Assert.ThrowsAsync<StripeException>(() => _stripe.Api.SubscriptionSchedules.ReleaseAsync(schedule.Id));
    }

    [Fact]
    public async Task Two_changes_at_once_are_made_one_after_the_other()
    {
        var subscription = await _stripe.SubscribeAsync();
        var item = await ItemAsync(subscription);
        var prices = await Task.WhenAll(Enumerable.Range(1, 6).Select(i => _stripe.CreatePriceAsync(i * 1000)));

        await Task.WhenAll(prices.Select(price => ChangeAsync(subscription, item, price, "allow_incomplete")));

        var after = await _stripe.ReadAsync(subscription);
        Assert.Equal((item, "active"), (after.Items.Data.Single().Id, after.Status));
        var invoices = (await _stripe.Api.Invoices.ListAsync(new() { Subscription = subscription.Id, Limit = 100 })).Data;
        var balance = (await _stripe.Api.Customers.GetAsync(subscription.Customer)).Balance;
        Assert.Equal(after.Items.Data[0].Price.UnitAmount, invoices.Sum(invoice => invoice.Total));
        Assert.Equal(after.Items.Data[0].Price.UnitAmount, invoices.Sum(invoice => invoice.AmountPaid) + balance);
    }

    private static long Round(double amount) => (long)Math.Floor(amount + 0.5);

    private async Task<string> ItemAsync(ClockedSubscription subscription) => (await _stripe.ReadAsync(subscription)).Items.Data[0].Id;

    private Task<Subscription> ChangeAsync(ClockedSubscription subscription, string item, Price price, string behavior, DateTime? at = null)
    {
        var options = new SubscriptionUpdateOptions
        {
            Items = [new() { Id = item, Price = price.Id }],
            ProrationBehavior = "always_invoice",
            PaymentBehavior = behavior,
            Expand = ["latest_invoice"],
        };
        if (at is not null) options.ProrationDate = at;
        return _stripe.Api.Subscriptions.UpdateAsync(subscription.Id, options);
    }
}
