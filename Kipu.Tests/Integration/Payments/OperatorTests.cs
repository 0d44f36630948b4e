using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Kipu.Payments;

namespace Kipu.Tests;

[Collection(StripeWebhooks.Name)]
public sealed class OperatorTests(KipuSystem kipu)
{
    private readonly Till _till = new(kipu);
    private readonly Operator _operator = new(kipu);

    [Fact]
    public async Task The_fate_of_each_event_can_be_seen()
    {
        using var client = await _operator.CreateClientAsync();
        var (ours, noise) = (Id(), Id());
        await _till.DeliverAsync($$"""{"id":"{{noise}}","type":"payment_intent.succeeded","data":{"object":{"id":"pi_1"} } }""");
        await _till.DeliverAsync($$"""{"id":"{{ours}}","type":"customer.subscription.updated","data":{"object":{"id":"sub_{{ours}}"} } }""");

        Assert.Equal("ignored", (await ReadAsync(client, noise)).Fate);
        await KipuSystem.WaitUntilAsync(async () => (await ReadAsync(client, ours)).Fate == "processed", "the event is worked on");
        var processed = await ReadAsync(client, ours);
        Assert.Equal(("webhook", "subscription", $"sub_{ours}", 1), (processed.Source, processed.Kind, processed.ObjectId, processed.Attempts));
        var page = await client.GetFromJsonAsync<Page<WebhookEventInfo>>("/internal/payments/events?fate=ignored&limit=200");
        Assert.All(page!.Items, item => Assert.Equal("ignored", item.Fate));
        await (await client.GetAsync("/internal/payments/events?fate=lost")).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "validation_failed");
        await (await client.PostAsync("/internal/payments/reconcile?provider=acme", null)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "validation_failed");
        await (await client.GetAsync("/internal/payments/events/evt_none")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "event_not_found");
    }

    [Fact]
    public async Task An_event_that_never_arrived_is_fetched_and_worked_on_by_a_replay()
    {
        using var client = await _operator.CreateClientAsync();
        var (checkout, eventId) = await PayUnheardAsync();

        var replayed = await (await client.PostAsync($"/internal/payments/events/{eventId}/replay", null)).ReadAsync<WebhookEventInfo>();

        Assert.Equal(("replay", checkout.SessionId), (replayed.Source, replayed.ObjectId));
        await WaitUntilFulfilledAsync(checkout);
        var again = await (await client.PostAsync($"/internal/payments/events/{eventId}/replay", null)).ReadAsync<WebhookEventInfo>();
        Assert.Equal(1, again.Replays);
        await KipuSystem.WaitUntilAsync(async () => (await ReadAsync(client, eventId)).Fate == "processed", "the event is worked on once more");
        Assert.Equal((1, 1, 1), await _till.CountAsync(checkout));
        await (await client.PostAsync("/internal/payments/events/evt_none/replay", null)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "event_not_found");
    }

    [Fact]
    public async Task The_services_program_replays_an_event_from_the_command_line()
    {
        var (checkout, eventId) = await PayUnheardAsync();

        var (exitCode, output) = await RunAsync("--replay", eventId);

        Assert.True(exitCode == 0, output);
        Assert.Contains(checkout.SessionId, output, StringComparison.Ordinal);
        await WaitUntilFulfilledAsync(checkout);
        Assert.Equal(1, (await RunAsync("--replay", "evt_none")).ExitCode);
    }

    [Fact]
    public async Task What_operators_do_is_closed_to_everybody_else()
    {
        using var client = kipu.CreateClient("payments");

        foreach (var (method, path) in new[] { (HttpMethod.Get, "events"), (HttpMethod.Post, "events/evt_1/replay"), (HttpMethod.Post, "reconcile") })
        {
            using var request = new HttpRequestMessage(method, $"/internal/payments/{path}");
            await (await client.SendAsync(request)).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "internal_token_required");
        }
    }

    [Fact]
    public async Task An_organization_made_from_a_code_that_was_not_bought_here_is_noted_and_left_alone()
    {
        var (organization, hash) = ((await kipu.SignUpAsync()).OrganizationId, Id());

        await _till.ExecuteAsync("insert into code_claims (organization_id, code_hash, at) values ($1, $2, now())", organization, hash);
        await _till.ExecuteAsync(
            """
            insert into sync_tasks (id, provider, kind, object_id, version, done_version, due, raised_at, attempts)
            values (gen_random_uuid(), 'stripe', 'Claim', $1, 1, 0, now(), now(), 0)
            """, hash);

        await KipuSystem.WaitUntilAsync(
            () => _till.QueryAsync("select done_version = version and problem is null from sync_tasks where object_id = $1", row => row.GetBoolean(0), hash),
            "it is not tried again and again");
    }

    private async Task<(CheckoutResponse Checkout, string EventId)> PayUnheardAsync()
    {
        var checkout = await _till.OpenAnonymouslyAsync();
        await _operator.UnheardAsync(() => _till.PayAsync(checkout));
        var body = await _till.EventOfAsync(checkout);
        using var json = System.Text.Json.JsonDocument.Parse(body);
        return (checkout, json.RootElement.GetProperty("id").GetString()!);
    }

    private Task WaitUntilFulfilledAsync(CheckoutResponse checkout) => KipuSystem.WaitUntilAsync(
        () => _till.QueryAsync("select stage from checkouts where provider_session_id = $1", row => row.GetString(0) == "Complete", checkout.SessionId),
        "the checkout is fulfilled");

    private static async Task<WebhookEventInfo> ReadAsync(HttpClient client, string eventId) =>
        await (await client.GetAsync($"/internal/payments/events/{eventId}")).ReadAsync<WebhookEventInfo>();

    private async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(PaymentsDbContext).Assembly.Location, .. arguments]) { RedirectStandardOutput = true };
        start.Environment["ConnectionStrings__paymentsdb"] = await kipu.GetConnectionStringAsync("paymentsdb");
        start.Environment["ConnectionStrings__redis"] = await kipu.GetConnectionStringAsync("redis");
        start.Environment["ConnectionStrings__rabbitmq"] = await kipu.GetConnectionStringAsync("rabbitmq");
        start.Environment["Database__AppPassword"] = await kipu.GetParameterAsync("database-app-password");
        start.Environment["Codes__HashKey"] = await kipu.GetParameterAsync("codes-hash-key");
        start.Environment["Internal__Token"] = await kipu.GetParameterAsync("internal-token");
        start.Environment["Stripe__ApiKey"] = StripeSimulatorHost.ApiKey;
        start.Environment["Stripe__ApiBase"] = (await kipu.GetEndpointAsync("stripe")).GetLeftPart(UriPartial.Authority);
        start.Environment["Stripe__WebhookSecret"] = "whsec_unused";
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }

    private static string Id() => $"evt_{Guid.NewGuid():N}";
}
