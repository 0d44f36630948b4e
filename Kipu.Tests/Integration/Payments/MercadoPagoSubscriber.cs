using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Kipu.Payments;
using Kipu.Simulators;

namespace Kipu.Tests;

/// <summary>Tests that say what Mercado Pago's notifications do. One at a time, or they would lose each other's.</summary>
[CollectionDefinition(Name)]
public sealed class MercadoPagoNotifications
{
    public const string Name = "Mercado Pago's notifications";
}

/// <summary>
/// An organization that buys, or has bought, a plan with Mercado Pago: as its owner deals with it, and as Mercado Pago has it.
/// </summary>
internal sealed class MercadoPagoSubscriber
{
    private readonly HttpClient _mercadoPago;

    private MercadoPagoSubscriber(TestTenant tenant, CheckoutResponse checkout)
    {
        Tenant = tenant;
        Checkout = checkout;
        Till = new Till(tenant.Kipu);
        Payments = tenant.CreateClient("payments");
        _mercadoPago = tenant.Kipu.CreateClient("mercadopago");
        _mercadoPago.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", MercadoPagoSimulatorHost.AccessToken);
    }

    public TestTenant Tenant { get; }

    public CheckoutResponse Checkout { get; }

    public Till Till { get; }

    public HttpClient Payments { get; }

    /// <summary>Mercado Pago's id of checkout and subscription.</summary>
    public string Id => Checkout.SessionId;

    /// <summary>Chooses a plan, and leaves the rest to the test.</summary>
    public static async Task<MercadoPagoSubscriber> OpenAsync(KipuSystem kipu, Plan plan = Plan.Starter)
    {
        var tenant = await kipu.SignUpAsync();
        using var client = tenant.CreateClient("payments");
        var response = await Till.PostAsync(client, Request(tenant.OrganizationId, plan));
        return new MercadoPagoSubscriber(tenant, await response.ReadAsync<CheckoutResponse>());
    }

    public static async Task<MercadoPagoSubscriber> BuyAsync(KipuSystem kipu, Plan plan = Plan.Starter)
    {
        var subscriber = await OpenAsync(kipu, plan);
        Assert.Equal(HttpStatusCode.SeeOther, (await subscriber.AuthorizeAsync()).StatusCode);
        await subscriber.Till.WaitForCodeAsync(subscriber.Checkout);
        await subscriber.WaitForAsync(plan, OrganizationStatus.Active);
        return subscriber;
    }

    public static CheckoutRequest Request(Guid? organizationId, Plan plan = Plan.Starter) =>
        Till.Request(organizationId, plan) with { Provider = Provider.MercadoPago, Email = "pagos@acme.example" };

    /// <summary>Gives a card on the provider's page; the name on it decides what the bank says.</summary>
    public Task<HttpResponseMessage> AuthorizeAsync(string cardholder = "APRO") =>
        _mercadoPago.PostAsync(
            $"/subscriptions/checkout?preapproval_id={Id}", new FormUrlEncodedContent(MercadoPagoSimulatorHost.CardOf(cardholder)));

    public Task<JsonElement> ReadAsync(string path) => _mercadoPago.GetFromJsonAsync<JsonElement>(path);

    public async Task<string> StatusAsync() => (await ReadAsync($"/preapproval/{Id}")).GetProperty("status").GetString()!;

    /// <summary>All payments so far as Mercado Pago shows them, newest first.</summary>
    public async Task<List<JsonElement>> ShowPaymentsAsync()
    {
        var reference = (await ReadAsync($"/preapproval/{Id}")).GetProperty("external_reference").GetString();
        var found = await ReadAsync($"/v1/payments/search?external_reference={reference}");
        return [.. found.GetProperty("results").EnumerateArray()];
    }

    /// <summary>Mercado Pago's ids of all payments so far, newest first.</summary>
    public async Task<List<long>> PaymentsAsync() =>
        [.. (await ShowPaymentsAsync()).Select(payment => payment.GetProperty("id").GetInt64())];

    public Task RefundAsync(long payment, long? pesos = null) =>
        WriteAsync(HttpMethod.Post, $"/v1/payments/{payment}/refunds", pesos is null ? new object() : new { amount = pesos });

    /// <summary>Changes the subscription at Mercado Pago itself.</summary>
    public Task ChangeAsync(object change) => WriteAsync(HttpMethod.Put, $"/preapproval/{Id}", change);

