using System.Net;
using Stripe;
using Stripe.Checkout;

namespace Kipu.Tests;

public sealed class StripeSimulatorTests : IAsyncLifetime
{
    private StripeSimulatorHost _stripe = null!;

    public async ValueTask InitializeAsync() => _stripe = await StripeSimulatorHost.StartAsync();

    public async ValueTask DisposeAsync() => await _stripe.DisposeAsync();

    [Fact]
    public async Task A_person_who_pays_gets_subscription_invoice_and_payment_and_is_sent_back()
    {
        var session = await _stripe.OpenCheckoutAsync();

        var response = await _stripe.PayAsync(session.Url);

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal($"http://shop.example/ok?s={session.Id}", response.Headers.Location!.OriginalString);
        var paid = await _stripe.Api.Checkout.Sessions.GetAsync(
            session.Id, new SessionGetOptions { Expand = ["subscription", "invoice", "line_items"] });
        var invoice = await _stripe.Api.Invoices.GetAsync(
            paid.InvoiceId, new InvoiceGetOptions { Expand = ["payments.data.payment.payment_intent"] });
        Assert.Equal(("complete", "paid", null), (paid.Status, paid.PaymentStatus, paid.Url));
        Assert.Equal("active", paid.Subscription.Status);
        Assert.Equal("chk_1", paid.Subscription.Metadata["checkoutId"]);
        var item = Assert.Single(paid.Subscription.Items.Data);
        Assert.Equal(item.CurrentPeriodStart.AddMonths(1), item.CurrentPeriodEnd);
        Assert.Equal(("paid", 2900), (paid.Invoice.Status, paid.Invoice.AmountPaid));
        Assert.Equal("chk_1", paid.Invoice.Parent.SubscriptionDetails.Metadata["checkoutId"]);
        Assert.Equal("succeeded", Assert.Single(invoice.Payments.Data).Payment.PaymentIntent.Status);
        Assert.Equal(2900, Assert.Single(paid.LineItems.Data).AmountTotal);
    }

