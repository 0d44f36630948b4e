using System.Diagnostics;
using Stripe;

namespace Kipu.Tests;

public sealed class StripeRenewalTests : IAsyncLifetime
{
    private StripeSimulatorHost _stripe = null!;

    public async ValueTask InitializeAsync() => _stripe = await StripeSimulatorHost.StartAsync();

    public async ValueTask DisposeAsync() => await _stripe.DisposeAsync();

    [Fact]
    public async Task A_year_of_renewals_from_the_last_of_January_ends_each_month_on_its_last_day()
    {
        var subscription = await _stripe.SubscribeAsync("2027-01-31T08:00:00Z");

        foreach (var day in (string[])["2027-03-15", "2027-05-15", "2027-07-15", "2027-09-15", "2027-11-15", "2028-01-15", "2028-02-01"])
            await _stripe.AdvanceAsync(subscription.Clock, $"{day}T00:00:00Z");

        var invoices = await InvoicesAsync(subscription);
        Assert.Equal(13, invoices.Count);
        Assert.All(invoices, invoice => Assert.Equal(("paid", 2900), (invoice.Status, invoice.AmountPaid)));
        Assert.Equal(
            ["01-31", "02-28", "03-31", "04-30", "05-31", "06-30", "07-31", "08-31", "09-30", "10-31", "11-30", "12-31", "01-31"],
            invoices.Select(
                invoice => invoice.Lines.Data[0].Period.Start.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.All(invoices.Zip(invoices.Skip(1)), pair => Assert.Equal(
            pair.First.Lines.Data[0].Period.End, pair.Second.Lines.Data[0].Period.Start));
        Assert.Equal("subscription_create", invoices[0].BillingReason);
        Assert.All(invoices.Skip(1), invoice => Assert.Equal("subscription_cycle", invoice.BillingReason));
    }

    [Fact]
    public async Task A_renewal_is_announced_once_when_the_account_wants_it_by_an_invoice_without_an_id()
    {
        var subscription = await _stripe.SubscribeAsync();
        await PutBillingAsync(new { retryDays = (int[])[3], upcomingDays = 7 }, subscription.Customer);
        await _stripe.AdvanceAsync(subscription.Clock, "2027-04-23T23:59:59Z");
        Assert.Empty(await _stripe.EventsAsync("invoice.upcoming"));

        await _stripe.AdvanceAsync(subscription.Clock, "2027-05-02T00:00:00Z");

        var announced = (Invoice)(await _stripe.EventsAsync("invoice.upcoming")).Single().Data.Object;
        Assert.Equal(
            (null, 2900, subscription.Id), (announced.Id, announced.AmountDue, announced.Parent.SubscriptionDetails.SubscriptionId));
    }

    [Fact]
    public async Task A_year_passes_in_a_moment()
    {
        var subscription = await PayPlainlyAsync();
        var watch = Stopwatch.StartNew();

        await _stripe.SwitchAsync("clock", new { seconds = 366 * 86_400, customer = subscription.CustomerId });

        TestContext.Current.TestOutputHelper?.WriteLine($"a year took {watch.Elapsed}");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"it took {watch.Elapsed}");
        Assert.Equal(
            13, (await _stripe.Api.Invoices.ListAsync(new() { Subscription = subscription.Id, Status = "paid", Limit = 100 })).Count());
    }

    [Fact]
    public async Task A_trial_can_be_made_longer_and_shorter_while_it_lasts()
    {
        var subscription = await _stripe.SubscribeAsync(configure: options => options.SubscriptionData.TrialPeriodDays = 14);

        var longer = await MoveAsync("2027-05-10T00:00:00Z");
        Assert.Equal(
            ("trialing", StripeSimulatorHost.Instant("2027-05-10T00:00:00Z")), (longer.Status, longer.Items.Data[0].CurrentPeriodEnd));
        await MoveAsync("2027-04-03T00:00:00Z");
        await _stripe.AdvanceAsync(subscription.Clock, "2027-04-03T02:00:00Z");

        Assert.Equal("active", (await _stripe.ReadAsync(subscription)).Status);
        Assert.Single(await _stripe.EventsAsync("customer.subscription.trial_will_end"));
        Task<Subscription> MoveAsync(string end) =>
            _stripe.Api.Subscriptions.UpdateAsync(subscription.Id, new() { TrialEnd = StripeSimulatorHost.Instant(end) });
    }

    [Fact]
    public async Task A_renewal_moves_the_period_first_and_takes_the_money_an_hour_later()
    {
        var subscription = await _stripe.SubscribeAsync();
        await _stripe.AdvanceAsync(subscription.Clock, "2027-05-01T00:30:00Z");

        var early = await _stripe.ReadAsync(subscription, "latest_invoice");
        Assert.Equal((StripeSimulatorHost.Instant("2027-06-01T00:00:00Z"), "draft"),
            (early.Items.Data[0].CurrentPeriodEnd, early.LatestInvoice.Status));
        await _stripe.AdvanceAsync(subscription.Clock, "2027-05-01T01:00:00Z");

        Assert.Equal("paid", (await _stripe.ReadAsync(subscription, "latest_invoice")).LatestInvoice.Status);
        var types = (await _stripe.EventsAsync()).Select(e => e.Type).ToList();
        Assert.Equal(
            ["customer.subscription.updated", "invoice.created", "invoice.finalized", "payment_intent.created", "payment_intent.succeeded",
                "charge.succeeded",
                "invoice_payment.paid", "invoice.paid", "invoice.payment_succeeded"],
            types[(types.LastIndexOf("invoice.created") - 1)..].Where(type => !type.StartsWith("test_helpers", StringComparison.Ordinal)));
        var updated = (await _stripe.EventsAsync("customer.subscription.updated")).Single();
        Assert.Equal(["items", "latest_invoice"], ((Newtonsoft.Json.Linq.JObject)updated.Data.PreviousAttributes).Properties()
            .Select(p => p.Name).Order());
        Assert.Null(updated.Request.Id);
    }

    [Fact]
    public async Task A_renewal_that_fails_is_tried_again_by_plan_and_then_ends_the_subscription()
    {
        var subscription = await _stripe.SubscribeAsync(card: "4000000000000341");
        await _stripe.AdvanceAsync(subscription.Clock, "2027-05-01T01:00:00Z");
        var late = await _stripe.ReadAsync(subscription, "latest_invoice");
        Assert.Equal(("past_due", "open", 1), (late.Status, late.LatestInvoice.Status, late.LatestInvoice.AttemptCount));
        Assert.Equal(StripeSimulatorHost.Instant("2027-05-04T01:00:00Z"), late.LatestInvoice.NextPaymentAttempt);

        await _stripe.AdvanceAsync(subscription.Clock, "2027-05-16T00:00:00Z");
        Assert.Equal("past_due", (await _stripe.ReadAsync(subscription)).Status);
        await _stripe.AdvanceAsync(subscription.Clock, "2027-05-16T01:00:00Z");

        var ended = await _stripe.ReadAsync(subscription, "latest_invoice");
        Assert.Equal(("canceled", "payment_failed", 4), (ended.Status, ended.CancellationDetails.Reason, ended.LatestInvoice.AttemptCount));
        Assert.Equal(("open", null), (ended.LatestInvoice.Status, ended.LatestInvoice.NextPaymentAttempt));
        Assert.Equal(4, (await _stripe.EventsAsync("invoice.payment_failed")).Count);
        Assert.Single(await _stripe.EventsAsync("customer.subscription.deleted"));
    }

    [Fact]
    public async Task An_account_that_keeps_debtors_leaves_them_unpaid_with_drafts_nobody_collects()
    {
        var subscription = await _stripe.SubscribeAsync(card: "4000000000000341");
        await PutBillingAsync(new { retryDays = (int[])[1], end = "unpaid" }, subscription.Customer);
        await _stripe.AdvanceAsync(subscription.Clock, "2027-05-03T00:00:00Z");
        Assert.Equal("unpaid", (await _stripe.ReadAsync(subscription)).Status);

        await _stripe.AdvanceAsync(subscription.Clock, "2027-06-02T00:00:00Z");

        Assert.Equal(["paid", "open", "draft"], (await InvoicesAsync(subscription)).Select(invoice => invoice.Status));
    }

    [Fact]
    public async Task A_card_that_must_be_authenticated_each_time_asks_for_the_customer_at_the_renewal()
    {
        var subscription = await _stripe.SubscribeAsync(card: "4000002760003184");
        await _stripe.AdvanceAsync(subscription.Clock, "2027-05-01T02:00:00Z");

        var late = await _stripe.ReadAsync(subscription, "latest_invoice.payments.data.payment");
        Assert.Equal("past_due", late.Status);
        Assert.Single(await _stripe.EventsAsync("invoice.payment_action_required"));
        Assert.Single(await _stripe.EventsAsync("invoice.payment_failed"));
        var asked = await _stripe.PayAsync(late.LatestInvoice.HostedInvoiceUrl, "4000002760003184", "12/49");
        await _stripe.PostAsync(_stripe.Address + asked.Headers.Location!.OriginalString, new() { ["outcome"] = "complete" });

        Assert.Equal("active", (await _stripe.ReadAsync(subscription)).Status);
    }

    [Theory]
    [InlineData("cancel", "canceled")]
    [InlineData("pause", "paused")]
    [InlineData("create_invoice", "past_due")]
    public async Task A_trial_without_a_card_ends_as_it_was_told_to(string behavior, string status)
    {
        var subscription = await TrialWithoutCardAsync(behavior);

        await _stripe.AdvanceAsync(subscription.Clock, "2027-04-15T02:00:00Z");

        Assert.Equal(status, (await _stripe.ReadAsync(subscription)).Status);
        Assert.Single(await _stripe.EventsAsync("customer.subscription.trial_will_end"));
    }

    [Fact]
    public async Task A_trial_with_a_card_warns_three_days_before_and_is_charged_at_its_end()
    {
        var subscription = await _stripe.SubscribeAsync(configure: options => options.SubscriptionData.TrialPeriodDays = 14);
        Assert.Equal(("no_payment_required", 0), (subscription.Session.PaymentStatus, subscription.Session.AmountTotal));
        await _stripe.AdvanceAsync(subscription.Clock, "2027-04-12T00:00:00Z");
        Assert.Single(await _stripe.EventsAsync("customer.subscription.trial_will_end"));

        await _stripe.AdvanceAsync(subscription.Clock, "2027-04-15T01:00:00Z");

        var after = await _stripe.ReadAsync(subscription, "latest_invoice");
        Assert.Equal(("active", 2900, "paid"), (after.Status, after.LatestInvoice.Total, after.LatestInvoice.Status));
        Assert.Equal(StripeSimulatorHost.Instant("2027-05-15T00:00:00Z"), after.Items.Data[0].CurrentPeriodEnd);
        Assert.Equal([0, 2900], (await InvoicesAsync(subscription)).Select(invoice => invoice.Total));
    }

    [Fact]
    public async Task A_trial_that_is_ended_early_is_charged_at_once()
    {
        var subscription = await _stripe.SubscribeAsync(configure: options => options.SubscriptionData.TrialPeriodDays = 14);

        var changed = await _stripe.Api.Subscriptions.UpdateAsync(
            subscription.Id, new SubscriptionUpdateOptions { TrialEnd = SubscriptionTrialEnd.Now, Expand = ["latest_invoice"] });

        Assert.Equal(("active", "paid", 2900), (changed.Status, changed.LatestInvoice.Status, changed.LatestInvoice.Total));
    }

    [Fact]
    public async Task A_clock_goes_forward_only_and_not_too_far_and_takes_its_customers_with_it()
    {
        var subscription = await _stripe.SubscribeAsync();

        await AssertRefusedAsync(() => _stripe.Api.TestHelpers.TestClocks.AdvanceAsync(
            subscription.Clock, new() { FrozenTime = StripeSimulatorHost.Instant("2027-03-01") }));
        await AssertRefusedAsync(() => _stripe.Api.TestHelpers.TestClocks.AdvanceAsync(
            subscription.Clock, new() { FrozenTime = StripeSimulatorHost.Instant("2027-08-01") }));
        await _stripe.Api.TestHelpers.TestClocks.DeleteAsync(subscription.Clock);

        Assert.True((await _stripe.Api.Customers.GetAsync(subscription.Customer)).Deleted);
        Assert.Equal("canceled", (await _stripe.ReadAsync(subscription)).Status);
    }

    [Fact]
    public async Task The_account_s_own_clock_renews_what_has_no_test_clock_and_one_customer_can_be_ahead()
    {
        var first = await PayPlainlyAsync();
        var second = await PayPlainlyAsync();

        await _stripe.SwitchAsync("clock", new { seconds = 32 * 86_400, customer = first.CustomerId });
        Assert.Equal((2, 1), (await CountAsync(first), await CountAsync(second)));
        await _stripe.SwitchAsync("clock", new { seconds = 32 * 86_400 });

        Assert.Equal((3, 2), (await CountAsync(first), await CountAsync(second)));

        // A checkout is open in real time all the same.
        Assert.True((await _stripe.OpenCheckoutAsync()).ExpiresAt < DateTime.UtcNow.AddHours(25));
        async Task<int> CountAsync(Subscription s) =>
            (await _stripe.Api.Invoices.ListAsync(new() { Subscription = s.Id, Status = "paid" })).Count();
    }

    private async Task<Subscription> PayPlainlyAsync()
    {
        var session = await _stripe.OpenCheckoutAsync();
        await _stripe.PayAsync(session.Url, expiry: "12/49");
        return (await _stripe.Api.Checkout.Sessions.GetAsync(session.Id, new() { Expand = ["subscription"] })).Subscription;
    }

    private async Task<ClockedSubscription> TrialWithoutCardAsync(string behavior)
    {
        var clock = await _stripe.Api.TestHelpers.TestClocks.CreateAsync(
            new() { FrozenTime = StripeSimulatorHost.Instant("2027-04-01T00:00:00Z") });
        var customer = await _stripe.Api.Customers.CreateAsync(
            new CustomerCreateOptions { Email = "pay@acme.example", TestClock = clock.Id });
        var session = await _stripe.OpenCheckoutAsync(options =>
        {
            options.Customer = customer.Id;
            options.PaymentMethodCollection = "if_required";
            options.SubscriptionData.TrialPeriodDays = 14;
            options.SubscriptionData.TrialSettings = new() { EndBehavior = new() { MissingPaymentMethod = behavior } };
        });
        Assert.DoesNotContain("cardNumber", await _stripe.ReadAsync(session.Url), StringComparison.Ordinal);
        await _stripe.PostAsync(session.Url, []);
        var paid = await _stripe.Api.Checkout.Sessions.GetAsync(session.Id);
        return new ClockedSubscription(clock.Id, customer.Id, paid.SubscriptionId, paid);
    }

    private async Task PutBillingAsync(object settings, string customer)
    {
        using var client = new HttpClient();
        using var response = await System.Net.Http.Json.HttpClientJsonExtensions.PutAsJsonAsync(
            client, $"{_stripe.Address}/_sim/billing?customer={customer}", settings);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Oldest first.</summary>
    private async Task<List<Invoice>> InvoicesAsync(ClockedSubscription subscription) =>
        [.. (await _stripe.Api.Invoices.ListAsync(
            new InvoiceListOptions { Subscription = subscription.Id, Limit = 100 })).Data.AsEnumerable().Reverse()];

    private static async Task AssertRefusedAsync(Func<Task> call) =>
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, (await Assert.ThrowsAsync<StripeException>(call)).HttpStatusCode);
}
