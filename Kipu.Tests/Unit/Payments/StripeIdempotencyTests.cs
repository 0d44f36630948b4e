using System.Net;
using Stripe;

namespace Kipu.Tests;

public sealed class StripeIdempotencyTests : IAsyncLifetime
{
    private readonly Microsoft.Extensions.Time.Testing.FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private StripeSimulatorHost _stripe = null!;

    public async ValueTask InitializeAsync() => _stripe = await StripeSimulatorHost.StartAsync(time: _time);

    public async ValueTask DisposeAsync() => await _stripe.DisposeAsync();

    [Fact]
    public async Task The_same_key_gets_the_first_answer_byte_for_byte()
    {
        var first = await CreateAsync("a@x.example", "k1");
        var second = await CreateAsync("a@x.example", "k1");

        Assert.Equal(first.StripeResponse.Content, second.StripeResponse.Content);
        Assert.Single((await _stripe.Api.Customers.ListAsync()).Data);
    }

    [Fact]
    public async Task The_same_key_with_other_parameters_is_refused()
    {
        await CreateAsync("a@x.example", "k2");

        var exception = await Assert.ThrowsAsync<StripeException>(() => CreateAsync("b@x.example", "k2"));

        Assert.Equal((HttpStatusCode.BadRequest, "idempotency_error"), (exception.HttpStatusCode, exception.StripeError.Type));
    }

    [Fact]
    public async Task Calls_at_once_with_one_key_make_one_object()
    {
        var customers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => CreateAsync("a@x.example", "k3")));

        Assert.Single(customers.Select(customer => customer.Id).Distinct());
    }

    [Fact]
    public async Task A_refused_call_does_not_use_up_its_key()
    {
        await Assert.ThrowsAsync<StripeException>(() => _stripe.Api.Products.CreateAsync(new ProductCreateOptions(), new RequestOptions { IdempotencyKey = "k4" }));

        var product = await _stripe.Api.Products.CreateAsync(new ProductCreateOptions { Name = "now" }, new RequestOptions { IdempotencyKey = "k4" });

        Assert.Equal("now", product.Name);
    }

    [Fact]
    public async Task After_a_day_a_key_is_new_again()
    {
        var first = await CreateAsync("a@x.example", "k5");

        _time.Advance(TimeSpan.FromHours(24));

        Assert.NotEqual(first.Id, (await CreateAsync("a@x.example", "k5")).Id);
    }

    private Task<Customer> CreateAsync(string email, string key) =>
        _stripe.Api.Customers.CreateAsync(new CustomerCreateOptions { Email = email }, new RequestOptions { IdempotencyKey = key });
}
