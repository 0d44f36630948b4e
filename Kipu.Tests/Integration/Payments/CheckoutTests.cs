using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;

namespace Kipu.Tests;

public sealed class CheckoutTests(KipuSystem kipu)
{
    private readonly Till _till = new(kipu);

    [Fact]
    public async Task A_checkout_is_one_trace_from_the_button_on()
    {
        var tenant = await kipu.SignUpAsync();
        var trace = ActivityTraceId.CreateRandom();
        using var client = tenant.CreateClient("payments");
        client.DefaultRequestHeaders.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");

        var checkout = await (await Till.PostAsync(client, Till.Request(tenant.OrganizationId))).ReadAsync<CheckoutResponse>();

        var kept = await _till.QueryAsync(
            "select trace_parent from checkouts where provider_session_id = $1", row => row.GetString(0), checkout.SessionId);
        Assert.Equal(trace, ActivityContext.Parse(kept, traceState: null).TraceId);
    }

    [Fact]
    public async Task A_second_purchase_of_one_organization_is_ended_and_given_back()
    {
        var tenant = await kipu.SignUpAsync();
        var forgotten = await Till.OpenAsync(tenant);
        await _till.ExecuteAsync("update checkouts set stage = 'Expired' where provider_session_id = $1", forgotten.SessionId);
        await _till.BuyAsync(tenant);

        Assert.Equal(HttpStatusCode.SeeOther, (await _till.PayAsync(forgotten)).StatusCode);

        using var client = tenant.CreateClient("payments");
        IReadOnlyList<PaymentInfo> history = [];
        await KipuSystem.WaitUntilAsync(
            async () => (history = (await (await client.GetAsync("/api/payments/payments")).ReadAsync<Page<PaymentInfo>>()).Items)
                .Count(payment => payment.RefundedMinor == payment.AmountMinor) == 1,
            "the second payment has gone back");
        Assert.Equal(2, history.Count);
        Assert.Equal((1, 1, 0), await _till.CountAsync(forgotten));
        var session = await (await _till.StripeAsync()).Checkout.Sessions.GetAsync(forgotten.SessionId);
        Assert.Equal("canceled", (await (await _till.StripeAsync()).Subscriptions.GetAsync(session.SubscriptionId)).Status);
        Assert.Equal(CheckoutStatus.Expired, (await _till.LookAsync(forgotten)).Status);
    }

    [Fact]
    public async Task An_owner_who_pays_gets_the_plan_a_receipt_and_a_code_that_works()
    {
        var tenant = await kipu.SignUpAsync();
        using var payments = tenant.CreateClient("payments");

        var code = await _till.BuyAsync(tenant, Plan.Professional);

        SubscribedOrganization? organization = null;
        await KipuSystem.WaitUntilAsync(
            async () => (organization = await SubscriptionOfAsync(payments, tenant)).Plan == Plan.Professional, "Auth knows the plan that was bought");
        Assert.Equal((OrganizationStatus.Active, SubscriptionStatus.Active), (organization!.Status, organization.Subscription!.Status));
        Assert.Equal((20, 500, 50m), (organization.Limits.MaxUsers, organization.Limits.MaxRecordings, organization.Limits.MaxStorageGB));
        var history = await payments.GetFromJsonAsync<Page<PaymentInfo>>("/api/payments/payments");
        var payment = Assert.Single(history!.Items);
        Assert.Equal((9900, "usd", Plan.Professional), (payment.AmountMinor, payment.Currency, payment.Plan));
        using var receipt = await payments.GetAsync(payment.ReceiptUrl);
        Assert.Equal(HttpStatusCode.OK, receipt.StatusCode);
        Assert.Equal(tenant.OrganizationId, (await ValidateAsync(code)).Id);
    }

