using System.Net;
using System.Net.Http.Json;
using Kipu.Simulators;

namespace Kipu.Tests;

[Collection(MercadoPagoNotifications.Name)]
public sealed class MercadoPagoCheckoutTests(KipuSystem kipu)
{
    private readonly Operator _operator = new(kipu);

    [Fact]
    public async Task An_owner_who_authorizes_the_subscription_gets_the_plan_and_one_code()
    {
        var subscriber = await MercadoPagoSubscriber.OpenAsync(kipu, Plan.Professional);

        var back = await subscriber.AuthorizeAsync();

        Assert.Equal(HttpStatusCode.SeeOther, back.StatusCode);
        Assert.Equal(
            $"http://localhost/welcome?session={subscriber.Id}&preapproval_id={subscriber.Id}", back.Headers.Location!.OriginalString);
        Assert.NotNull(await subscriber.Till.WaitForCodeAsync(subscriber.Checkout));
        await subscriber.WaitForAsync(Plan.Professional, OrganizationStatus.Active);
        var payment = Assert.Single(await subscriber.HistoryAsync());
        Assert.Equal(
            ("mercadopago", PaymentKind.First, 39_900_000, "cop", Plan.Professional),
            (payment.Provider, payment.Kind, payment.AmountMinor, payment.Currency, payment.Plan));
        Assert.Equal((1, 1, 1), await subscriber.Till.CountAsync(subscriber.Checkout));
    }

    [Fact]
    public async Task Repeated_and_reordered_notifications_give_one_payment_and_one_code()
    {
        var subscriber = await MercadoPagoSubscriber.OpenAsync(kipu);
        await subscriber.TroubleAsync(WebhookTrouble.Duplicate);
        await subscriber.TroubleAsync(WebhookTrouble.SecondEvent);
        await subscriber.TroubleAsync(WebhookTrouble.Reorder);

        await subscriber.AuthorizeAsync();

        var code = await subscriber.Till.WaitForCodeAsync(subscriber.Checkout);
        await KipuSystem.WaitUntilAsync(
            () => subscriber.Till.QueryAsync(
                "select count(*) from webhook_events where object_id = $1 and processed_at is not null",
                row => row.GetInt64(0) >= 2, subscriber.Id),
            "the notifications have come");
        await subscriber.SettleAsync();
        Assert.Equal((1, 1, 1), await subscriber.Till.CountAsync(subscriber.Checkout));
        Assert.Equal(code, (await subscriber.Till.LookAsync(subscriber.Checkout)).OrganizationCode);
    }

    [Fact]
    public async Task When_all_notifications_are_lost_and_nobody_comes_back_reconciliation_finds_the_payment()
    {
        var subscriber = await MercadoPagoSubscriber.OpenAsync(kipu);
        await subscriber.TroubleAsync(WebhookTrouble.Drop);
        await subscriber.AuthorizeAsync();

        await _operator.ReconcileAsync();

        await KipuSystem.WaitUntilAsync(
            async () => await subscriber.Till.CountAsync(subscriber.Checkout) == (1, 1, 1),
            "the payment is found by searching for what has changed");
    }

    [Fact]
    public async Task A_declined_card_leaves_the_checkout_open_and_another_one_pays_it()
    {
        var subscriber = await MercadoPagoSubscriber.OpenAsync(kipu);

        Assert.Equal(HttpStatusCode.PaymentRequired, (await subscriber.AuthorizeAsync("FUND")).StatusCode);
        await subscriber.SettleAsync();

        Assert.Equal(CheckoutStatus.Open, (await subscriber.Till.LookAsync(subscriber.Checkout)).Status);
        Assert.Equal((0, 0, 0), await subscriber.Till.CountAsync(subscriber.Checkout));
        await subscriber.AuthorizeAsync();
        Assert.NotNull(await subscriber.Till.WaitForCodeAsync(subscriber.Checkout));
    }

