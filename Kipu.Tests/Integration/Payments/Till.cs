using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Kipu.Simulators;
using Npgsql;
using Stripe;
using Plan = Kipu.Contracts.Plan;

namespace Kipu.Tests;

/// <summary>What a customer, Stripe, and somebody who looks into the books do at Kipu's till.</summary>
internal sealed class Till(KipuSystem kipu)
{
    private const string WebhookSecret = "whsec_kipu_simulator";
    public const string SuccessUrl = "http://localhost/welcome?session={CHECKOUT_SESSION_ID}";
    public const string CancelUrl = "http://localhost/plans";

    public static CheckoutRequest Request(Guid? organizationId = null, Plan plan = Plan.Starter) =>
        new(organizationId, plan, SuccessUrl, CancelUrl, Provider: null, organizationId is null ? "buyer@acme.example" : null);

    public static Task<HttpResponseMessage> PostAsync(HttpClient client, CheckoutRequest request, string? idempotencyKey = null)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, "/api/payments/checkout") { Content = JsonContent.Create(request) };
        if (idempotencyKey is not null) message.Headers.Add("Idempotency-Key", idempotencyKey);
        return client.SendAsync(message);
    }

    public static async Task<CheckoutResponse> OpenAsync(TestTenant tenant, Plan plan = Plan.Starter)
    {
        using var client = tenant.CreateClient("payments");
        return await (await PostAsync(client, Request(tenant.OrganizationId, plan))).ReadAsync<CheckoutResponse>();
    }

    public async Task<CheckoutResponse> OpenAnonymouslyAsync(Plan plan = Plan.Starter)
    {
        using var client = kipu.CreateClient("payments");
        return await (await PostAsync(client, Request(plan: plan))).ReadAsync<CheckoutResponse>();
    }

    /// <summary>Presses Pay on the provider's page.</summary>
    public async Task<HttpResponseMessage> PayAsync(CheckoutResponse checkout, string card = "4242 4242 4242 4242")
    {
        using var browser = kipu.CreateClient("stripe");
        return await browser.PostAsync($"/c/pay/{checkout.SessionId}", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["email"] = "buyer@acme.example",
            ["cardNumber"] = card,
            ["cardExpiry"] = "12/34",
            ["cardCvc"] = "123",
        }));
    }

    /// <summary>What the success page is told.</summary>
    public async Task<CheckoutState> LookAsync(CheckoutResponse checkout)
    {
        using var client = kipu.CreateClient("payments");
        return await (await client.GetAsync($"/api/payments/checkout/{checkout.SessionId}")).ReadAsync<CheckoutState>();
    }

    /// <summary>Waits on the success page for the code.</summary>
    public async Task<string> WaitForCodeAsync(CheckoutResponse checkout)
    {
        CheckoutState? state = null;
        await KipuSystem.WaitUntilAsync(async () => (state = await LookAsync(checkout)).Status == CheckoutStatus.Complete, "the checkout is paid");
        return state!.OrganizationCode!;
    }

    /// <summary>Buys a plan, from the choice to the code.</summary>
    public async Task<string> BuyAsync(TestTenant tenant, Plan plan = Plan.Starter)
    {
        var checkout = await OpenAsync(tenant, plan);
        Assert.Equal(HttpStatusCode.SeeOther, (await PayAsync(checkout)).StatusCode);
        return await WaitForCodeAsync(checkout);
    }

    public async Task<V1Services> StripeAsync() => new StripeClient(new StripeClientOptions
    {
        ApiKey = StripeSimulatorHost.ApiKey,
        ApiBase = (await kipu.GetEndpointAsync("stripe")).GetLeftPart(UriPartial.Authority),
    }).V1;

    /// <summary>Delivers a webhook as Stripe does; signed by whom, and when, is up to the test.</summary>
    public async Task<HttpResponseMessage> DeliverAsync(string body, string secret = WebhookSecret, DateTimeOffset? at = null)
    {
        using var client = kipu.CreateClient("payments");
        var message = new HttpRequestMessage(HttpMethod.Post, "/api/payments/webhook") { Content = new StringContent(body) };
        message.Headers.TryAddWithoutValidation("Stripe-Signature", WebhookSignature.Sign(body, secret, at ?? DateTimeOffset.UtcNow));
        return await client.SendAsync(message);
    }

    /// <summary>The bodies of Stripe's events in which an id occurs, newest first.</summary>
    public async Task<List<string>> EventsAboutAsync(string id, string? type = null)
    {
        using var client = kipu.CreateClient("stripe");
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", StripeSimulatorHost.ApiKey);
        var bodies = new List<string>();
        var query = type is null ? "limit=100" : $"limit=100&type={type}";
        for (var after = ""; ;)
        {
            var page = await client.GetFromJsonAsync<JsonElement>($"/v1/events?{query}{after}");
            var events = page.GetProperty("data").EnumerateArray().ToList();
            bodies.AddRange(events.Select(item => item.GetRawText()).Where(body => body.Contains(id, StringComparison.Ordinal)));
            if (!page.GetProperty("has_more").GetBoolean()) return bodies;
            after = $"&starting_after={events[^1].GetProperty("id").GetString()}";
        }
    }

    /// <summary>The body of the event that told of a checkout's end.</summary>
    public async Task<string> EventOfAsync(CheckoutResponse checkout) =>
        (await EventsAboutAsync(checkout.SessionId, "checkout.session.completed")).Single();

    /// <summary>How many subscriptions, payments and codes the books have for a checkout.</summary>
    public Task<(long Subscriptions, long Payments, long Codes)> CountAsync(CheckoutResponse checkout) => QueryAsync(
        """
        select (select count(*) from subscriptions s where s.checkout_id = c.id),
               (select count(*) from payments p join subscriptions s on s.id = p.subscription_id where s.checkout_id = c.id),
               (select count(*) from organization_codes o where o.checkout_id = c.id)
        from checkouts c where c.provider_session_id = $1
        """, row => (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)), checkout.SessionId);

    public async Task<T> QueryAsync<T>(string sql, Func<NpgsqlDataReader, T> read, params object[] parameters)
    {
        await using var database = NpgsqlDataSource.Create(await kipu.GetConnectionStringAsync("paymentsdb"));
        await using var command = database.CreateCommand(sql);
        foreach (var parameter in parameters) command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        await using var reader = await command.ExecuteReaderAsync();
        Assert.True(await reader.ReadAsync());
        return read(reader);
    }

    public async Task ExecuteAsync(string sql, params object[] parameters)
    {
        await using var database = NpgsqlDataSource.Create(await kipu.GetConnectionStringAsync("paymentsdb"));
        await using var command = database.CreateCommand(sql);
        foreach (var parameter in parameters) command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        await command.ExecuteNonQueryAsync();
    }
}