    [Fact]
    public async Task A_purchase_without_an_organization_gives_a_code_that_makes_one_and_is_shown_no_more_then()
    {
        var checkout = await _till.OpenAnonymouslyAsync();
        await _till.PayAsync(checkout);
        var code = await _till.WaitForCodeAsync(checkout);
        using var auth = kipu.CreateClient("auth");

        HttpResponseMessage? created = null;
        await KipuSystem.WaitUntilAsync(
            async () => (created = await auth.PostAsJsonAsync(
                "/api/organizations/create-from-code", new CreateFromCodeRequest("Acme", code, Some.Email(), Some.Name, Some.Password))).StatusCode == HttpStatusCode.Created,
            "Auth has heard of the code");

        var organization = (await created!.ReadAsync<CreateFromCodeResponse>()).Organization;
        Assert.Equal(Plan.Starter, organization.Plan);
        await KipuSystem.WaitUntilAsync(async () => (await _till.LookAsync(checkout)).OrganizationCode is null, "a used code is not shown");
        using var payments = kipu.CreateClient("payments");
        payments.DefaultRequestHeaders.Add("x-organization-code", code);
        var subscribed = await (await payments.GetAsync($"/api/payments/subscription/{organization.Id}")).ReadAsync<SubscriptionResponse>();
        Assert.Equal(SubscriptionStatus.Active, subscribed.Organization.Subscription!.Status);
    }

    [Fact]
    public async Task A_declined_card_gives_nothing_and_the_checkout_stays_open()
    {
        var checkout = await _till.OpenAnonymouslyAsync();

        var declined = await _till.PayAsync(checkout, card: "4000000000000002");

        Assert.Equal(HttpStatusCode.PaymentRequired, declined.StatusCode);
        Assert.Equal(CheckoutStatus.Open, (await _till.LookAsync(checkout)).Status);
        Assert.Equal((0, 0, 0), await _till.CountAsync(checkout));
    }

