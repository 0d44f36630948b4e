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
    public Task<HttpResponseMessage> PayAsync(string url, string card = "4242 4242 4242 4242", string expiry = "12 / 34", string cvc = "123") =>
        PostAsync(url, new() { ["email"] = "pay@acme.example", ["cardNumber"] = card, ["cardExpiry"] = expiry, ["cardCvc"] = cvc, ["billingName"] = "Acme" });

    public Task<HttpResponseMessage> PostAsync(string url, Dictionary<string, string> fields) => _browser.PostAsync(url, new FormUrlEncodedContent(fields));

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

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _app.DisposeAsync();
    }
}
