using Kipu.Simulators;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Stripe;

namespace Kipu.Tests;

/// <summary>The Stripe simulator in this process, on a port of its own.</summary>
internal sealed class StripeSimulatorHost : IAsyncDisposable
{
    public const string ApiKey = "sk_test_kipu_simulator";
    private readonly WebApplication _app;
    private readonly HttpClient _browser = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private StripeSimulatorHost(WebApplication app)
    {
        _app = app;
        Address = app.Urls.Single();
        Api = new StripeClient(new StripeClientOptions { ApiKey = ApiKey, ApiBase = Address }).V1;
    }

    public string Address { get; }

    /// <summary>The official client.</summary>
    public V1Services Api { get; }

    public static async Task<StripeSimulatorHost> StartAsync(string? webhookUrl = null, TimeProvider? time = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration["Stripe:WebhookUrl"] = webhookUrl;
        builder.Configuration["Stripe:WebhookRetryDelay"] = "00:00:00.050";
        if (time is not null) builder.Services.AddSingleton(time);
        builder.AddStripeSimulator();
        var app = builder.Build();
        app.MapStripeSimulator();
        await app.StartAsync();
        return new StripeSimulatorHost(app);
    }

    /// <summary>The official client, through a handler that a test brings.</summary>
    public StripeClient Client(HttpMessageHandler handler) => new(new StripeClientOptions
    {
        ApiKey = ApiKey,
        ApiBase = Address,
        HttpClient = new SystemNetHttpClient(new HttpClient(handler)),
    });

    /// <summary>Fills in the form of a checkout page as a browser does.</summary>
    public Task<HttpResponseMessage> PayAsync(
        string url, string card = "4242 4242 4242 4242", string expiry = "12 / 34", string cvc = "123") =>
        PostAsync(url, new()
        {
            ["email"] = "pay@acme.example",
            ["cardNumber"] = card,
            ["cardExpiry"] = expiry,
            ["cardCvc"] = cvc,
            ["billingName"] = "Acme"
        });

    public Task<HttpResponseMessage> PostAsync(string url, Dictionary<string, string> fields) =>
        _browser.PostAsync(url, new FormUrlEncodedContent(fields));

    public Task<string> ReadAsync(string url) => _browser.GetStringAsync(url);

    public async Task<Price> CreatePriceAsync(long amount = 2900)
    {
        var product = await Api.Products.CreateAsync(new ProductCreateOptions { Name = "Kipu Starter" });
        return await Api.Prices.CreateAsync(new PriceCreateOptions
        {
            Currency = "usd",
            UnitAmount = amount,
            Product = product.Id,
            Recurring = new PriceRecurringOptions { Interval = "month" },
        });
    }

    public async Task<Stripe.Checkout.Session> OpenCheckoutAsync(Action<Stripe.Checkout.SessionCreateOptions>? configure = null)
    {
        var options = new Stripe.Checkout.SessionCreateOptions
        {
            Mode = "subscription",
            LineItems = [new() { Price = (await CreatePriceAsync()).Id, Quantity = 1 }],
            SuccessUrl = "http://shop.example/ok?s={CHECKOUT_SESSION_ID}",
            CancelUrl = "http://shop.example/no",
            ClientReferenceId = "chk_1",
            Metadata = new() { ["checkoutId"] = "chk_1" },
            SubscriptionData = new() { Metadata = new() { ["checkoutId"] = "chk_1" } },
        };
        configure?.Invoke(options);
        return await Api.Checkout.Sessions.CreateAsync(options);
    }

    /// <summary>A customer with a clock of their own, who pays a subscription on the page.</summary>
    public async Task<ClockedSubscription> SubscribeAsync(
        string start = "2027-04-01T00:00:00Z", string card = "4242424242424242", long amount = 2900,
            Action<Stripe.Checkout.SessionCreateOptions>? configure = null)
    {
        var clock = await Api.TestHelpers.TestClocks.CreateAsync(new() { FrozenTime = Instant(start), Name = "test" });
        var customer = await Api.Customers.CreateAsync(new CustomerCreateOptions { Email = "pay@acme.example", TestClock = clock.Id });
        var price = await CreatePriceAsync(amount);
        var session = await OpenCheckoutAsync(options =>
        {
            options.LineItems[0].Price = price.Id;
            options.Customer = customer.Id;
            configure?.Invoke(options);
        });
        var answer = await PayAsync(session.Url, card, expiry: "12 / 49");
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, answer.StatusCode);
        if (answer.Headers.Location!.OriginalString.EndsWith("/authenticate", StringComparison.Ordinal))
            await PostAsync($"{session.Url}/authenticate", new() { ["outcome"] = "complete" });
        var paid = await Api.Checkout.Sessions.GetAsync(session.Id);
        return new ClockedSubscription(clock.Id, customer.Id, paid.SubscriptionId, paid);
    }

    /// <summary>Moves a test clock and waits until it has done what that brings.</summary>
    public async Task AdvanceAsync(string clock, string to)
    {
        await Api.TestHelpers.TestClocks.AdvanceAsync(clock, new() { FrozenTime = Instant(to) });
        await Eventually.TrueAsync(async () => (await Api.TestHelpers.TestClocks.GetAsync(clock)).Status == "ready");
    }

    public Task<Subscription> ReadAsync(ClockedSubscription subscription, params string[] expand) =>
        Api.Subscriptions.GetAsync(subscription.Id, new SubscriptionGetOptions { Expand = [.. expand] });

    /// <summary>What happened, oldest first: all events since one of them, or those of some types.</summary>
    public async Task<List<Event>> EventsAsync(params string[] types)
    {
        var options = new EventListOptions { Limit = 100 };
        if (types.Length > 0) options.Types = [.. types];
        var events = new List<Event>();
        await foreach (var item in Api.Events.ListAutoPagingAsync(options)) events.Insert(0, item);
        return events;
    }

    /// <summary>Turns one of the simulator's own switches.</summary>
    public async Task<string> SwitchAsync(string path, object body)
    {
        using var response = await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(_browser, $"{Address}/_sim/{path}", body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return text;
    }

    /// <summary>The calls of the API so far by one method, oldest first.</summary>
    public async Task<List<RecordedRequest>> RequestsAsync(string method) =>
        [.. (await System.Net.Http.Json.HttpClientJsonExtensions.GetFromJsonAsync<List<RecordedRequest>>(
            _browser, $"{Address}/_sim/requests"))!.Where(request => request.Method == method)];

    public static DateTime Instant(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _app.DisposeAsync();
    }
}

internal sealed record ClockedSubscription(string Clock, string Customer, string Id, Stripe.Checkout.Session Session);
