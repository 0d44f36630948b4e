using System.Net;
using System.Net.Http.Json;
using Stripe;
using Plan = Kipu.Contracts.Plan;

namespace Kipu.Tests;

/// <summary>Tests that say what Stripe's webhooks do, or lose all of them for a while. One at a time, or they would lose each other's.</summary>
[CollectionDefinition(Name)]
public sealed class StripeWebhooks
{
    public const string Name = "Stripe's webhooks";
}

/// <summary>An organization that has bought a plan: as its owner deals with it, as Stripe has it, and as the books show it.</summary>
internal sealed class Subscriber
{
    private readonly Till _till;

    private Subscriber(Till till, TestTenant tenant, string code, string subscriptionId, string customerId)
    {
        _till = till;
        Tenant = tenant;
        Code = code;
        SubscriptionId = subscriptionId;
        CustomerId = customerId;
        Payments = tenant.CreateClient("payments");
    }

    public TestTenant Tenant { get; }

    /// <summary>The code that came with the plan.</summary>
    public string Code { get; }

    /// <summary>Stripe's id.</summary>
    public string SubscriptionId { get; }

    /// <summary>Stripe's id.</summary>
    public string CustomerId { get; }

    public HttpClient Payments { get; }

    public static async Task<Subscriber> BuyAsync(KipuSystem kipu, Plan plan = Plan.Professional, string card = "4242424242424242")
    {
        var subscriber = await PayAsync(kipu, plan, card);
        await subscriber.WaitForAsync(plan, OrganizationStatus.Active);
        return subscriber;
    }

    /// <summary>Buys a plan, and leaves to the test what is to become of it.</summary>
    public static async Task<Subscriber> PayAsync(KipuSystem kipu, Plan plan, string card = "4242424242424242")
    {
        var till = new Till(kipu);
        var tenant = await kipu.SignUpAsync();
        var checkout = await Till.OpenAsync(tenant, plan);
        Assert.Equal(HttpStatusCode.SeeOther, (await till.PayAsync(checkout, card)).StatusCode);
        var code = await till.WaitForCodeAsync(checkout);
        var (subscriptionId, customerId) = await till.QueryAsync(
            "select provider_subscription_id, provider_customer_id from subscriptions where organization_id = $1",
            row => (row.GetString(0), row.GetString(1)), tenant.OrganizationId);
        return new Subscriber(till, tenant, code, subscriptionId, customerId);
    }

    public Task<HttpResponseMessage> PostAsync(string path, object? body = null, string? idempotencyKey = null)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, $"/api/payments/{path}") { Content = body is null ? null : JsonContent.Create(body) };
        if (idempotencyKey is not null) message.Headers.Add("Idempotency-Key", idempotencyKey);
        return Payments.SendAsync(message);
    }

    public async Task<ChangePlanResponse> ChangeAsync(Plan plan, DateTimeOffset? prorationDate = null, string? idempotencyKey = null) =>
        await (await PostAsync("subscription/change", new ChangePlanRequest(plan, prorationDate), idempotencyKey)).ReadAsync<ChangePlanResponse>();

    public async Task<ChangePreview> PreviewAsync(Plan plan) =>
        await (await PostAsync("subscription/change/preview", new ChangePlanRequest(plan, null))).ReadAsync<ChangePreview>();

    public async Task<SubscribedOrganization> LookAsync() =>
        (await (await Payments.GetAsync($"/api/payments/subscription/{Tenant.OrganizationId}")).ReadAsync<SubscriptionResponse>()).Organization;

    public async Task<IReadOnlyList<PaymentInfo>> HistoryAsync() =>
        (await Payments.GetFromJsonAsync<Page<PaymentInfo>>("/api/payments/payments"))!.Items;

    /// <summary>Waits until Auth, and with it every service, has heard of it.</summary>
    public async Task<SubscribedOrganization> WaitForAsync(Plan plan, OrganizationStatus status)
    {
        SubscribedOrganization? organization = null;
        await KipuSystem.WaitUntilAsync(
            async () => ((organization = await LookAsync()).Plan, organization.Status) == (plan, status), $"the organization is {status} on {plan}");
        return organization!;
    }

    public async Task<SubscriptionInfo> WaitForAsync(SubscriptionStatus status)
    {
        SubscriptionInfo? subscription = null;
        await KipuSystem.WaitUntilAsync(
            async () => (subscription = (await LookAsync()).Subscription)!.Status == status, $"the subscription is {status}");
        return subscription!;
    }

    /// <summary>Lets somebody else join, so that one more of the plan's users is taken.</summary>
    public async Task AddMemberAsync()
    {
        using var auth = Tenant.Kipu.CreateClient("auth");
        using var joined = await auth.PostAsJsonAsync(
            "/api/auth/signup", new SignUpRequest(Some.Email(), Some.Password, Some.Name, null, Tenant.Code));
        Assert.Equal(HttpStatusCode.Created, joined.StatusCode);
    }

    /// <summary>Time passes at Stripe, for this customer alone.</summary>
    public async Task AgeAsync(int days)
    {
        using var stripe = Tenant.Kipu.CreateClient("stripe");
        (await stripe.PostAsJsonAsync("/_sim/clock", new { customer = CustomerId, seconds = days * 86_400 })).EnsureSuccessStatusCode();
    }

    /// <summary>Stripe's invoices of it, newest first.</summary>
    public async Task<List<Invoice>> InvoicesAsync() =>
        (await (await _till.StripeAsync()).Invoices.ListAsync(new InvoiceListOptions { Subscription = SubscriptionId, Limit = 100 })).Data;

    /// <summary>The charge that paid an invoice.</summary>
    public async Task<string> ChargeOfAsync(Invoice invoice)
    {
        var stripe = await _till.StripeAsync();
        var link = (await stripe.InvoicePayments.ListAsync(new InvoicePaymentListOptions { Invoice = invoice.Id })).Data.Single(p => p.Status == "paid");
        return (await stripe.PaymentIntents.GetAsync(link.Payment.PaymentIntentId)).LatestChargeId;
    }
}
