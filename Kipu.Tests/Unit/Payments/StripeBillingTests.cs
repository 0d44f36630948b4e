using Kipu.Payments;
using Microsoft.Extensions.Options;
using Stripe;
using Plan = Kipu.Contracts.Plan;

namespace Kipu.Tests;

/// <summary>What happens to a subscription after it was bought, through the official client.</summary>
public sealed class StripeBillingTests : IAsyncLifetime
{
    private const string FailsLater = "4000000000000341";
    private StripeSimulatorHost _stripe = null!;
    private StripeProvider _provider = null!;

    public async ValueTask InitializeAsync()
    {
        _stripe = await StripeSimulatorHost.StartAsync();
        var client = _stripe.Client(new SocketsHttpHandler());
        _provider = new StripeProvider(
            client, new StripeCatalog(client), Options.Create(new StripeOptions { ApiKey = StripeSimulatorHost.ApiKey, WebhookSecret = "whsec_x" }));
    }

    public async ValueTask DisposeAsync() => await _stripe.DisposeAsync();

    [Fact]
    public async Task A_change_costs_exactly_what_its_preview_said_and_the_same_change_again_is_the_same()
    {
        var subscription = await BuyAsync(Plan.Starter);
        var change = new PlanChange(subscription.Id, Plan.Professional, DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds()), "change-1");

        var price = (await _provider.PreviewChangeAsync(change, CancellationToken.None))!;
        var first = (await _provider.ChangePlanAsync(change, CancellationToken.None))!;
        var second = (await _provider.ChangePlanAsync(change, CancellationToken.None))!;

