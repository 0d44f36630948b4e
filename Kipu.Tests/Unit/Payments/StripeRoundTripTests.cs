using System.Text.Json.Nodes;
using Stripe;

namespace Kipu.Tests;

/// <summary>What the simulator sends is what the official library reads: nothing is lost, nothing has another type.</summary>
public sealed class StripeRoundTripTests : IAsyncLifetime
{
    /// <summary>The library drops this one by design.</summary>
    private static readonly HashSet<string> Dropped = ["total_count"];

    private StripeSimulatorHost _stripe = null!;

    public async ValueTask InitializeAsync() => _stripe = await StripeSimulatorHost.StartAsync();

    public async ValueTask DisposeAsync() => await _stripe.DisposeAsync();

    [Fact]
    public async Task Every_object_of_a_subscription_s_life_comes_through_the_official_library_whole()
    {
        var subscription = await _stripe.SubscribeAsync(card: "4000000000000259");
        await _stripe.AdvanceAsync(subscription.Clock, "2027-04-16T00:00:00Z");
        var price = await _stripe.CreatePriceAsync(9900);
        var item = (await _stripe.ReadAsync(subscription)).Items.Data[0].Id;
        var changed = await _stripe.Api.Subscriptions.UpdateAsync(
            subscription.Id, new() { Items = [new() { Id = item, Price = price.Id }], ProrationBehavior = "always_invoice" });
        var schedule = await _stripe.Api.SubscriptionSchedules.CreateAsync(new() { FromSubscription = subscription.Id });
        var payment = (await _stripe.Api.InvoicePayments.ListAsync(new() { Invoice = changed.LatestInvoiceId })).Single();
        var intent = await _stripe.Api.PaymentIntents.GetAsync(payment.Payment.PaymentIntentId);
        var plain = await _stripe.SubscribeAsync();
        var refund = await _stripe.Api.Refunds.CreateAsync(new()
        {
            PaymentIntent = (
                await _stripe.Api.InvoicePayments.ListAsync(new() { Invoice = plain.Session.InvoiceId })).Single().Payment.PaymentIntentId,
        });

        Check(await _stripe.Api.Customers.GetAsync(subscription.Customer));
        Check(await _stripe.Api.Products.GetAsync(price.ProductId));
        Check(await _stripe.Api.Prices.GetAsync(price.Id));
        Check(await _stripe.Api.Checkout.Sessions.GetAsync(
            subscription.Session.Id, new() { Expand = ["line_items", "subscription", "invoice"] }));
        Check(await _stripe.ReadAsync(subscription, "latest_invoice.payments", "default_payment_method"));
        Check(await _stripe.Api.Invoices.GetAsync(changed.LatestInvoiceId));
        Check(await _stripe.Api.Invoices.CreatePreviewAsync(new() { Subscription = subscription.Id }));
        Check(await _stripe.Api.InvoicePayments.GetAsync(payment.Id));
        Check(intent);
        Check(await _stripe.Api.Charges.GetAsync(intent.LatestChargeId));
        Check(await _stripe.Api.PaymentMethods.GetAsync(intent.PaymentMethodId));
        Check(await _stripe.Api.Refunds.GetAsync(refund.Id));
        Check((await _stripe.Api.Disputes.ListAsync()).First());
        Check(await _stripe.Api.SubscriptionSchedules.GetAsync(schedule.Id));
        Check(await _stripe.Api.TestHelpers.TestClocks.GetAsync(subscription.Clock));
        Check(await _stripe.Api.BillingPortal.Sessions.CreateAsync(new() { Customer = subscription.Customer }));
    }

    [Fact]
    public async Task Every_event_has_an_object_that_the_official_library_knows()
    {
        var subscription = await _stripe.SubscribeAsync(card: "4000000000005423");
        await _stripe.AdvanceAsync(subscription.Clock, "2027-05-02T00:00:00Z");

        var events = await _stripe.EventsAsync();

        Assert.All(events, item =>
        {
            Assert.NotNull(item.Data.Object);
            Assert.Equal("2026-10-28.endive", item.ApiVersion);
        });
        Assert.Equal(events[0].Id, (await _stripe.Api.Events.GetAsync(events[0].Id)).Id);
        var older = await _stripe.Api.Events.ListAsync(new() { StartingAfter = events[5].Id, Limit = 100 });
        Assert.Equal(events[..5].Select(e => e.Id).Reverse(), older.Data.Select(e => e.Id));
        var newer = await _stripe.Api.Events.ListAsync(new() { EndingBefore = events[^4].Id, Limit = 100 });
        Assert.Equal(events[^3..].Select(e => e.Id).Reverse(), newer.Data.Select(e => e.Id));
    }

    private static void Check(StripeEntity entity)
    {
        var sent = entity.StripeResponse is null ? null : JsonNode.Parse(entity.StripeResponse.Content);
        if (sent is null) return;
        var read = JsonNode.Parse(entity.ToJson());
        var lost = new List<string>();
        Compare(sent, read, (string?)sent["object"] ?? "", lost);
        Assert.True(lost.Count == 0, string.Join('\n', lost));
    }

    private static void Compare(JsonNode? sent, JsonNode? read, string path, List<string> lost)
    {
        switch (sent)
        {
            case null:
                break;
            case JsonObject owner:
                foreach (var (name, value) in owner.Where(pair => !Dropped.Contains(pair.Key)))
                {
                    if (value is not null) Compare(value, read is JsonObject other ? other[name] : null, $"{path}.{name}", lost);
                }

                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++) Compare(items[i], read is JsonArray others
                    && i < others.Count ? others[i] : null, $"{path}[{i}]", lost);
                break;
            default:
                if (!JsonNode.DeepEquals(sent, read))
                    lost.Add($"{path}: sent {sent.ToJsonString()}, read {read?.ToJsonString() ?? "nothing"}");
                break;
        }
    }
}
