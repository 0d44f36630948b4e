using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Kipu.Simulators;

namespace Kipu.Tests;

[Collection(StripeWebhooks.Name)]
public sealed class WebhookTests(KipuSystem kipu)
{
    private readonly Till _till = new(kipu);

    [Fact]
    public async Task The_same_webhook_ten_times_in_parallel_gives_one_payment_and_one_code()
    {
        var checkout = await _till.OpenAnonymouslyAsync();
        await _till.PayAsync(checkout);
        var body = await _till.EventOfAsync(checkout);

        var responses = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _till.DeliverAsync(body)));

        foreach (var response in responses) Assert.True((await response.ReadAsync<WebhookReceipt>()).Received);
        await _till.WaitForCodeAsync(checkout);
        Assert.Equal((1, 1, 1), await _till.CountAsync(checkout));
        await KipuSystem.WaitUntilAsync(
            () => _till.QueryAsync(
                "select count(*) from webhook_events where object_id = $1 and processed_at is null", row => row.GetInt64(0) == 0, checkout.SessionId),
            "the event is noted as processed");
        Assert.Equal(1, await _till.QueryAsync("select count(*) from webhook_events where object_id = $1", row => row.GetInt64(0), checkout.SessionId));
    }

    [Fact]
    public async Task Redirect_and_webhooks_race_and_everybody_sees_the_same_code()
    {
        var checkouts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _till.OpenAnonymouslyAsync()));

        await Task.WhenAll(checkouts.Select(async checkout =>
        {
            await _till.PayAsync(checkout);
            var codes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _till.WaitForCodeAsync(checkout)));
            Assert.Single(codes.Distinct());
        }));

        foreach (var checkout in checkouts) Assert.Equal((1, 1, 1), await _till.CountAsync(checkout));
    }

    [Fact]
    public async Task Late_repeated_and_reordered_events_of_a_purchase_change_nothing_twice()
    {
        var checkout = await _till.OpenAnonymouslyAsync();
        await _till.PayAsync(checkout);
        var code = await _till.WaitForCodeAsync(checkout);
        var stripe = await _till.StripeAsync();
        var session = await stripe.Checkout.Sessions.GetAsync(checkout.SessionId);
        var events = await _till.EventsAboutAsync(session.SubscriptionId);

        // Each of them with an id of its own: as if Stripe had made a second event of the same change.
        var again = events.Select((body, index) => body.Replace("\"evt_", $"\"evt_{index}again", StringComparison.Ordinal)).Reverse();
        await Task.WhenAll(again.Select(body => _till.DeliverAsync(body)));

        await KipuSystem.WaitUntilAsync(
            () => _till.QueryAsync(
                "select count(*) from webhook_events where object_id in ($1, $2) and processed_at is null", row => row.GetInt64(0) == 0,
                checkout.SessionId, session.SubscriptionId),
            "all events are processed");
        Assert.Equal((1, 1, 1), await _till.CountAsync(checkout));
        Assert.Equal(code, (await _till.LookAsync(checkout)).OrganizationCode);
    }

    [Fact]
    public async Task News_of_a_purchase_that_come_again_after_an_upgrade_or_after_another_purchase_are_worked_on_and_change_nothing()
    {
        var subscriber = await Subscriber.BuyAsync(kipu, Plan.Starter);
        var completed = (await _till.EventsAboutAsync(subscriber.SubscriptionId, "checkout.session.completed")).Single();
        await subscriber.ChangeAsync(Plan.Professional);
        await subscriber.WaitForAsync(Plan.Professional, OrganizationStatus.Active);

        await DeliverAgainAsync(completed);

        Assert.Equal([Plan.Professional, Plan.Starter], (await subscriber.HistoryAsync()).Select(payment => payment.Plan));
        await subscriber.PostAsync("subscription/cancel", new CancelSubscriptionRequest(AtPeriodEnd: false));
        await subscriber.WaitForAsync(Plan.Free, OrganizationStatus.Active);
        await _till.BuyAsync(subscriber.Tenant, Plan.Enterprise);

        await DeliverAgainAsync(completed);

        var organization = await subscriber.WaitForAsync(Plan.Enterprise, OrganizationStatus.Active);
        Assert.Equal(SubscriptionStatus.Active, organization.Subscription!.Status);
        Assert.All(await subscriber.HistoryAsync(), payment => Assert.Equal(0, payment.RefundedMinor));
    }

    [Fact]
    public async Task When_every_webhook_is_lost_the_success_page_finds_the_payment()
    {
        var checkout = await _till.OpenAnonymouslyAsync();

        await PayUnheardAsync(checkout);

        Assert.NotNull(await _till.WaitForCodeAsync(checkout));
        Assert.Equal(0, await WebhooksOfAsync(checkout));
    }

    [Fact]
    public async Task When_every_webhook_is_lost_and_nobody_comes_back_reconciliation_finds_the_payment()
    {
        var checkout = await _till.OpenAnonymouslyAsync();
        await PayUnheardAsync(checkout);

        await _till.ExecuteAsync("update checkouts set created_at = created_at - interval '5 minutes' where provider_session_id = $1", checkout.SessionId);

        await KipuSystem.WaitUntilAsync(
            () => _till.QueryAsync("select stage from checkouts where provider_session_id = $1", row => row.GetString(0) == "Complete", checkout.SessionId),
            "open checkouts are compared with Stripe by the clock");
        Assert.Equal((1, 1, 1), await _till.CountAsync(checkout));
        Assert.Equal(0, await WebhooksOfAsync(checkout));
    }

    [Fact]
    public async Task What_Stripe_did_not_sign_for_us_is_refused()
    {
        using var client = kipu.CreateClient("payments");
        var body = """{"id":"evt_forged","type":"checkout.session.completed","data":{"object":{"id":"cs_test_forged"}}}""";

        await (await client.PostAsync("/api/payments/webhook", new StringContent(body))).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_signature");
        await (await _till.DeliverAsync(body, secret: "whsec_other")).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_signature");
        await (await _till.DeliverAsync(body, at: DateTimeOffset.UtcNow.AddMinutes(-10))).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_signature");
        await (await _till.DeliverAsync("not json")).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_signature");
        await (await _till.DeliverAsync("[]")).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_signature");
        await (await client.PostAsync("/api/payments/webhook", null)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_signature");
        // One that sends on while it is refused may find the connection closed before it reads the refusal: this one asks first.
        using var large = new HttpRequestMessage(HttpMethod.Post, "/api/payments/webhook") { Content = new ByteArrayContent(new byte[2_000_000]) };
        large.Headers.ExpectContinue = true;
        await (await client.SendAsync(large)).ShouldBeProblemAsync(HttpStatusCode.RequestEntityTooLarge, "payload_too_large");
        Assert.Equal(0, await _till.QueryAsync("select count(*) from webhook_events where event_id = 'evt_forged'", row => row.GetInt64(0)));
    }

    [Fact]
    public async Task An_event_that_concerns_nothing_of_ours_is_taken_and_left()
    {
        var id = $"evt_{Guid.NewGuid():N}";

        var response = await _till.DeliverAsync($$$"""{"id":"{{{id}}}","type":"checkout.session.completed","data":{"object":{"id":"cs_test_{{{id}}}"} } }""");

        Assert.True((await response.ReadAsync<WebhookReceipt>()).Received);
        await KipuSystem.WaitUntilAsync(
            () => _till.QueryAsync("select count(*) from webhook_events where event_id = $1 and processed_at is not null", row => row.GetInt64(0) == 1, id), "it is seen to");
    }

    /// <summary>Pays while Stripe's webhooks get lost. Others who pay at the same moment lose theirs too, and have to cope.</summary>
    private async Task PayUnheardAsync(CheckoutResponse checkout)
    {
        using var stripe = kipu.CreateClient("stripe");
        (await stripe.PostAsJsonAsync("/_sim/webhooks", new WebhookRule(WebhookTrouble.Drop))).EnsureSuccessStatusCode();
        try
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await _till.PayAsync(checkout)).StatusCode);
        }
        finally
        {
            (await stripe.DeleteAsync("/_sim/webhooks")).EnsureSuccessStatusCode();
        }
    }

    /// <summary>Delivers an event with an id of its own, as if Stripe had made another of the same change, and waits until it is worked on.</summary>
    private async Task DeliverAgainAsync(string body)
    {
        var id = $"evt_{Guid.NewGuid():N}";
        var known = JsonElement.Parse(body).GetProperty("id").GetString()!;
        await _till.DeliverAsync(body.Replace(known, id, StringComparison.Ordinal));
        await KipuSystem.WaitUntilAsync(
            () => _till.QueryAsync("select processed_at is not null from webhook_events where event_id = $1", row => row.GetBoolean(0), id),
            "the event is worked on");
    }

    private Task<long> WebhooksOfAsync(CheckoutResponse checkout) =>
        _till.QueryAsync("select count(*) from webhook_events where object_id = $1 and source = 'Webhook'", row => row.GetInt64(0), checkout.SessionId);
}
