using System.Net;
using Kipu.Simulators;
using Stripe;

namespace Kipu.Tests;

public sealed class StripeFaultTests : IAsyncLifetime
{
    private StripeSimulatorHost _stripe = null!;

    public async ValueTask InitializeAsync() => _stripe = await StripeSimulatorHost.StartAsync();

    public async ValueTask DisposeAsync() => await _stripe.DisposeAsync();

    [Theory]
    [InlineData(409)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task The_official_client_retries_an_outage_with_one_key_and_makes_one_object(int status)
    {
        await _stripe.SwitchAsync("faults", new ApiFault(Method: "POST", Path: "/v1/customers", Count: 2, Status: status));

        await _stripe.Api.Customers.CreateAsync(new CustomerCreateOptions { Name = "once" });

        Assert.Single((await _stripe.Api.Customers.ListAsync()).Data);
        Assert.Single((await _stripe.RequestsAsync("POST")).Select(request => request.IdempotencyKey).Distinct());
    }

    [Theory]
    [InlineData(ConnectionDrop.Before, false)]
    [InlineData(ConnectionDrop.After, true)]
    public async Task A_broken_connection_leaves_one_object_whenever_it_broke(ConnectionDrop drop, bool replayed)
    {
        await _stripe.SwitchAsync("faults", new ApiFault(Method: "POST", Drop: drop));

        var customer = await _stripe.Api.Customers.CreateAsync(new CustomerCreateOptions { Name = "once" });

        Assert.Equal(customer.Id, Assert.Single((await _stripe.Api.Customers.ListAsync()).Data).Id);
        Assert.Equal(replayed, (await _stripe.RequestsAsync("POST"))[^1].Replayed);
    }

    [Fact]
    public async Task A_rate_limit_is_told_to_the_caller_unless_the_header_says_to_retry()
    {
        await _stripe.SwitchAsync("faults", new ApiFault(Status: 429));
        var refusal = await Assert.ThrowsAsync<StripeException>(() => _stripe.Api.Customers.ListAsync());
        Assert.Equal((HttpStatusCode.TooManyRequests, "rate_limit"), (refusal.HttpStatusCode, refusal.StripeError.Code));

        await _stripe.SwitchAsync("faults", new ApiFault(Status: 429, ShouldRetry: true));

        Assert.Empty((await _stripe.Api.Customers.ListAsync()).Data);
    }

    [Fact]
    public async Task An_outage_that_says_not_to_retry_is_not_retried()
    {
        await _stripe.SwitchAsync("faults", new ApiFault(Status: 500, ShouldRetry: false));

        await Assert.ThrowsAsync<StripeException>(() => _stripe.Api.Customers.ListAsync());
    }

    [Fact]
    public async Task A_500_of_the_work_itself_is_replayed_for_its_key()
    {
        await _stripe.SwitchAsync("faults", new ApiFault(Method: "POST", Status: 500, Kept: true, ShouldRetry: false));
        var key = new RequestOptions { IdempotencyKey = "k500" };
        await Assert.ThrowsAsync<StripeException>(() => _stripe.Api.Customers.CreateAsync(new CustomerCreateOptions(), key));

        var again = await Assert.ThrowsAsync<StripeException>(() => _stripe.Api.Customers.CreateAsync(new CustomerCreateOptions(), key));

        Assert.Equal(HttpStatusCode.InternalServerError, again.HttpStatusCode);
        Assert.Empty((await _stripe.Api.Customers.ListAsync()).Data);
    }

    [Fact]
    public async Task A_declined_payment_is_replayed_for_its_key_and_carries_its_payment()
    {
        var subscription = await _stripe.SubscribeAsync(card: "4000000000000341");
        await _stripe.AdvanceAsync(subscription.Clock, "2027-05-01T02:00:00Z");
        var invoice = (await _stripe.ReadAsync(subscription)).LatestInvoiceId;
        var key = new RequestOptions { IdempotencyKey = "pay-once" };

        var first = await Assert.ThrowsAsync<StripeException>(() => _stripe.Api.Invoices.PayAsync(invoice, null, key));
        var second = await Assert.ThrowsAsync<StripeException>(() => _stripe.Api.Invoices.PayAsync(invoice, null, key));

        Assert.Equal(("card_error", "card_declined", "generic_decline"),
            (first.StripeError.Type, first.StripeError.Code, first.StripeError.DeclineCode));
        Assert.Equal("requires_payment_method", first.StripeError.PaymentIntent.Status);
        Assert.Equal(first.StripeResponse.Content, second.StripeResponse.Content);
        Assert.Equal(2, (await _stripe.Api.Invoices.GetAsync(invoice)).AttemptCount);
    }

    [Fact]
    public async Task A_key_whose_call_is_still_running_is_in_use_and_the_client_gets_its_answer_in_the_end()
    {
        await _stripe.SwitchAsync("faults", new ApiFault(Method: "POST", Milliseconds: 400));
        var key = new RequestOptions { IdempotencyKey = "slow" };

        var both = await Task.WhenAll(
            _stripe.Api.Customers.CreateAsync(new CustomerCreateOptions { Name = "one" }, key),
            _stripe.Api.Customers.CreateAsync(new CustomerCreateOptions { Name = "one" }, key));

        Assert.Equal(both[0].Id, both[1].Id);
        Assert.Contains(409, (await _stripe.RequestsAsync("POST")).Select(request => request.Status));
    }

    [Fact]
    public async Task Half_an_answer_is_an_error_of_the_client()
    {
        await _stripe.SwitchAsync("faults", new ApiFault(Broken: true));

        await Assert.ThrowsAnyAsync<Exception>(() => _stripe.Api.Customers.CreateAsync(new CustomerCreateOptions { Name = "half" }));
        Assert.Single((await _stripe.Api.Customers.ListAsync()).Data);
    }

    [Fact]
    public async Task Each_key_of_the_API_has_idempotency_keys_of_its_own()
    {
        var other = new StripeClient(new StripeClientOptions { ApiKey = "sk_test_other", ApiBase = _stripe.Address }).V1;
        var key = new RequestOptions { IdempotencyKey = "shared" };

        var mine = await _stripe.Api.Customers.CreateAsync(new CustomerCreateOptions { Name = "mine" }, key);
        var theirs = await other.Customers.CreateAsync(new CustomerCreateOptions { Name = "theirs" }, key);

        Assert.NotEqual(mine.Id, theirs.Id);
    }
}
