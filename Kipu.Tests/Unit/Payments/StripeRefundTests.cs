using System.Text.Json.Nodes;
using Stripe;

namespace Kipu.Tests;

public sealed class StripeRefundTests : IAsyncLifetime
{
    private StripeSimulatorHost _stripe = null!;

    public async ValueTask InitializeAsync() => _stripe = await StripeSimulatorHost.StartAsync();

    public async ValueTask DisposeAsync() => await _stripe.DisposeAsync();

    [Fact]
    public async Task Money_goes_back_in_parts_and_never_more_than_was_paid()
    {
        var (subscription, intent) = await PaidAsync();

        await _stripe.Api.Refunds.CreateAsync(
            new RefundCreateOptions { PaymentIntent = intent, Amount = 900, Reason = "requested_by_customer" });
        var charge = (await _stripe.Api.PaymentIntents.GetAsync(intent, new() { Expand = ["latest_charge"] })).LatestCharge;
        Assert.Equal((900, false), (charge.AmountRefunded, charge.Refunded));
        Assert.Equal("amount_too_large", await CodeAsync(new() { PaymentIntent = intent, Amount = 2001 }));
        var rest = await _stripe.Api.Refunds.CreateAsync(new RefundCreateOptions { PaymentIntent = intent });

        Assert.Equal(2000, rest.Amount);
        Assert.Equal("charge_already_refunded", await CodeAsync(new() { Charge = charge.Id }));
        Assert.Equal(["refund.created", "charge.refunded", "refund.created", "charge.refunded"],
            (await _stripe.EventsAsync("refund.created", "charge.refunded")).Select(e => e.Type));
        Assert.Equal("active", (await _stripe.ReadAsync(subscription)).Status);
        Assert.Equal(2, (await _stripe.Api.Refunds.ListAsync(new() { PaymentIntent = intent })).Count());
    }

    [Theory]
    [InlineData("4000000000007726", "pending", "succeeded", 2900)]
    [InlineData("4000000000005126", "succeeded", "failed", 0)]
    public async Task A_refund_s_fate_may_show_later(string card, string first, string last, long refunded)
    {
        var (subscription, intent) = await PaidAsync(card);
        var refund = await _stripe.Api.Refunds.CreateAsync(new RefundCreateOptions { PaymentIntent = intent });
        Assert.Equal(first, refund.Status);

        await _stripe.AdvanceAsync(subscription.Clock, "2027-04-02T00:00:00Z");

        Assert.Equal(last, (await _stripe.Api.Refunds.GetAsync(refund.Id)).Status);
        Assert.Equal(refunded, (await _stripe.Api.Charges.GetAsync(refund.ChargeId)).AmountRefunded);
        Assert.Single(await _stripe.EventsAsync(last == "failed" ? "refund.failed" : "refund.updated"));
    }

    [Theory]
    [InlineData("winning_evidence", "won", "charge.dispute.funds_reinstated")]
    [InlineData("losing_evidence", "lost", "charge.dispute.closed")]
    public async Task A_dispute_is_decided_by_the_evidence(string evidence, string status, string type)
    {
        var (_, intent) = await PaidAsync("4000000000000259");
        var dispute = (await _stripe.Api.Disputes.ListAsync(new() { PaymentIntent = intent })).Single();
        Assert.Equal(("needs_response", 2900), (dispute.Status, dispute.Amount));

        await _stripe.Api.Disputes.UpdateAsync(
            dispute.Id, new DisputeUpdateOptions { Evidence = new() { UncategorizedText = evidence }, Submit = true });

        Assert.Equal(status, (await _stripe.Api.Disputes.GetAsync(dispute.Id)).Status);
        Assert.Contains(type, (await _stripe.EventsAsync()).Select(e => e.Type));
        Assert.True((await _stripe.Api.Charges.GetAsync(dispute.ChargeId)).Disputed);
    }

    [Fact]
    public async Task A_switch_opens_and_decides_a_dispute_of_any_payment()
    {
        var (_, intent) = await PaidAsync();
        var charge = (await _stripe.Api.PaymentIntents.GetAsync(intent)).LatestChargeId;

        var opened = JsonNode.Parse(await _stripe.SwitchAsync("disputes", new { charge }))!;
        await _stripe.SwitchAsync($"disputes/{(string)opened["id"]!}", new { won = false });

        Assert.Equal("lost", (await _stripe.Api.Disputes.GetAsync((string)opened["id"]!)).Status);
        Assert.Equal("charge_disputed", await CodeAsync(new() { Charge = charge }));
    }

    [Fact]
    public async Task A_bank_may_renew_a_card_by_itself()
    {
        var subscription = await _stripe.SubscribeAsync();
        var method = (await _stripe.ReadAsync(subscription)).DefaultPaymentMethodId;

        await _stripe.SwitchAsync($"cards/{method}", new { month = 7, year = 2051 });

        Assert.Equal(2051, (await _stripe.Api.PaymentMethods.GetAsync(method)).Card.ExpYear);
        Assert.Single(await _stripe.EventsAsync("payment_method.automatically_updated"));
    }

    [Fact]
    public async Task A_bank_may_warn_of_fraud()
    {
        await PaidAsync("4000000000005423");

        Assert.Single(await _stripe.EventsAsync("radar.early_fraud_warning.created"));
    }

    private async Task<(ClockedSubscription Subscription, string Intent)> PaidAsync(string card = "4242424242424242")
    {
        var subscription = await _stripe.SubscribeAsync(card: card);
        var payments = await _stripe.Api.InvoicePayments.ListAsync(new() { Invoice = subscription.Session.InvoiceId });
        return (subscription, payments.Single().Payment.PaymentIntentId);
    }

    private async Task<string> CodeAsync(RefundCreateOptions options) =>
        (await Assert.ThrowsAsync<StripeException>(() => _stripe.Api.Refunds.CreateAsync(options))).StripeError.Code;
}
