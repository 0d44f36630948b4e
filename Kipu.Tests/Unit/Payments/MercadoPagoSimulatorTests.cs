using System.Net;

namespace Kipu.Tests;

public sealed class MercadoPagoSimulatorTests : IAsyncLifetime
{
    private WebhookReceiver<string> _receiver = null!;
    private MercadoPagoSimulatorHost _mercadoPago = null!;

    public async ValueTask InitializeAsync()
    {
        _receiver = await WebhookReceiver<string>.StartAsync(
            request => Task.FromResult($"{request.Query["type"]} {request.Query["data.id"]}"));
        _mercadoPago = await MercadoPagoSimulatorHost.StartAsync(_receiver.Url);
    }

    public async ValueTask DisposeAsync()
    {
        await _mercadoPago.DisposeAsync();
        await _receiver.DisposeAsync();
    }

    [Fact]
    public async Task A_year_of_renewals_is_charged_month_by_month()
    {
        var id = await SubscribedAsync("APRO");

        await _mercadoPago.AgeAsync(id, days: 366);

        Assert.Equal([.. Enumerable.Repeat("processed 0 approved", 13), "scheduled 0 -"], await _mercadoPago.InstalmentsAsync(id));
    }

    [Fact]
    public async Task A_rejected_instalment_is_tried_four_times_more_and_is_then_processed_without_being_paid()
    {
        var id = await SubscribedAsync("APRO");
        await _mercadoPago.SwitchAsync(HttpMethod.Post, $"cards/{id}", new { cardholder = "FUND" });

        await _mercadoPago.RenewAsync(id, days: 2);
        Assert.Equal("recycling 1 rejected", (await _mercadoPago.InstalmentsAsync(id))[1]);
        await _mercadoPago.AgeAsync(id, days: 10);

        Assert.Equal("processed 4 rejected", (await _mercadoPago.InstalmentsAsync(id))[1]);
        Assert.Equal("authorized", await StatusAsync(id));
    }

    [Fact]
    public async Task A_card_that_works_again_pays_the_open_instalment()
    {
        var id = await SubscribedAsync("APRO");
        await _mercadoPago.SwitchAsync(HttpMethod.Post, $"cards/{id}", new { cardholder = "FUND" });
        await _mercadoPago.RenewAsync(id, days: 2);
        await _mercadoPago.AuthorizeAsync(id, "APRO");

        await _mercadoPago.AgeAsync(id, days: 1);

        Assert.Equal("processed 2 approved", (await _mercadoPago.InstalmentsAsync(id))[1]);
    }

    [Fact]
    public async Task Three_instalments_that_nobody_pays_end_the_subscription()
    {
        var id = await SubscribedAsync("APRO");
        await _mercadoPago.SwitchAsync(HttpMethod.Post, $"cards/{id}", new { cardholder = "LOCK" });

        await _mercadoPago.AgeAsync(id, days: 110);

        Assert.Equal("cancelled", await StatusAsync(id));
        Assert.Equal(
            ["processed 0 approved", "processed 4 rejected", "processed 4 rejected", "processed 4 rejected"],
            await _mercadoPago.InstalmentsAsync(id));
    }

    [Fact]
    public async Task The_first_charge_may_come_an_hour_after_the_authorization()
    {
        await _mercadoPago.SwitchAsync(HttpMethod.Put, "billing", new { firstChargeDelay = 3600 });
        var id = await SubscribedAsync("APRO");
        Assert.Equal(["scheduled 0 -"], await _mercadoPago.InstalmentsAsync(id));

        await _mercadoPago.SwitchAsync(HttpMethod.Post, "clock", new { customer = id, seconds = 3600 });

        Assert.Equal("processed 0 approved", (await _mercadoPago.InstalmentsAsync(id))[0]);
    }

    [Fact]
    public async Task A_payment_that_waits_for_its_bank_is_decided_later()
    {
        var id = await SubscribedAsync("CONT");
        Assert.Equal(["waiting for gateway 0 in_process"], await _mercadoPago.InstalmentsAsync(id));
        var payment = (await _mercadoPago.GetAsync("/v1/payments/search?external_reference=chk_1")).GetProperty("results")[0].GetProperty("id").GetInt64();

        await _mercadoPago.SwitchAsync(HttpMethod.Post, $"payments/{payment}", new { status = "approved", statusDetail = "accredited" });

        Assert.Equal("processed 0 approved", (await _mercadoPago.InstalmentsAsync(id))[0]);
    }

    [Fact]
    public async Task A_purchase_is_told_of_by_all_its_topics_until_each_is_answered()
    {
        _receiver.Refusals = 3;

        var id = await SubscribedAsync("APRO");

        await Eventually.TrueAsync(() => Topics().SetEquals(["subscription_preapproval", "subscription_authorized_payment", "payment"]));
        Assert.Contains($"subscription_preapproval {id}", _receiver.Received);
    }

    [Fact]
    public async Task Dropped_notifications_come_when_they_are_flushed()
    {
        await _mercadoPago.SwitchAsync(HttpMethod.Post, "webhooks", new { action = "drop", count = 1 });
        var lost = (await _mercadoPago.SubscribeAsync()).GetProperty("id").GetString()!;
        var heard = (await _mercadoPago.SubscribeAsync()).GetProperty("id").GetString()!;
        await Eventually.TrueAsync(() => _receiver.Received.Contains($"subscription_preapproval {heard}"));
        Assert.DoesNotContain($"subscription_preapproval {lost}", _receiver.Received);

        await _mercadoPago.SwitchAsync(HttpMethod.Post, "webhooks/flush", new { });

        await Eventually.TrueAsync(() => _receiver.Received.Contains($"subscription_preapproval {lost}"));
    }

    [Fact]
    public async Task A_notification_can_come_many_times_and_as_another_one_of_the_same()
    {
        await _mercadoPago.SwitchAsync(HttpMethod.Post, "webhooks", new { action = "duplicate", times = 3 });
        await _mercadoPago.SwitchAsync(HttpMethod.Post, "webhooks", new { action = "second_event" });

        await _mercadoPago.SubscribeAsync();

        await Eventually.TrueAsync(() => _receiver.Received.Count == 4);
    }

    [Fact]
    public async Task The_page_says_what_it_is_what_is_paid_and_which_names_decide()
    {
        var id = (await _mercadoPago.SubscribeAsync()).GetProperty("id").GetString()!;

        var page = await _mercadoPago.ReadAsync($"/subscriptions/checkout?preapproval_id={id}");

        Assert.Contains("Simulator: this is not Mercado Pago", page, StringComparison.Ordinal);
        Assert.Contains("$ 119.000 COP", page, StringComparison.Ordinal);
        Assert.Contains("<label for=\"cardholderName\">", page, StringComparison.Ordinal);
        Assert.Contains("FUND", page, StringComparison.Ordinal);
    }

    private HashSet<string> Topics() => [.. _receiver.Received.Select(text => text.Split(' ')[0])];

    private async Task<string> StatusAsync(string id) => (await _mercadoPago.GetAsync($"/preapproval/{id}")).GetProperty("status").GetString()!;

    private async Task<string> SubscribedAsync(string cardholder)
    {
        var id = (await _mercadoPago.SubscribeAsync()).GetProperty("id").GetString()!;
        Assert.Equal(HttpStatusCode.SeeOther, await _mercadoPago.AuthorizeAsync(id, cardholder));
        return id;
    }
}
