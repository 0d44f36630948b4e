using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Kipu.Simulators;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Kipu.Tests;

/// <summary>The Mercado Pago simulator in this process, on a port of its own.</summary>
internal sealed class MercadoPagoSimulatorHost : IAsyncDisposable
{
    public const string AccessToken = "TEST-kipu-simulator";
    public const string WebhookSecret = "kipu-simulator-secret";
    private readonly WebApplication _app;
    private readonly HttpClient _client;

    private MercadoPagoSimulatorHost(WebApplication app)
    {
        _app = app;
        Address = app.Urls.Single();
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(Address) };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", AccessToken);
    }

    public string Address { get; }

    public static async Task<MercadoPagoSimulatorHost> StartAsync(string? webhookUrl = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration["MercadoPago:WebhookUrl"] = webhookUrl;
        builder.Configuration["MercadoPago:WebhookRetryDelay"] = "00:00:00.050";
        builder.AddMercadoPagoSimulator();
        var app = builder.Build();
        app.MapMercadoPagoSimulator();
        await app.StartAsync();
        return new MercadoPagoSimulatorHost(app);
    }

    public Task<JsonElement> SubscribeAsync(long amount = 119_000, string reason = "Kipu Starter") => PostAsync("/preapproval", new
    {
        reason,
        external_reference = "chk_1",
        payer_email = "pagos@acme.example",
        back_url = "https://kipu.example/ok",
        auto_recurring = new { frequency = 1, frequency_type = "months", transaction_amount = amount, currency_id = "COP" },
    });

    /// <summary>Fills in the form of the page as a browser does; the name decides what the bank says.</summary>
    public async Task<HttpStatusCode> AuthorizeAsync(string preapproval, string cardholder = "APRO")
    {
        using var answer = await _client.PostAsync(
            $"/subscriptions/checkout?preapproval_id={preapproval}", new FormUrlEncodedContent(CardOf(cardholder)));
        return answer.StatusCode;
    }

    public static Dictionary<string, string> CardOf(string cardholder) => new()
    {
        ["cardNumber"] = "5254 1336 7440 3564",
        ["cardholderName"] = cardholder,
        ["cardExpirationDate"] = "11 / 49",
        ["securityCode"] = "123",
    };

    public Task<string> ReadAsync(string path) => _client.GetStringAsync(path);

    public Task<JsonElement> GetAsync(string path) => _client.GetFromJsonAsync<JsonElement>(path);

    public async Task<JsonElement> PostAsync(string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("X-Idempotency-Key", Guid.NewGuid().ToString());
        using var answer = await _client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Turns one of the simulator's own switches.</summary>
    public async Task SwitchAsync(HttpMethod method, string path, object body)
    {
        using var request = new HttpRequestMessage(method, $"/_sim/{path}") { Content = JsonContent.Create(body) };
        using var answer = await _client.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Time passes until so many days after the next payment is due, for this subscription alone.</summary>
    public async Task RenewAsync(string preapproval, int days = 0)
    {
        var due = (await GetAsync($"/preapproval/{preapproval}")).GetProperty("next_payment_date").GetDateTimeOffset();
        var now = (await GetAsync($"/_sim/clock?customer={preapproval}")).GetProperty("now").GetInt64();
        await SwitchAsync(HttpMethod.Post, "clock", new { customer = preapproval, seconds = due.ToUnixTimeSeconds() - now + (days * 86_400) });
    }

    /// <summary>Time passes, for this subscription alone.</summary>
    public Task AgeAsync(string preapproval, int days) =>
        SwitchAsync(HttpMethod.Post, "clock", new { customer = preapproval, seconds = days * 86_400 });

    /// <summary>The instalments of a subscription with what became of their payments, oldest first.</summary>
    public async Task<List<string>> InstalmentsAsync(string preapproval)
    {
        var page = await GetAsync($"/authorized_payments/search?preapproval_id={preapproval}&limit=100");
        return [.. page.GetProperty("results").EnumerateArray().Reverse().Select(TextOf)];
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    private static string TextOf(JsonElement instalment) => string.Create(
        CultureInfo.InvariantCulture,
        $"{instalment.GetProperty("status").GetString()} {instalment.GetProperty("retry_attempt").GetInt32()} "
        + $"{(instalment.GetProperty("payment") is { ValueKind: JsonValueKind.Object } payment ? payment.GetProperty("status").GetString() : "-")}");
}
