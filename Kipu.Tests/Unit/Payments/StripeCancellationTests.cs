using System.Net;
using Stripe;

namespace Kipu.Tests;

public sealed class StripeCancellationTests : IAsyncLifetime
{
    private StripeSimulatorHost _stripe = null!;

    public async ValueTask InitializeAsync() => _stripe = await StripeSimulatorHost.StartAsync();

    public async ValueTask DisposeAsync() => await _stripe.DisposeAsync();

    [Fact]
    public async Task A_subscription_that_is_to_end_stays_active_until_its_period_does()
    {
        var subscription = await _stripe.SubscribeAsync();

        var asked = await _stripe.Api.Subscriptions.UpdateAsync(subscription.Id, new SubscriptionUpdateOptions
        {
            CancelAtPeriodEnd = true,
            CancellationDetails = new() { Feedback = "too_expensive", Comment = "mañana + más" },
        });

        Assert.Equal(("active", true), (asked.Status, asked.CancelAtPeriodEnd));
        Assert.Equal(("too_expensive", "mañana + más", "cancellation_requested"),
            (asked.CancellationDetails.Feedback, asked.CancellationDetails.Comment, asked.CancellationDetails.Reason));
        Assert.Equal(StripeSimulatorHost.Instant("2027-04-01T00:00:00Z"), asked.CanceledAt);
        await _stripe.AdvanceAsync(subscription.Clock, "2027-05-01T00:00:00Z");
        var ended = await _stripe.ReadAsync(subscription);
        Assert.Equal(("canceled", StripeSimulatorHost.Instant("2027-05-01T00:00:00Z")), (ended.Status, ended.EndedAt));
        Assert.Single((await _stripe.Api.Invoices.ListAsync(new() { Subscription = subscription.Id })).Data);
        Assert.Single(await _stripe.EventsAsync("customer.subscription.deleted"));
    }

    [Fact]
    public async Task What_was_asked_for_is_taken_back_as_it_was_asked_for()
    {
        var subscription = await _stripe.SubscribeAsync();
        await ChangeAsync(new() { CancelAtPeriodEnd = true });
        Assert.Null((await ChangeAsync(new() { CancelAtPeriodEnd = false })).CancelAt);

        // A date is another thing than the period's end: only clearing it takes it back.
        var dated = await ChangeAsync(new() { CancelAt = SubscriptionCancelAt.MinPeriodEnd });
        Assert.Equal((false, StripeSimulatorHost.Instant("2027-05-01T00:00:00Z")), (dated.CancelAtPeriodEnd, dated.CancelAt));
        Assert.NotNull((await ChangeAsync(new() { CancelAtPeriodEnd = false })).CancelAt);
        Assert.Null((await ChangeAsync(new() { CancelAt = null })).CancelAt);

        var updates = await _stripe.EventsAsync("customer.subscription.updated");
        Assert.Equal(4, updates.Count);
        Task<Subscription> ChangeAsync(SubscriptionUpdateOptions options) =>
            _stripe.Api.Subscriptions.UpdateAsync(subscription.Id, options);
    }

    [Theory]
    [InlineData(true, true, -1500)]
    [InlineData(true, false, 0)]
    [InlineData(false, true, 0)]
    public async Task Ending_at_once_gives_back_the_rest_when_that_is_asked_for(bool prorate, bool invoiceNow, long balance)
    {
        var subscription = await _stripe.SubscribeAsync(amount: 3000);
        await _stripe.AdvanceAsync(subscription.Clock, "2027-04-16T00:00:00Z");

        var ended = await _stripe.Api.Subscriptions.CancelAsync(
            subscription.Id, new SubscriptionCancelOptions { Prorate = prorate, InvoiceNow = invoiceNow });

        Assert.Equal("canceled", ended.Status);
        Assert.Equal(balance, (await _stripe.Api.Customers.GetAsync(subscription.Customer)).Balance);
        var again = await Assert.ThrowsAsync<StripeException>(() => _stripe.Api.Subscriptions.CancelAsync(subscription.Id));
        Assert.Equal((HttpStatusCode.NotFound, "resource_missing"), (again.HttpStatusCode, again.StripeError.Code));
    }

    [Fact]
    public async Task Lists_leave_out_what_has_ended_unless_all_are_asked_for()
    {
        var ended = await _stripe.SubscribeAsync();
        var live = await _stripe.SubscribeAsync();
        await _stripe.Api.Subscriptions.CancelAsync(ended.Id);

        Assert.Equal([live.Id], (await _stripe.Api.Subscriptions.ListAsync()).Data.Select(subscription => subscription.Id));
        Assert.Equal([live.Id, ended.Id], (await _stripe.Api.Subscriptions.ListAsync(new() { Status = "all" })).Data
            .Select(subscription => subscription.Id));
        Assert.Equal([ended.Id], (await _stripe.Api.Subscriptions.ListAsync(new() { Customer = ended.Customer, Status = "canceled" })).Data
            .Select(s => s.Id));
        Assert.Equal([ended.Id], (await _stripe.Api.Subscriptions.SearchAsync(
            new() { Query = "status:'canceled' AND metadata['checkoutId']:'chk_1'" })).Data.Select(s => s.Id));
    }

    [Fact]
    public async Task A_paused_subscription_is_not_billed_and_begins_anew_when_it_is_resumed()
    {
        var subscription = await _stripe.SubscribeAsync();
        await _stripe.Api.Subscriptions.PauseAsync(subscription.Id, new SubscriptionPauseOptions { Type = "subscription" });
        await _stripe.AdvanceAsync(subscription.Clock, "2027-05-20T00:00:00Z");
        Assert.Equal("paused", (await _stripe.ReadAsync(subscription)).Status);
        Assert.Single((await _stripe.Api.Invoices.ListAsync(new() { Subscription = subscription.Id })).Data);

        var resumed = await _stripe.Api.Subscriptions.ResumeAsync(
            subscription.Id, new SubscriptionResumeOptions { BillingCycleAnchor = new() { Type = "now" }, Expand = ["latest_invoice"] });

        Assert.Equal(("active", "paid"), (resumed.Status, resumed.LatestInvoice.Status));
        Assert.Equal(StripeSimulatorHost.Instant("2027-06-20T00:00:00Z"), resumed.Items.Data[0].CurrentPeriodEnd);
    }
}