    [Fact]
    public async Task The_same_request_with_one_idempotency_key_opens_one_checkout()
    {
        var tenant = await kipu.SignUpAsync();
        using var client = tenant.CreateClient("payments");
        var key = Guid.NewGuid().ToString();

        var first = await (await Till.PostAsync(client, Till.Request(tenant.OrganizationId), key)).ReadAsync<CheckoutResponse>();
        var second = await (await Till.PostAsync(client, Till.Request(tenant.OrganizationId), key)).ReadAsync<CheckoutResponse>();
        var other = await Till.PostAsync(client, Till.Request(tenant.OrganizationId, Plan.Enterprise), key);

        Assert.Equal(first, second);
        await other.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "idempotency_key_reused");
    }

    [Fact]
    public async Task A_new_checkout_closes_the_one_before_so_that_nobody_pays_twice()
    {
        var tenant = await kipu.SignUpAsync();
        var first = await Till.OpenAsync(tenant);

        var second = await Till.OpenAsync(tenant, Plan.Enterprise);

        Assert.Equal(HttpStatusCode.Gone, (await _till.PayAsync(first)).StatusCode);
        Assert.Equal(CheckoutStatus.Expired, (await _till.LookAsync(first)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await _till.PayAsync(second)).StatusCode);
        await _till.WaitForCodeAsync(second);
    }

    [Fact]
    public async Task An_organization_with_a_subscription_is_not_sold_a_second_one()
    {
        var tenant = await kipu.SignUpAsync();
        await _till.BuyAsync(tenant);
        using var client = tenant.CreateClient("payments");

        var response = await Till.PostAsync(client, Till.Request(tenant.OrganizationId));

        await response.ShouldBeProblemAsync(HttpStatusCode.Conflict, "subscription_exists");
    }

    [Fact]
    public async Task Only_the_organizations_own_owner_or_admin_opens_a_checkout_for_it()
    {
        var tenant = await kipu.SignUpAsync();
        var other = await kipu.SignUpAsync();
        using var nobody = kipu.CreateClient("payments");
        using var codeOnly = kipu.CreateClient("payments");
        codeOnly.DefaultRequestHeaders.Add("x-organization-code", tenant.Code);
        using var stranger = other.CreateClient("payments");

        await (await Till.PostAsync(nobody, Till.Request(tenant.OrganizationId))).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "organization_code_required");
        await (await Till.PostAsync(codeOnly, Till.Request(tenant.OrganizationId))).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await (await Till.PostAsync(stranger, Till.Request(tenant.OrganizationId))).ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Theory]
    [InlineData("http://evil.example/welcome")]
    [InlineData("javascript:alert(1)")]
    [InlineData("//localhost/x")]
    [InlineData("http://localhost@evil.example/")]
    public async Task A_customer_is_never_sent_to_a_host_that_is_not_allowed(string url)
    {
        using var client = kipu.CreateClient("payments");

        await (await Till.PostAsync(client, Till.Request() with { SuccessUrl = url })).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "url_not_allowed");
        await (await Till.PostAsync(client, Till.Request() with { CancelUrl = url })).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "url_not_allowed");
    }

    [Fact]
    public async Task Wrong_requests_are_refused_with_their_reason()
    {
        using var client = kipu.CreateClient("payments");

        await (await client.PostAsJsonAsync("/api/payments/checkout", new { })).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "validation_failed");
        await (await client.PostAsJsonAsync("/api/payments/checkout", new { plan = "GOLD" })).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        await (await Till.PostAsync(client, Till.Request(plan: Plan.Free))).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "plan_not_for_sale");
        await (await Till.PostAsync(client, Till.Request() with { Provider = "cash" })).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "unknown_provider");
        await (await Till.PostAsync(client, Till.Request() with { Email = "nobody" })).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "validation_failed");
        await (await Till.PostAsync(client, Till.Request(), new string('k', 256))).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "validation_failed");
        await (await Till.PostAsync(client, Till.Request() with { Email = "a b@acme.example" })).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "email_refused");
        await (await client.GetAsync("/api/payments/checkout/%25'--")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "checkout_not_found");
        await (await client.GetAsync("/api/payments/checkout/cs_test_nobody")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "checkout_not_found");
    }

    [Fact]
    public async Task Plans_are_shown_to_everybody_with_price_and_limits()
    {
        using var client = kipu.CreateClient("payments");

        var plans = await client.GetFromJsonAsync<PlanList>("/api/payments/plans");

        Assert.Equal([0, 29, 99, 299], plans!.Items.Select(plan => plan.PriceUsd));
        Assert.Equal([null, 119_000, 399_000, 1_199_000], plans.Items.Select(plan => plan.PriceCop));
        Assert.Equal([1, 5, 20, 100], plans.Items.Select(plan => plan.MaxUsers));
    }

    [Fact]
    public async Task Nobody_sees_what_another_organization_pays()
    {
        var tenant = await kipu.SignUpAsync();
        await _till.BuyAsync(tenant);
        var other = await kipu.SignUpAsync();
        using var stranger = other.CreateClient("payments");

        await (await stranger.GetAsync($"/api/payments/subscription/{tenant.OrganizationId}")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
        Assert.Empty((await stranger.GetFromJsonAsync<Page<PaymentInfo>>("/api/payments/payments"))!.Items);
    }

    private static async Task<SubscribedOrganization> SubscriptionOfAsync(HttpClient payments, TestTenant tenant) =>
        (await (await payments.GetAsync($"/api/payments/subscription/{tenant.OrganizationId}")).ReadAsync<SubscriptionResponse>()).Organization;

    private async Task<OrganizationInfo> ValidateAsync(string code)
    {
        using var client = kipu.CreateClient("payments");
        ValidateCodeResponse? answer = null;
        await KipuSystem.WaitUntilAsync(
            async () =>
            {
                using var response = await client.PostAsJsonAsync("/api/payments/validate-code", new ValidateCodeRequest(code));
                if (response.StatusCode == HttpStatusCode.NotFound) return false;
                answer = await response.ReadAsync<ValidateCodeResponse>();
                return true;
            },
            "Auth has heard of the code");
        return answer!.Organization;
    }
}
