using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Kipu.Benchmarks;

/// <summary>Webhooks about purchases that were really made, so that each of them means work.</summary>
internal sealed class StripeEvents(IReadOnlyList<(string Id, string Body)> events, string secret)
{
    private int _last;

    /// <summary>Buys plans, and takes the events that told of it.</summary>
    public static async Task<StripeEvents> BuyAsync(BenchmarkSystem system, int purchases, CancellationToken cancellationToken)
    {
        using var payments = new HttpClient { BaseAddress = system.EndpointOf("payments") };
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var stripe = new HttpClient(handler) { BaseAddress = system.EndpointOf("stripe") };
        stripe.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer", await system.ParameterAsync("stripe-api-key", cancellationToken));
        for (var i = 0; i < purchases; i++) await BuyAsync(payments, stripe, cancellationToken);

        var page = await stripe.GetFromJsonAsync<JsonElement>(
            new Uri($"/v1/events?type=checkout.session.completed&limit={purchases}", UriKind.Relative), cancellationToken);
        return new(
            [.. page.GetProperty("data").EnumerateArray().Select(item => (item.GetProperty("id").GetString()!, item.GetRawText()))],
            await system.ParameterAsync("stripe-webhook-secret", cancellationToken));
    }

    /// <summary>News that have never come before, of one purchase after the other.</summary>
    public HttpRequestMessage New()
    {
        var (id, body) = Next();
        return Write(body.Replace(id, $"evt_{Guid.NewGuid():N}", StringComparison.Ordinal), secret);
    }

    /// <summary>An event that has come before.</summary>
    public HttpRequestMessage Known() => Write(Next().Body, secret);

    /// <summary>An event that somebody else has signed.</summary>
    public HttpRequestMessage Forged() => Write(Next().Body, "whsec_other");

    private (string Id, string Body) Next() => events[(int)((uint)Interlocked.Increment(ref _last) % events.Count)];

    private static HttpRequestMessage Write(string body, string secret)
    {
        var seconds = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{seconds}.{body}"));
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/payments/webhook", UriKind.Relative))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("Stripe-Signature", $"t={seconds},v1={Convert.ToHexStringLower(mac)}");
        return request;
    }

    private static async Task BuyAsync(HttpClient payments, HttpClient stripe, CancellationToken cancellationToken)
    {
        var checkouts = new Uri("/api/payments/checkout", UriKind.Relative);
        var order = new CheckoutRequest(
            OrganizationId: null, Plan.Starter, "http://localhost/welcome", "http://localhost/plans", Provider: null, "bench@example.com");
        using var opened = await payments.PostAsJsonAsync(checkouts, order, cancellationToken);
        opened.EnsureSuccessStatusCode();
        var session = (await opened.Content.ReadFromJsonAsync<CheckoutResponse>(cancellationToken))!.SessionId;

        using var card = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["email"] = "bench@example.com",
            ["cardNumber"] = "4242 4242 4242 4242",
            ["cardExpiry"] = "12/34",
            ["cardCvc"] = "123",
        });
        using var paid = await stripe.PostAsync(new Uri($"/c/pay/{session}", UriKind.Relative), card, cancellationToken);
        if (paid.StatusCode != HttpStatusCode.SeeOther) throw new HttpRequestException($"A purchase was answered {paid.StatusCode}.");
        while ((await payments.GetFromJsonAsync<CheckoutState>(new Uri($"{checkouts}/{session}", UriKind.Relative), cancellationToken))!.Status
            != CheckoutStatus.Complete)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
        }
    }
}