        Assert.Equal((ChangeResult.Changed, Plan.Professional), (first.Result, first.Subscription.Plan));
        Assert.Equal(ChangeResult.Changed, second.Result);
        Assert.Equal([price.AmountMinor, 2900], second.Subscription.Payments.Select(p => p.AmountMinor));
        Assert.Equal(
            [(PaymentKind.Change, Plan.Professional), (PaymentKind.First, Plan.Starter)],
            second.Subscription.Payments.Select(p => (p.Kind, p.Plan)));
    }

    [Fact]
    public async Task A_change_that_the_bank_declines_waits_for_its_payment_on_the_old_plan()
    {
        var subscription = await BuyAsync(Plan.Starter, FailsLater);

        var answer = (await _provider.ChangePlanAsync(new(subscription.Id, Plan.Professional, DateTimeOffset.UtcNow, "change-1"), CancellationToken.None))!;

        Assert.Equal((ChangeResult.PaymentPending, Plan.Starter), (answer.Result, answer.Subscription.Plan));
        Assert.NotNull(answer.PaymentUrl);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_end_with_the_period_can_be_taken_back_whoever_set_it(bool byPortal)
    {
        var subscription = await BuyAsync(Plan.Starter);
        if (byPortal) await _stripe.Api.Subscriptions.UpdateAsync(subscription.Id, new SubscriptionUpdateOptions { CancelAt = subscription.PeriodEnd.UtcDateTime });
        else await _provider.CancelAsync(subscription.Id, atPeriodEnd: true, "cancel-1", CancellationToken.None);
        var ending = (await _provider.GetSubscriptionAsync(subscription.Id, CancellationToken.None))!;

        var resumed = (await _provider.ResumeAsync(subscription.Id, "resume-1", CancellationToken.None))!;

        Assert.True(ending.CancelAtPeriodEnd);
        Assert.Equal((false, SubscriptionStatus.Active), (resumed.CancelAtPeriodEnd, resumed.Status!.Value));
    }

    [Fact]
    public async Task An_end_at_once_is_an_end_also_when_it_is_asked_for_again()
    {
        var subscription = await BuyAsync(Plan.Starter);

        var first = await _provider.CancelAsync(subscription.Id, atPeriodEnd: false, "cancel-1", CancellationToken.None);
        var second = await _provider.CancelAsync(subscription.Id, atPeriodEnd: false, "cancel-2", CancellationToken.None);

        Assert.Equal((SubscriptionStatus.Cancelled, SubscriptionStatus.Cancelled), (first!.Status!.Value, second!.Status!.Value));
    }

    [Fact]
    public async Task Money_that_went_back_shows_of_which_payment_it_was()
    {
        var subscription = await BuyAsync(Plan.Starter);
        var link = Assert.Single((await _stripe.Api.InvoicePayments.ListAsync(new InvoicePaymentListOptions { Invoice = subscription.Payments[0].Key })).Data);
        var charge = (await _stripe.Api.PaymentIntents.GetAsync(link.Payment.PaymentIntentId)).LatestChargeId;
        await _stripe.Api.Refunds.CreateAsync(new RefundCreateOptions { Charge = charge, Amount = 900 });

        var part = (await _provider.GetChargeAsync(charge, CancellationToken.None))!;
        await _stripe.Api.Refunds.CreateAsync(new RefundCreateOptions { Charge = charge });
        var all = (await _provider.GetChargeAsync(charge, CancellationToken.None))!;

        Assert.Equal(new ChargeSnapshot(subscription.Payments[0].Key, subscription.Id, 2900, 900, DisputeStatus.None), part);
        Assert.Equal((false, true), (part.IsGone, all.IsGone));
        Assert.Null(await _provider.GetChargeAsync("ch_none", CancellationToken.None));
    }

    [Fact]
    public async Task A_trial_is_paid_for_by_nothing_and_counts_as_bought()
    {
        var order = Order(Plan.Starter) with { TrialDays = 14 };
        var opened = (await _provider.CreateCheckoutAsync(order, CancellationToken.None))!;
        await _stripe.PayAsync(opened.Url);

        var paid = (await _provider.GetCheckoutAsync(opened.SessionId, CancellationToken.None))!;

        Assert.Equal((ProviderCheckoutStatus.Paid, SubscriptionStatus.Trial), (paid.Status, paid.Subscription!.Status!.Value));
        Assert.Empty(paid.Subscription.Payments);
        Assert.True(paid.IsAsOrdered(Checkout.Of(Provider.Stripe, null, Plan.Starter, new(2900, "usd"), null, "", DateTimeOffset.UtcNow)));
    }

    [Fact]
    public async Task A_promotion_code_makes_it_cheaper_and_counts_as_bought()
    {
        var coupon = await _stripe.Api.Coupons.CreateAsync(new CouponCreateOptions { PercentOff = 50, Duration = "once" });
        await _stripe.Api.PromotionCodes.CreateAsync(new() { Promotion = new() { Type = "coupon", Coupon = coupon.Id }, Code = "ANDES" });
        var opened = (await _provider.CreateCheckoutAsync(Order(Plan.Starter), CancellationToken.None))!;
        await _stripe.PostAsync($"{opened.Url}/promotion", new() { ["promotionCode"] = "andes" });
        await _stripe.PayAsync(opened.Url);

        var paid = (await _provider.GetCheckoutAsync(opened.SessionId, CancellationToken.None))!;

        Assert.Equal((2900, 1450, 1450), (paid.SubtotalMinor, paid.AmountMinor, Assert.Single(paid.Subscription!.Payments).AmountMinor));
        Assert.True(paid.IsAsOrdered(Checkout.Of(Provider.Stripe, null, Plan.Starter, new(2900, "usd"), null, "", DateTimeOffset.UtcNow)));
    }

    [Fact]
    public async Task Who_has_paid_before_is_the_same_customer_again()
    {
        var before = await BuyAsync(Plan.Starter);
        await _provider.CancelAsync(before.Id, atPeriodEnd: false, "cancel-1", CancellationToken.None);
        var opened = (await _provider.CreateCheckoutAsync(Order(Plan.Professional) with { CustomerId = before.CustomerId }, CancellationToken.None))!;
        await _stripe.PayAsync(opened.Url);

        var again = (await _provider.GetCheckoutAsync(opened.SessionId, CancellationToken.None))!.Subscription!;

        Assert.Equal(before.CustomerId, again.CustomerId);
        Assert.Single((await _stripe.Api.Customers.ListAsync()).Data);
    }

    [Fact]
    public async Task Stripes_own_record_of_events_names_what_ours_would_have_named()
    {
        var subscription = await BuyAsync(Plan.Starter);

        var notices = new List<WebhookNotice>();
        await foreach (var change in _provider.ListChangedAsync(DateTimeOffset.UtcNow.AddHours(-1), CancellationToken.None))
            notices.Add(change.Event!.Notice);

        Assert.Contains(notices, notice => (notice.Type, notice.ObjectId) == ("invoice.paid", subscription.Id));
        Assert.All(notices, notice => Assert.NotNull(notice.Kind));
        var known = (await _provider.GetEventAsync(notices[0].EventId, CancellationToken.None))!.Value;
        Assert.Equal(notices[0], _provider.ReadEvent(known));
        Assert.Null(await _provider.GetEventAsync("evt_none", CancellationToken.None));
    }

    [Fact]
    public async Task An_invoice_names_its_subscription()
    {
        var subscription = await BuyAsync(Plan.Starter);

        Assert.Equal(subscription.Id, await _provider.FindSubscriptionOfAsync(subscription.Payments[0].Key, CancellationToken.None));
        Assert.Null(await _provider.FindSubscriptionOfAsync("in_none", CancellationToken.None));
    }

    private async Task<SubscriptionSnapshot> BuyAsync(Plan plan, string card = "4242424242424242")
    {
        var opened = (await _provider.CreateCheckoutAsync(Order(plan), CancellationToken.None))!;
        await _stripe.PayAsync(opened.Url, card);
        return (await _provider.GetCheckoutAsync(opened.SessionId, CancellationToken.None))!.Subscription!;
    }

    private static CheckoutOrder Order(Plan plan) =>
        new(Guid.CreateVersion7(), null, plan, "http://localhost/ok?s={CHECKOUT_SESSION_ID}", "http://localhost/no", "buyer@acme.example", null, TrialDays: 0);
}
