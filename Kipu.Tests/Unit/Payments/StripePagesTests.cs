using System.Net;
using Stripe;

namespace Kipu.Tests;

public sealed class StripePagesTests : IAsyncLifetime
{
    private StripeSimulatorHost _stripe = null!;

    public async ValueTask InitializeAsync() => _stripe = await StripeSimulatorHost.StartAsync();

    public async ValueTask DisposeAsync() => await _stripe.DisposeAsync();

    [Fact]
    public async Task The_portal_changes_card_and_plan_and_cancels_by_date()
    {
        var subscription = await _stripe.SubscribeAsync();
        var dearer = await PlanAsync(9900);
        var portal = await _stripe.Api.BillingPortal.Sessions.CreateAsync(
            new() { Customer = subscription.Customer, ReturnUrl = "http://shop.example/account" });
        var page = await _stripe.ReadAsync(portal.Url);
        Assert.Contains("Simulator: this is not Stripe", page, StringComparison.Ordinal);
        Assert.Contains("visa ending in 4242", page, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await CardAsync(portal.Url, "5555555555554444")).StatusCode);
        Assert.Equal(HttpStatusCode.PaymentRequired, (await CardAsync(portal.Url, "4000000000000002")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await _stripe.PostAsync($"{portal.Url}/plan", new() { ["price"] = dearer.Id })).StatusCode);
        Assert.Equal(
            HttpStatusCode.BadRequest, (await _stripe.PostAsync($"{portal.Url}/plan", new() { ["price"] = "price_none" })).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await _stripe.PostAsync($"{portal.Url}/cancel", [])).StatusCode);

        var leaving = await _stripe.ReadAsync(subscription, "default_payment_method", "latest_invoice");
        Assert.Equal((dearer.Id, "4444", "paid"),
            (leaving.Items.Data[0].Price.Id, leaving.DefaultPaymentMethod.Card.Last4, leaving.LatestInvoice.Status));
        Assert.Equal((false, leaving.Items.Data[0].CurrentPeriodEnd), (leaving.CancelAtPeriodEnd, leaving.CancelAt));
        Assert.Contains("Ends on 1 May 2027", await _stripe.ReadAsync(portal.Url), StringComparison.Ordinal);
        await _stripe.PostAsync($"{portal.Url}/undo", []);
        Assert.Null((await _stripe.ReadAsync(subscription)).CancelAt);
    }

    [Fact]
    public async Task A_flow_of_the_portal_ends_where_it_was_told_to()
    {
        var subscription = await _stripe.SubscribeAsync();
        var portal = await _stripe.Api.BillingPortal.Sessions.CreateAsync(new()
        {
            Customer = subscription.Customer,
            FlowData = new()
            {
                Type = "subscription_cancel",
                SubscriptionCancel = new() { Subscription = subscription.Id },
                AfterCompletion = new() { Type = "redirect", Redirect = new() { ReturnUrl = "http://shop.example/gone" } },
            },
        });
        Assert.Equal((subscription.Id, "redirect"), (portal.Flow.SubscriptionCancel.Subscription, portal.Flow.AfterCompletion.Type));

        var answer = await _stripe.PostAsync($"{portal.Url}/cancel", []);

        Assert.Equal("http://shop.example/gone", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_flow_for_another_customer_s_subscription_is_refused()
    {
        var (mine, other) = (await _stripe.SubscribeAsync(), await _stripe.SubscribeAsync());

        var refusal = await Assert.ThrowsAsync<StripeException>(() => _stripe.Api.BillingPortal.Sessions.CreateAsync(new()
        {
            Customer = mine.Customer,
            FlowData = new() { Type = "subscription_update", SubscriptionUpdate = new() { Subscription = other.Id } },
        }));

        Assert.Equal("resource_missing", refusal.StripeError.Code);
    }

    [Fact]
    public async Task The_page_of_an_open_invoice_takes_another_card_and_says_when_it_is_paid()
    {
        var subscription = await _stripe.SubscribeAsync(card: "4000000000000341");
        await _stripe.AdvanceAsync(subscription.Clock, "2027-05-01T02:00:00Z");
        var url = (await _stripe.ReadAsync(subscription, "latest_invoice")).LatestInvoice.HostedInvoiceUrl;
        Assert.Contains("Waiting for payment", await _stripe.ReadAsync(url), StringComparison.Ordinal);

        var declined = await _stripe.PayAsync(url, "4000000000009995", "12/49");
        Assert.Equal(HttpStatusCode.PaymentRequired, declined.StatusCode);
        Assert.Contains("insufficient funds", await declined.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await _stripe.PayAsync(url, expiry: "12/49");

        Assert.Contains("Paid on 1 May 2027", await _stripe.ReadAsync(url), StringComparison.Ordinal);
        var after = await _stripe.ReadAsync(subscription, "default_payment_method");
        Assert.Equal(("active", "4242"), (after.Status, after.DefaultPaymentMethod.Card.Last4));
    }

    [Fact]
    public async Task A_promotion_code_lowers_the_total_and_can_be_taken_off_again()
    {
        var coupon = await _stripe.Api.Coupons.CreateAsync(
            new CouponCreateOptions { AmountOff = 900, Currency = "usd", Duration = "once" });
        await _stripe.Api.PromotionCodes.CreateAsync(
            new() { Promotion = new() { Type = "coupon", Coupon = coupon.Id }, Code = "ANDES", MaxRedemptions = 1 });
        var session = await _stripe.OpenCheckoutAsync(options => options.AllowPromotionCodes = true);
        var promotion = $"{session.Url}/promotion";

        Assert.Equal(HttpStatusCode.BadRequest, (await _stripe.PostAsync(promotion, new() { ["promotionCode"] = "NONE" })).StatusCode);
        await _stripe.PostAsync(promotion, new() { ["promotionCode"] = "andes" });
        Assert.Equal(2000, (await _stripe.Api.Checkout.Sessions.GetAsync(session.Id)).AmountTotal);
        await _stripe.PostAsync(promotion, []);
        Assert.Equal(2900, (await _stripe.Api.Checkout.Sessions.GetAsync(session.Id)).AmountTotal);
        await _stripe.PostAsync(promotion, new() { ["promotionCode"] = "ANDES" });
        await _stripe.PayAsync(session.Url);

        var paid = await _stripe.Api.Checkout.Sessions.GetAsync(session.Id, new() { Expand = ["subscription", "invoice", "line_items"] });
        Assert.Equal((2000, 900, 2000), (paid.AmountTotal, paid.TotalDetails.AmountDiscount, paid.Invoice.AmountPaid));
        Assert.Equal(900, paid.Invoice.TotalDiscountAmounts.Single().Amount);
        Assert.Empty(paid.Subscription.DiscountIds);

        // It was good for one.
        var second = await _stripe.OpenCheckoutAsync(options => options.AllowPromotionCodes = true);
        Assert.Equal(HttpStatusCode.BadRequest,
            (await _stripe.PostAsync($"{second.Url}/promotion", new() { ["promotionCode"] = "ANDES" })).StatusCode);
    }

    [Fact]
    public async Task A_full_discount_needs_no_payment_and_keeps_the_card()
    {
        var coupon = await _stripe.Api.Coupons.CreateAsync(new CouponCreateOptions { PercentOff = 100, Duration = "once" });
        var subscription = await _stripe.SubscribeAsync(configure: options => options.Discounts = [new() { Coupon = coupon.Id }]);

        Assert.Equal(("no_payment_required", 0), (subscription.Session.PaymentStatus, subscription.Session.AmountTotal));
        Assert.Equal("succeeded", (await _stripe.Api.SetupIntents.GetAsync(subscription.Session.SetupIntentId)).Status);
        await _stripe.AdvanceAsync(subscription.Clock, "2027-05-02T00:00:00Z");
        Assert.Equal(2900, (await _stripe.ReadAsync(subscription, "latest_invoice")).LatestInvoice.AmountPaid);
    }

    [Theory]
    [InlineData("settle", "paid", "active", "paid", "checkout.session.async_payment_succeeded")]
    [InlineData("fail", "unpaid", "incomplete_expired", "void", "checkout.session.async_payment_failed")]
    public async Task A_bank_debit_completes_the_checkout_and_pays_it_days_later_or_never(
        string outcome, string payment, string subscription, string invoice, string type)
    {
        var session = await _stripe.OpenCheckoutAsync(options => options.AllowedPaymentMethodTypes = ["card", "us_bank_account"]);
        await _stripe.PostAsync(session.Url, new() { ["email"] = "pay@acme.example", ["method"] = "us_bank_account" });
        var waiting = await ReadAsync();
        Assert.Equal(("complete", "unpaid", "incomplete", "open"),
            (waiting.Status, waiting.PaymentStatus, waiting.Subscription.Status, waiting.Invoice.Status));

        await _stripe.PostAsync($"{session.Url}/bank", new() { ["outcome"] = outcome });

        var after = await ReadAsync();
        Assert.Equal((payment, subscription, invoice), (after.PaymentStatus, after.Subscription.Status, after.Invoice.Status));
        Assert.Single(await _stripe.EventsAsync(type));
        Task<Stripe.Checkout.Session> ReadAsync() =>
            _stripe.Api.Checkout.Sessions.GetAsync(session.Id, new() { Expand = ["subscription", "invoice"] });
    }

    [Theory]
    [InlineData("4000000000000002", "Your card was declined.")]
    [InlineData("4000000000009987", "Your card was declined.")]
    [InlineData("4000000000009979", "Your card was declined.")]
    [InlineData("4000000000009995", "Your card has insufficient funds.")]
    [InlineData("4000000000000069", "Your card has expired.")]
    [InlineData("4000000000000127", "security code is incorrect")]
    [InlineData("4000000000000119", "An error occurred while processing your card.")]
    [InlineData("4000008400001280", "unable to authenticate")]
    public async Task Each_declining_card_is_told_in_its_words(string card, string words)
    {
        var session = await _stripe.OpenCheckoutAsync();

        var answer = await _stripe.PayAsync(session.Url, card);

        Assert.Equal(HttpStatusCode.PaymentRequired, answer.StatusCode);
        Assert.Contains(words, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Empty((await _stripe.Api.Subscriptions.ListAsync(new() { Status = "all" })).Data);
    }

    private Task<HttpResponseMessage> CardAsync(string portal, string number) => _stripe.PayAsync($"{portal}/card", number, "12/49");

    private async Task<Price> PlanAsync(long amount)
    {
        var product = await _stripe.Api.Products.CreateAsync(new ProductCreateOptions { Name = "Kipu Professional" });
        return await _stripe.Api.Prices.CreateAsync(new PriceCreateOptions
        {
            Currency = "usd",
            UnitAmount = amount,
            Product = product.Id,
            LookupKey = $"plan_{amount}",
            Recurring = new() { Interval = "month" },
        });
    }
}