    [Fact]
    public async Task A_declined_card_leaves_the_checkout_open_and_another_one_pays_it()
    {
        var session = await _stripe.OpenCheckoutAsync();

        var declined = await _stripe.PayAsync(session.Url, card: "4000000000009995");

        Assert.Equal(HttpStatusCode.PaymentRequired, declined.StatusCode);
        Assert.Contains("Your card has insufficient funds.", await declined.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("open", (await _stripe.Api.Checkout.Sessions.GetAsync(session.Id)).Status);
        Assert.Empty((await _stripe.Api.Subscriptions.ListAsync()).Data);
        Assert.Equal(HttpStatusCode.SeeOther, (await _stripe.PayAsync(session.Url)).StatusCode);
    }

    [Theory]
    [InlineData("1234567812345678", "12/34", "123")]
    [InlineData("4242424242424242", "12/20", "123")]
    [InlineData("4242424242424242", "13/34", "123")]
    [InlineData("4242424242424242", "12/34", "12x")]
    public async Task A_form_that_is_filled_in_wrong_is_shown_again_and_charges_nothing(string card, string expiry, string cvc)
    {
        var session = await _stripe.OpenCheckoutAsync();

        var response = await _stripe.PayAsync(session.Url, card, expiry, cvc);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("role=\"alert\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty((await _stripe.Api.PaymentIntents.ListAsync()).Data);
    }

    [Theory]
    [InlineData("4000000000003220", "complete", HttpStatusCode.SeeOther, "complete")]
    [InlineData("4000000000003220", "fail", HttpStatusCode.PaymentRequired, "open")]
    [InlineData("4000008400001629", "complete", HttpStatusCode.PaymentRequired, "open")]
    public async Task A_card_with_3D_Secure_asks_the_bank_first(string card, string outcome, HttpStatusCode answer, string status)
    {
        var session = await _stripe.OpenCheckoutAsync();

        var asked = await _stripe.PayAsync(session.Url, card);
        var page = _stripe.Address + asked.Headers.Location!.OriginalString;
        Assert.Contains("Complete authentication", await _stripe.ReadAsync(page), StringComparison.Ordinal);
        var response = await _stripe.PostAsync(page, new() { ["outcome"] = outcome });

        Assert.Equal(answer, response.StatusCode);
        Assert.Equal(status, (await _stripe.Api.Checkout.Sessions.GetAsync(session.Id)).Status);
    }

    [Fact]
    public async Task A_double_click_on_pay_makes_one_subscription()
    {
        var session = await _stripe.OpenCheckoutAsync();

        var responses = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _stripe.PayAsync(session.Url)));

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode));
        Assert.Single((await _stripe.Api.Subscriptions.ListAsync()).Data);
        Assert.Single((await _stripe.Api.Invoices.ListAsync()).Data);
    }

    [Fact]
    public async Task Expiring_races_with_paying_and_one_of_them_wins()
    {
        for (var round = 0; round < 20; round++)
        {
            var session = await _stripe.OpenCheckoutAsync();

            var paying = _stripe.PayAsync(session.Url);
            var expiring = Record.ExceptionAsync(() => _stripe.Api.Checkout.Sessions.ExpireAsync(session.Id));

            var paid = (await paying).StatusCode == HttpStatusCode.SeeOther;
            Assert.Equal(paid, await expiring is StripeException);
            Assert.Equal(paid ? "complete" : "expired", (await _stripe.Api.Checkout.Sessions.GetAsync(session.Id)).Status);
        }
    }

    [Fact]
    public async Task A_single_payment_is_made_without_a_subscription()
    {
        var product = await _stripe.Api.Products.CreateAsync(new ProductCreateOptions { Name = "Hours" });
        var price = await _stripe.Api.Prices.CreateAsync(
            new PriceCreateOptions { Currency = "usd", UnitAmount = 500, Product = product.Id });
        var session = await _stripe.OpenCheckoutAsync(options =>
        {
            options.Mode = "payment";
            options.LineItems = [new() { Price = price.Id, Quantity = 3 }];
            options.SubscriptionData = null;
            options.PaymentIntentData = new() { Metadata = new() { ["order"] = "7" } };
        });

        await _stripe.PayAsync(session.Url);

        var paid = await _stripe.Api.Checkout.Sessions.GetAsync(
            session.Id, new SessionGetOptions { Expand = ["payment_intent.latest_charge"] });
        Assert.Equal((1500, "7", null), (paid.PaymentIntent.AmountReceived, paid.PaymentIntent.Metadata["order"], paid.SubscriptionId));
        Assert.Equal("4242", paid.PaymentIntent.LatestCharge.PaymentMethodDetails.Card.Last4);
    }

    [Fact]
    public async Task A_checkout_whose_time_is_up_expires_and_its_page_says_so()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var stripe = await StripeSimulatorHost.StartAsync(time: time);
        var session = await stripe.OpenCheckoutAsync();

        time.Advance(TimeSpan.FromHours(25));
        await Eventually.TrueAsync(async () => (await stripe.Api.Checkout.Sessions.GetAsync(session.Id)).Status == "expired");

        Assert.Contains("This checkout has expired", await stripe.ReadAsync(session.Url), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await stripe.PayAsync(session.Url, expiry: "12/40")).StatusCode);
    }

    [Fact]
    public async Task The_form_pays_for_a_known_customer_under_their_address()
    {
        var customer = await _stripe.Api.Customers.CreateAsync(
            new CustomerCreateOptions { Email = "owner@acme.example", Name = "Peñón + Co" });
        var session = await _stripe.OpenCheckoutAsync(options => options.Customer = customer.Id);

        await _stripe.PayAsync(session.Url);

        var paid = await _stripe.Api.Checkout.Sessions.GetAsync(session.Id, new SessionGetOptions { Expand = ["customer"] });
        Assert.Equal((customer.Id, "owner@acme.example", "Peñón + Co"), (paid.CustomerId, paid.CustomerDetails.Email, paid.Customer.Name));
    }

    [Fact]
    public async Task Metadata_is_set_deleted_and_cleared_and_empty_values_clear()
    {
        var customer = await _stripe.Api.Customers.CreateAsync(
            new CustomerCreateOptions { Description = "x", Metadata = new() { ["a"] = "1", ["b"] = "2" } });

        var changed = await _stripe.Api.Customers.UpdateAsync(
            customer.Id, new CustomerUpdateOptions { Description = "", Metadata = new() { ["a"] = "", ["c"] = "3" } });

        Assert.Null(changed.Description);
        Assert.Equal(["b", "c"], changed.Metadata.Keys.Order());
        var update = (await _stripe.Api.Events.ListAsync(new EventListOptions { Type = "customer.updated" })).Single();
        Assert.Equal(changed.Id, ((Customer)update.Data.Object).Id);
    }

    [Fact]
    public async Task Paging_visits_every_customer_once_with_the_filter_kept()
    {
        for (var i = 0; i < 25; i++) await _stripe.Api.Customers.CreateAsync(
            new CustomerCreateOptions { Email = i % 2 == 0 ? "even@x.example" : "odd@x.example" });

        var ids = new List<string>();
        await foreach (var customer in _stripe.Api.Customers.ListAutoPagingAsync(
            new CustomerListOptions { Limit = 4, Email = "even@x.example" })) ids.Add(customer.Id);

        Assert.Equal(13, ids.Distinct().Count());
        Assert.Equal(13, ids.Count);
    }

    [Fact]
    public async Task Paging_over_250_customers_and_searching_over_three_pages_miss_none()
    {
        for (var i = 0; i < 250; i++)
        {
            await _stripe.Api.Customers.CreateAsync(
                new CustomerCreateOptions { Name = $"Ñandú + {i} %", Metadata = new() { ["even"] = i % 2 == 0 ? "yes" : "it's not" } });
        }

        var listed = new HashSet<string>();
        await foreach (var customer in _stripe.Api.Customers.ListAutoPagingAsync(new CustomerListOptions { Limit = 100 })) listed.Add(
            customer.Name);
        var found = new HashSet<string>();
        await foreach (var customer in _stripe.Api.Customers.SearchAutoPagingAsync(
            new() { Query = @"metadata['even']:'it\'s not'", Limit = 50 })) found.Add(customer.Name);

        Assert.Equal((250, 125), (listed.Count, found.Count));
        Assert.Contains("Ñandú + 249 %", found);
        var either = await _stripe.Api.Customers.SearchAsync(new() { Query = "name:'Ñandú + 1 %' OR name:'ñandú + 2 %'" });
        Assert.Equal(2, either.Count());
    }

    [Fact]
    public async Task A_deleted_customer_is_gone_and_the_answer_says_so()
    {
        var customer = await _stripe.Api.Customers.CreateAsync(new CustomerCreateOptions());

        var deleted = await _stripe.Api.Customers.DeleteAsync(customer.Id);

        Assert.True(deleted.Deleted);
        Assert.True((await _stripe.Api.Customers.GetAsync(customer.Id)).Deleted);
        Assert.Empty((await _stripe.Api.Customers.ListAsync()).Data);
        await AssertFailsAsync(
            HttpStatusCode.NotFound, "resource_missing", () =>
                _stripe.Api.Customers.UpdateAsync(customer.Id, new CustomerUpdateOptions { Name = "x" }));
    }

    [Fact]
    public async Task Mistakes_are_answered_as_Stripe_does()
    {
        var price = await _stripe.CreatePriceAsync();

        await AssertFailsAsync(HttpStatusCode.NotFound, "resource_missing", () => _stripe.Api.Subscriptions.GetAsync("sub_none"));
        await AssertFailsAsync(HttpStatusCode.BadRequest, "parameter_missing", () => _stripe.Api.Checkout.Sessions.CreateAsync(
            new() { Mode = "subscription" }));
        await AssertFailsAsync(HttpStatusCode.BadRequest, null, () => _stripe.OpenCheckoutAsync(options => options.Mode = "payment"));
        await AssertFailsAsync(HttpStatusCode.BadRequest, "resource_missing", () => _stripe.OpenCheckoutAsync(
            options => options.LineItems[0].Price = "price_none"));
        await AssertFailsAsync(HttpStatusCode.BadRequest, "url_invalid", () => _stripe.OpenCheckoutAsync(
            options => options.SuccessUrl = "javascript:alert(1)"));
        await AssertFailsAsync(HttpStatusCode.BadRequest, "parameter_unknown", () => _stripe.OpenCheckoutAsync(
            options => options.AddExtraParam("payment_method_types[0]", "card")));
        await AssertFailsAsync(HttpStatusCode.BadRequest, "parameter_invalid_integer", () => _stripe.Api.Customers.ListAsync(
            new CustomerListOptions { Limit = 101 }));
        await AssertFailsAsync(
            HttpStatusCode.BadRequest, null, () => _stripe.Api.Prices.GetAsync(price.Id, new PriceGetOptions { Expand = ["currency"] }));
        await AssertFailsAsync(HttpStatusCode.NotFound, null, () => _stripe.Api.Payouts.GetAsync("po_1"));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("sk_live_real")]
    public async Task A_key_that_is_no_test_key_is_refused(string key)
    {
        var client = new StripeClient(new StripeClientOptions { ApiKey = key, ApiBase = _stripe.Address });

        await AssertFailsAsync(HttpStatusCode.Unauthorized, null, () => client.V1.Customers.ListAsync());
    }

    [Fact]
    public async Task A_lookup_key_belongs_to_one_price_until_it_is_transferred()
    {
        var product = await _stripe.Api.Products.CreateAsync(new ProductCreateOptions { Name = "p" });
        var options = new PriceCreateOptions { Currency = "usd", UnitAmount = 1, Product = product.Id, LookupKey = "key" };
        await _stripe.Api.Prices.CreateAsync(options);

        await AssertFailsAsync(HttpStatusCode.BadRequest, null, () => _stripe.Api.Prices.CreateAsync(options));
        options.TransferLookupKey = true;
        var second = await _stripe.Api.Prices.CreateAsync(options);

        var found = await _stripe.Api.Prices.ListAsync(new PriceListOptions { LookupKeys = ["key"], Expand = ["data.product"] });
        Assert.Equal((second.Id, "p"), (found.Data.Single().Id, found.Data.Single().Product.Name));
    }

    private static async Task AssertFailsAsync(HttpStatusCode status, string? code, Func<Task> call)
    {
        var exception = await Assert.ThrowsAsync<StripeException>(call);
        Assert.Equal((status, code), (exception.HttpStatusCode, exception.StripeError?.Code));
    }
}