    /// <summary>What there was to tell of this subscription so far, oldest first, whether it was sent or dropped.</summary>
    public async Task<List<Notification>> NotificationsAsync() =>
        [.. (await _mercadoPago.GetFromJsonAsync<List<Notification>>("/_sim/notifications"))!
            .Where(notification => notification.Happening.PreapprovalId == Id)];

    /// <summary>Delivers a notification as Mercado Pago does.</summary>
    public async Task DeliverAsync(Notification notification)
    {
        var (topic, id) = (notification.Happening.Topic, notification.Happening.ObjectId);
        using var client = Tenant.Kipu.CreateClient("payments");
        using var message = new HttpRequestMessage(HttpMethod.Post, $"/api/payments/webhook/mercadopago?data.id={id}&type={topic}")
        {
            Content = JsonContent.Create(notification.ToJson()),
        };
        message.Headers.Add("x-request-id", notification.RequestId);
        message.Headers.Add("x-signature", NotificationSignature.Sign(
            id, notification.RequestId, MercadoPagoSimulatorHost.WebhookSecret, DateTimeOffset.UtcNow));
        (await client.SendAsync(message)).EnsureSuccessStatusCode();
    }

    /// <summary>Turns one of the simulator's own switches.</summary>
    public async Task SwitchAsync(HttpMethod method, string path, object body)
    {
        using var request = new HttpRequestMessage(method, $"/_sim/{path}") { Content = JsonContent.Create(body) };
        (await _mercadoPago.SendAsync(request)).EnsureSuccessStatusCode();
    }

    /// <summary>Something goes wrong with the notifications about this subscription, and no other.</summary>
    public Task TroubleAsync(WebhookTrouble trouble) =>
        SwitchAsync(HttpMethod.Post, "webhooks", new WebhookRule(trouble, Customer: Id, Times: 5, Milliseconds: 50, Window: 8));

    public Task ChangeCardAsync(string cardholder) => SwitchAsync(HttpMethod.Post, $"cards/{Id}", new ChangedCard(cardholder));

    public Task AgeAsync(double days) =>
        SwitchAsync(HttpMethod.Post, "clock", new { customer = Id, seconds = (long)(days * 86_400) });

    /// <summary>Time passes until so many days after the next payment is due, for this subscription alone.</summary>
    public async Task RenewAsync(int days = 0)
    {
        var due = (await ReadAsync($"/preapproval/{Id}")).GetProperty("next_payment_date").GetDateTimeOffset();
        var now = (await ReadAsync($"/_sim/clock?customer={Id}")).GetProperty("now").GetInt64();
        await AgeAsync(((due.ToUnixTimeSeconds() - now) / 86_400d) + days + 0.01);
    }

    public Task<HttpResponseMessage> PostAsync(string path, object? body = null) =>
        Payments.PostAsync($"/api/payments/{path}", body is null ? null : JsonContent.Create(body));

    public async Task<SubscribedOrganization> LookAsync() =>
        (await (await Payments.GetAsync($"/api/payments/subscription/{Tenant.OrganizationId}"))
            .ReadAsync<SubscriptionResponse>()).Organization;

    public async Task<IReadOnlyList<PaymentInfo>> HistoryAsync() =>
        (await Payments.GetFromJsonAsync<Page<PaymentInfo>>("/api/payments/payments"))!.Items;

    public Task WaitForAsync(Plan plan, OrganizationStatus status) => KipuSystem.WaitUntilAsync(
        async () => await LookAsync() is var organization && (organization.Plan, organization.Status) == (plan, status),
        $"the organization is {status} on {plan}");

    public async Task<SubscriptionInfo> WaitForAsync(SubscriptionStatus status)
    {
        SubscriptionInfo? subscription = null;
        await KipuSystem.WaitUntilAsync(
            async () => (subscription = (await LookAsync()).Subscription)!.Status == status, $"the subscription is {status}");
        return subscription!;
    }

    /// <summary>Everything that was told of it so far is worked on.</summary>
    public Task SettleAsync() => KipuSystem.WaitUntilAsync(
        () => Till.QueryAsync(
            "select count(*) from sync_tasks where provider = 'mercadopago' and kind <> 'End' and version > done_version",
            row => row.GetInt64(0) == 0),
        "all that was told is worked on");

    private async Task WriteAsync(HttpMethod method, string path, object body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("X-Idempotency-Key", Guid.NewGuid().ToString());
        (await _mercadoPago.SendAsync(request)).EnsureSuccessStatusCode();
    }
}