    [Fact]
    public async Task Authorized_is_not_paid_and_processed_is_not_paid()
    {
        var subscriber = await MercadoPagoSubscriber.OpenAsync(kipu);
        await subscriber.SwitchAsync(HttpMethod.Put, "billing", new InstalmentSettings(FirstChargeDelay: 3600));
        try
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await subscriber.AuthorizeAsync("FUND")).StatusCode);
        }
        finally
        {
            await subscriber.SwitchAsync(HttpMethod.Put, "billing", new InstalmentSettings());
        }

        await WaitForAsync(subscriber, CheckoutStatus.Processing);
        await subscriber.AgeAsync(days: 12);
        await subscriber.SettleAsync();
        Assert.Equal(CheckoutStatus.Processing, (await subscriber.Till.LookAsync(subscriber.Checkout)).Status);

        await subscriber.AgeAsync(days: 100);

        await WaitForAsync(subscriber, CheckoutStatus.Expired);
        Assert.Equal((0, 0, 0), await subscriber.Till.CountAsync(subscriber.Checkout));
    }

    [Fact]
    public async Task Another_checkout_closes_the_one_before_with_whichever_provider_that_was()
    {
        var subscriber = await MercadoPagoSubscriber.OpenAsync(kipu);

        var second = await Till.OpenAsync(subscriber.Tenant);

        Assert.Equal("cancelled", await subscriber.StatusAsync());
        Assert.Equal(HttpStatusCode.Gone, (await subscriber.AuthorizeAsync()).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await subscriber.Till.PayAsync(second)).StatusCode);
        await subscriber.WaitForAsync(Plan.Starter, OrganizationStatus.Active);
    }

    [Fact]
    public async Task The_same_request_again_opens_the_same_checkout()
    {
        var tenant = await kipu.SignUpAsync();
        using var client = tenant.CreateClient("payments");
        var request = MercadoPagoSubscriber.Request(tenant.OrganizationId);

        var first = await (await Till.PostAsync(client, request, "key-1")).ReadAsync<CheckoutResponse>();
        var second = await (await Till.PostAsync(client, request, "key-1")).ReadAsync<CheckoutResponse>();

        Assert.Equal(first, second);
    }

    [Fact]
    public async Task Mercado_Pago_wants_to_know_the_payers_mail_address()
    {
        using var client = kipu.CreateClient("payments");

        var response = await Till.PostAsync(client, MercadoPagoSubscriber.Request(organizationId: null) with { Email = null });

        await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "email_required");
    }

    [Fact]
    public async Task What_Mercado_Pago_did_not_sign_for_us_is_refused_and_the_unsigned_kind_is_not_used()
    {
        const string secret = MercadoPagoSimulatorHost.WebhookSecret;
        var id = Guid.NewGuid().ToString("N");
        var now = DateTimeOffset.UtcNow;

        await Refused(await DeliverAsync(id, NotificationSignature.Sign(id, "r1", "another-secret", now)));
        await Refused(await DeliverAsync(id, NotificationSignature.Sign("another", "r1", secret, now)));
        await Refused(await DeliverAsync(id, NotificationSignature.Sign(id, "r2", secret, now)));
        await Refused(await DeliverAsync(id, NotificationSignature.Sign(id, "r1", secret, now.AddMinutes(-11))));
        await Refused(await DeliverAsync(id, signature: null));
        Assert.Equal(HttpStatusCode.OK, (await DeliverAsync(id, NotificationSignature.Sign(id, "r1", secret, now))).StatusCode);
        using var client = kipu.CreateClient("payments");
        using var old = await client.PostAsync($"/api/payments/webhook/mercadopago?topic=payment&id={id}", null);
        Assert.True((await old.ReadAsync<WebhookReceipt>()).Received);

        Assert.Equal(1, await new Till(kipu).QueryAsync(
            "select count(*) from webhook_events where event_id like $1", row => row.GetInt64(0), $"%{id}%"));

        static Task Refused(HttpResponseMessage response) => response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_signature");
    }

    [Theory]
    [InlineData(true, false, false)]
    [InlineData(true, true, false)]
    [InlineData(false, false, true)]
    public async Task Each_form_of_signature_that_was_seen_is_accepted(bool upperCaseId, bool signLowerCaseId, bool milliseconds)
    {
        var subscriber = await MercadoPagoSubscriber.OpenAsync(kipu);
        await subscriber.SwitchAsync(HttpMethod.Put, "notifications", new NotificationForm(upperCaseId, signLowerCaseId, milliseconds));
        try
        {
            await subscriber.AuthorizeAsync();

            await KipuSystem.WaitUntilAsync(
                async () => await subscriber.Till.CountAsync(subscriber.Checkout) == (1, 1, 1), "the notifications are understood");
        }
        finally
        {
            await subscriber.SwitchAsync(HttpMethod.Put, "notifications", new NotificationForm());
        }
    }

    private async Task<HttpResponseMessage> DeliverAsync(string id, string? signature)
    {
        using var client = kipu.CreateClient("payments");
        using var message = new HttpRequestMessage(HttpMethod.Post, $"/api/payments/webhook/mercadopago?data.id={id}&type=payment")
        {
            Content = JsonContent.Create(new { type = "payment", action = "payment.created", data = new { id } }),
        };
        message.Headers.Add("x-request-id", "r1");
        if (signature is not null) message.Headers.Add("x-signature", signature);
        return await client.SendAsync(message);
    }

    private static Task WaitForAsync(MercadoPagoSubscriber subscriber, CheckoutStatus status) => KipuSystem.WaitUntilAsync(
        async () => (await subscriber.Till.LookAsync(subscriber.Checkout)).Status == status, $"the checkout is {status}");
}
