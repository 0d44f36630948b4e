using System.Net;
using System.Net.Http.Json;
using Kipu.Simulators;
using Stripe;

namespace Kipu.Tests;

public sealed class StripeWebhookDeliveryTests : IAsyncLifetime
{
    private const string Secret = "whsec_kipu_simulator";
    private WebhookReceiver<(string Body, string Signature)> _receiver = null!;
    private StripeSimulatorHost _stripe = null!;

    public async ValueTask InitializeAsync()
    {
        _receiver = await WebhookReceiver<(string Body, string Signature)>.StartAsync(async request =>
            (await new StreamReader(request.Body).ReadToEndAsync(), request.Headers["Stripe-Signature"].ToString()));
        _stripe = await StripeSimulatorHost.StartAsync(_receiver.Url);
    }

    public async ValueTask DisposeAsync()
    {
        await _stripe.DisposeAsync();
        await _receiver.DisposeAsync();
    }

    [Fact]
    public async Task A_paid_checkout_sends_its_events_signed()
    {
        await _stripe.PayAsync((await _stripe.OpenCheckoutAsync()).Url);

        await Eventually.TrueAsync(() => Read().Any(e => e.Type == "checkout.session.completed"));

        var completed = (Stripe.Checkout.Session)Read().Single(e => e.Type == "checkout.session.completed").Data.Object;
        Assert.Equal("paid", completed.PaymentStatus);
        await Eventually.TrueAsync(() => Read()
            .Select(e => e.Type).ToHashSet().IsSupersetOf(["customer.subscription.created", "invoice.paid"]));
    }

    [Fact]
    public async Task An_event_that_is_not_taken_comes_again()
    {
        _receiver.Refusals = 3;

        var customer = await _stripe.Api.Customers.CreateAsync(new CustomerCreateOptions());

        await Eventually.TrueAsync(() => Read().Any(e => ((Customer)e.Data.Object).Id == customer.Id));
        await Eventually.TrueAsync(async () => (await _stripe.Api.Events.ListAsync()).Single().PendingWebhooks == 0);
    }

