using System.Net;
using Kipu.Payments;
using Microsoft.Extensions.Options;
using Stripe;
using Plan = Kipu.Contracts.Plan;

namespace Kipu.Tests;

public sealed class StripeProviderTests : IAsyncLifetime
{
    private StripeSimulatorHost _stripe = null!;
    private StripeProvider _provider = null!;

    public async ValueTask InitializeAsync()
    {
        _stripe = await StripeSimulatorHost.StartAsync();
        _provider = ProviderThrough(new SocketsHttpHandler());
    }

    public async ValueTask DisposeAsync() => await _stripe.DisposeAsync();

    [Fact]
    public async Task In_a_fresh_account_plans_become_prices_by_themselves_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => OpenAsync(Plan.Professional)));
        await OpenAsync(Plan.Professional);

        var price = Assert.Single((await _stripe.Api.Prices.ListAsync()).Data);
        Assert.Equal(("kipu_professional_month_usd", 9900, "month"), (price.LookupKey, price.UnitAmount, price.Recurring.Interval));
    }

    [Fact]
    public async Task When_a_price_has_changed_the_lookup_key_moves_to_a_new_one()
    {
        var old = await _stripe.CreatePriceAsync(amount: 1900);
        var product = await _stripe.Api.Products.CreateAsync(new ProductCreateOptions { Name = "Kipu" });
        await _stripe.Api.Prices.CreateAsync(new PriceCreateOptions
        {
            Product = product.Id,
            Currency = "usd",
            UnitAmount = 1900,
            LookupKey = "kipu_starter_month_usd",
            Recurring = new() { Interval = "month" },
        });

        var opened = await OpenAsync(Plan.Starter);

        Assert.Equal(2900, (await _provider.GetCheckoutAsync(opened.SessionId, CancellationToken.None))!.AmountMinor);
        var current = Assert.Single((await _stripe.Api.Prices.ListAsync(new PriceListOptions { LookupKeys = ["kipu_starter_month_usd"] })).Data);
        Assert.Equal(2900, current.UnitAmount);
        Assert.NotEqual(old.Id, current.Id);
    }

    [Fact]
    public async Task The_same_order_again_opens_the_same_checkout()
    {
        var order = Order(Plan.Starter);

        var first = await _provider.CreateCheckoutAsync(order, CancellationToken.None);
        var second = await _provider.CreateCheckoutAsync(order, CancellationToken.None);

        Assert.Equal(first, second);
    }

    [Theory]
    [InlineData("a b@acme.example")]
    [InlineData("a\0@acme.example")]
    [InlineData("ana@")]
    public async Task A_mail_address_that_Stripe_does_not_take_opens_nothing(string email) =>
        Assert.Null(await _provider.CreateCheckoutAsync(Order(Plan.Starter) with { Email = email }, CancellationToken.None));

    [Fact]
    public async Task A_paid_checkout_shows_subscription_and_payment_under_our_key()
    {
        var order = Order(Plan.Starter);
        var opened = (await _provider.CreateCheckoutAsync(order, CancellationToken.None))!;
        await _stripe.PayAsync(opened.Url);

        var paid = (await _provider.GetCheckoutAsync(opened.SessionId, CancellationToken.None))!;

        Assert.Equal((order.CheckoutId, ProviderCheckoutStatus.Paid, 2900, "usd"), (paid.CheckoutId!.Value, paid.Status, paid.AmountMinor, paid.Currency));
        Assert.Equal((Plan.Starter, SubscriptionStatus.Active), (paid.Subscription!.Plan, paid.Subscription.Status!.Value));
        Assert.Equal(order.CheckoutId, paid.Subscription.CheckoutId);
        Assert.Equal((2900, PaymentKind.First), (Assert.Single(paid.Subscription.Payments).AmountMinor, paid.Subscription.Payments[0].Kind));
        Assert.InRange(paid.Subscription.PeriodEnd, DateTimeOffset.UtcNow.AddDays(27), DateTimeOffset.UtcNow.AddDays(32));
    }

    [Fact]
    public async Task Expiring_tells_how_the_checkout_really_stands()
    {
        var open = await OpenAsync(Plan.Starter);
        var paid = await OpenAsync(Plan.Starter);
        await _stripe.PayAsync(paid.Url);

        Assert.Equal(ProviderCheckoutStatus.Expired, (await _provider.ExpireCheckoutAsync(open.SessionId, CancellationToken.None))!.Status);
        Assert.Equal(ProviderCheckoutStatus.Expired, (await _provider.ExpireCheckoutAsync(open.SessionId, CancellationToken.None))!.Status);
        Assert.Equal(ProviderCheckoutStatus.Paid, (await _provider.ExpireCheckoutAsync(paid.SessionId, CancellationToken.None))!.Status);
    }

    [Fact]
    public async Task What_Stripe_does_not_know_is_null()
    {
        Assert.Null(await _provider.GetCheckoutAsync("cs_test_none", CancellationToken.None));
        Assert.Null(await _provider.GetSubscriptionAsync("sub_none", CancellationToken.None));
        Assert.Null(await _provider.ExpireCheckoutAsync("cs_test_none", CancellationToken.None));
    }

    [Fact]
    public async Task A_lost_answer_is_asked_for_again_and_opens_one_checkout()
    {
        var provider = ProviderThrough(new LosesAnswers(path: "/v1/checkout/sessions", times: 1));

        var opened = (await provider.CreateCheckoutAsync(Order(Plan.Starter), CancellationToken.None))!;

        var session = Assert.Single((await _stripe.Api.Checkout.Sessions.ListAsync()).Data);
        Assert.Equal(session.Id, opened.SessionId);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    public async Task Troubles_of_Stripe_are_an_outage(HttpStatusCode status)
    {
        var provider = ProviderThrough(new Answers(status));

        await Assert.ThrowsAsync<HttpRequestException>(() => provider.GetCheckoutAsync("cs_test_1", CancellationToken.None));
    }

    private StripeProvider ProviderThrough(HttpMessageHandler handler)
    {
        var client = _stripe.Client(handler);
        return new StripeProvider(client, new StripeCatalog(client), Options.Create(new StripeOptions { ApiKey = StripeSimulatorHost.ApiKey, WebhookSecret = "whsec_x" }));
    }

    private async Task<OpenedCheckout> OpenAsync(Plan plan) => (await _provider.CreateCheckoutAsync(Order(plan), CancellationToken.None))!;

    private static CheckoutOrder Order(Plan plan) =>
        new(Guid.CreateVersion7(), null, plan, "http://localhost/ok?s={CHECKOUT_SESSION_ID}", "http://localhost/no", "buyer@acme.example", null, TrialDays: 0);

    /// <summary>Lets requests through and loses the first answers on the way back.</summary>
    private sealed class LosesAnswers(string path, int times) : DelegatingHandler(new SocketsHttpHandler())
    {
        private int _left = times;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (request.Method != HttpMethod.Post || request.RequestUri!.AbsolutePath != path || Interlocked.Decrement(ref _left) < 0) return response;
            response.Dispose();
            throw new HttpRequestException("The connection broke.");
        }
    }

    private sealed class Answers(HttpStatusCode status) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent("""{"error":{"type":"api_error","message":"no"}}""") });
    }
}