    [Fact]
    public async Task A_duplicate_switch_sends_the_next_event_as_often_as_it_says()
    {
        await SwitchAsync(new WebhookRule(WebhookTrouble.Duplicate, Count: 1, Times: 10));

        await _stripe.Api.Customers.CreateAsync(new CustomerCreateOptions());
        await _stripe.Api.Customers.CreateAsync(new CustomerCreateOptions());

        await Eventually.TrueAsync(() => _receiver.Received.Count == 11);
        Assert.Equal(2, Read().Select(e => e.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_dropped_event_is_listed_as_undelivered_and_comes_when_it_is_flushed()
    {
        await SwitchAsync(new WebhookRule(WebhookTrouble.Drop, Type: "customer.created", Count: 1));
        await _stripe.Api.Customers.CreateAsync(new CustomerCreateOptions());
        var undelivered = Assert.Single((await _stripe.Api.Events.ListAsync(new EventListOptions { DeliverySuccess = false })).Data);
        Assert.Empty(_receiver.Received);

        await PostAsync("/_sim/webhooks/flush");

        await Eventually.TrueAsync(() => Read().Any(e => e.Id == undelivered.Id));
    }

    [Fact]
    public async Task A_switch_for_one_customer_leaves_the_others_alone()
    {
        var (mine, other) = (await _stripe.Api.Customers.CreateAsync(new CustomerCreateOptions()), await _stripe.Api.Customers.CreateAsync(
            new CustomerCreateOptions()));
        await SwitchAsync(new WebhookRule(WebhookTrouble.Drop, Customer: mine.Id));

        await _stripe.Api.Customers.UpdateAsync(mine.Id, new CustomerUpdateOptions { Name = "lost" });
        await _stripe.Api.Customers.UpdateAsync(other.Id, new CustomerUpdateOptions { Name = "told" });

        await Eventually.TrueAsync(() => Read().Any(e => e.Type == "customer.updated"));
        Assert.Equal(other.Id, ((Customer)Read().Single(e => e.Type == "customer.updated").Data.Object).Id);
    }

    [Fact]
    public async Task A_delayed_event_is_overtaken()
    {
        await SwitchAsync(new WebhookRule(WebhookTrouble.Delay, Count: 1, Milliseconds: 300));
        var late = await _stripe.Api.Customers.CreateAsync(new CustomerCreateOptions());
        var early = await _stripe.Api.Customers.CreateAsync(new CustomerCreateOptions());

        await Eventually.TrueAsync(() => _receiver.Received.Count == 2);

        Assert.Equal([early.Id, late.Id], Read().Select(e => ((Customer)e.Data.Object).Id));
    }

    [Fact]
    public async Task Reordered_events_arrive_all_and_in_another_order()
    {
        await SwitchAsync(new WebhookRule(WebhookTrouble.Reorder, Window: 6, Milliseconds: 100, Seed: 7));
        var ids = new List<string>();
        for (var i = 0; i < 6; i++) ids.Add((await _stripe.Api.Customers.CreateAsync(new CustomerCreateOptions())).Id);

        await Eventually.TrueAsync(() => _receiver.Received.Count == 6);

        var arrived = Read().Select(e => ((Customer)e.Data.Object).Id).ToList();
        Assert.Equal(ids.Order(), arrived.Order());
        Assert.NotEqual(ids, arrived);
    }

    [Fact]
    public async Task A_wrongly_signed_event_is_not_accepted_by_the_official_client()
    {
        await SwitchAsync(new WebhookRule(WebhookTrouble.WrongSignature));

        await _stripe.Api.Customers.CreateAsync(new CustomerCreateOptions());

        await Eventually.TrueAsync(() => !_receiver.Received.IsEmpty);
        Assert.Throws<StripeException>(Read);
    }

    [Fact]
    public async Task An_event_that_was_signed_an_hour_ago_is_too_old()
    {
        await SwitchAsync(new WebhookRule(WebhookTrouble.OldTimestamp));

        await _stripe.Api.Customers.CreateAsync(new CustomerCreateOptions());

        await Eventually.TrueAsync(() => !_receiver.Received.IsEmpty);
        Assert.Throws<StripeException>(Read);
    }

    [Fact]
    public async Task While_a_secret_is_rotated_an_event_is_signed_twice_and_accepted()
    {
        await SwitchAsync(new WebhookRule(WebhookTrouble.TwoSignatures));

        await _stripe.Api.Customers.CreateAsync(new CustomerCreateOptions());

        await Eventually.TrueAsync(() => !_receiver.Received.IsEmpty);
        Assert.Equal("customer.created", Read().Single().Type);
        Assert.Equal(2, _receiver.Received.Single().Signature.Split("v1=").Length - 1);
    }

    [Fact]
    public async Task One_change_may_come_as_two_events()
    {
        await SwitchAsync(new WebhookRule(WebhookTrouble.SecondEvent, Count: 1));

        var customer = await _stripe.Api.Customers.CreateAsync(new CustomerCreateOptions());

        await Eventually.TrueAsync(() => _receiver.Received.Count == 2);
        Assert.Equal(2, Read().Select(e => e.Id).Distinct().Count());
        Assert.All(Read(), e => Assert.Equal(customer.Id, ((Customer)e.Data.Object).Id));
        Assert.Equal(2, (await _stripe.Api.Events.ListAsync()).Count());
    }

    [Fact]
    public async Task An_endpoint_made_by_the_API_gets_what_it_listens_to_with_its_own_secret()
    {
        var endpoint = await _stripe.Api.WebhookEndpoints.CreateAsync(new WebhookEndpointCreateOptions
        {
            Url = _receiver.Url,
            EnabledEvents = ["customer.deleted"],
        });
        var customer = await _stripe.Api.Customers.CreateAsync(new CustomerCreateOptions());
        await _stripe.Api.Customers.DeleteAsync(customer.Id);

        await Eventually.TrueAsync(() => _receiver.Received.Count == 3);

        var deleted = _receiver.Received.Where(r => r.Body.Contains("\"customer.deleted\"", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, deleted.Count);
        Assert.Single(deleted, r => Accepts(r, endpoint.Secret));
        Assert.Null((await _stripe.Api.WebhookEndpoints.GetAsync(endpoint.Id)).Secret);
    }

    [Fact]
    public async Task A_rule_without_an_action_is_refused()
    {
        using var client = new HttpClient();

        var response = await client.PostAsJsonAsync($"{_stripe.Address}/_sim/webhooks", new { times = 3 });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private static bool Accepts((string Body, string Signature) received, string secret) =>
        Record.Exception(() => EventUtility.ConstructEvent(received.Body, received.Signature, secret)) is null;

    private List<Event> Read() => [.. _receiver.Received.Select(r => EventUtility.ConstructEvent(r.Body, r.Signature, Secret))];

    private async Task SwitchAsync(WebhookRule rule)
    {
        using var client = new HttpClient();
        (await client.PostAsJsonAsync($"{_stripe.Address}/_sim/webhooks", rule)).EnsureSuccessStatusCode();
    }

    private async Task PostAsync(string path)
    {
        using var client = new HttpClient();
        (await client.PostAsync(_stripe.Address + path, null)).EnsureSuccessStatusCode();
    }
}
