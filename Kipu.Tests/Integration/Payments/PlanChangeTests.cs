using System.Net;
using System.Net.Http.Json;

namespace Kipu.Tests;

[Collection(StripeWebhooks.Name)]
public sealed class PlanChangeTests(KipuSystem kipu)
{
    [Fact]
    public async Task An_upgrade_costs_what_its_preview_said_and_its_limits_follow()
    {
        var subscriber = await Subscriber.BuyAsync(kipu, Plan.Starter);

        var preview = await subscriber.PreviewAsync(Plan.Professional);
        var changed = await subscriber.ChangeAsync(Plan.Professional, preview.ProrationDate);

        Assert.InRange(preview.AmountMinor, 6900, 7000);
        Assert.Equal(preview.AmountMinor, preview.Lines.Sum(line => line.AmountMinor));
        Assert.Equal((ChangeOutcome.Changed, Plan.Professional), (changed.Outcome, changed.Subscription.Plan));
        var organization = await subscriber.WaitForAsync(Plan.Professional, OrganizationStatus.Active);
        Assert.Equal((20, 500, 50m), (organization.Limits.MaxUsers, organization.Limits.MaxRecordings, organization.Limits.MaxStorageGB));
        var history = await subscriber.HistoryAsync();
        Assert.Equal([(PaymentKind.Change, preview.AmountMinor), (PaymentKind.First, 2900)], history.Select(p => (p.Kind, p.AmountMinor)));
    }

    [Fact]
    public async Task The_same_change_with_one_idempotency_key_is_made_once()
    {
        var subscriber = await Subscriber.BuyAsync(kipu, Plan.Starter);
        var key = Guid.NewGuid().ToString();

        var first = await subscriber.ChangeAsync(Plan.Professional, idempotencyKey: key);
        await subscriber.WaitForAsync(Plan.Professional, OrganizationStatus.Active);
        var second = await subscriber.ChangeAsync(Plan.Professional, idempotencyKey: key);
        var other = await subscriber.PostAsync("subscription/change", new ChangePlanRequest(Plan.Enterprise, null), key);

        Assert.Equal(first, second);
        await other.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "idempotency_key_reused");
        Assert.Equal(2, (await subscriber.InvoicesAsync()).Count);
    }

    [Fact]
    public async Task A_declined_upgrade_leaves_the_old_plan_and_says_where_to_pay()
    {
        var subscriber = await Subscriber.BuyAsync(kipu, Plan.Starter, card: "4000000000000341");

        var changed = await subscriber.ChangeAsync(Plan.Professional);

        Assert.Equal((ChangeOutcome.PaymentRequired, Plan.Starter), (changed.Outcome, changed.Subscription.Plan));
        Assert.NotNull(changed.PaymentUrl);
        Assert.Equal(Plan.Starter, (await subscriber.LookAsync()).Plan);
    }

    [Fact]
    public async Task A_downgrade_that_present_use_fits_is_credited_and_its_limits_follow()
    {
        var subscriber = await Subscriber.BuyAsync(kipu, Plan.Professional);

        var preview = await subscriber.PreviewAsync(Plan.Starter);
        var changed = await subscriber.ChangeAsync(Plan.Starter, preview.ProrationDate);

        Assert.True(preview.AmountMinor < 0, "what was paid too much is credited");
        Assert.Equal(ChangeOutcome.Changed, changed.Outcome);
        Assert.Equal(5, (await subscriber.WaitForAsync(Plan.Starter, OrganizationStatus.Active)).Limits.MaxUsers);
    }

    [Fact]
    public async Task A_downgrade_below_present_use_is_refused_with_what_is_over()
    {
        var subscriber = await Subscriber.BuyAsync(kipu, Plan.Starter);
        await subscriber.AddMemberAsync();

        var refused = await subscriber.PostAsync("subscription/change", new ChangePlanRequest(Plan.Free, null));

        var problem = await refused.ShouldBeProblemAsync(HttpStatusCode.Conflict, "downgrade_below_use");
        var over = Assert.Single(problem.GetProperty("over").EnumerateArray());
        Assert.Equal(("users", 1, 2), (over.GetProperty("what").GetString(), over.GetProperty("limit").GetInt32(), over.GetProperty("used").GetInt32()));
        Assert.False((await subscriber.LookAsync()).Subscription!.CancelAtPeriodEnd);
    }

    [Fact]
    public async Task The_way_to_free_is_the_end_of_the_period_and_can_be_taken_back()
    {
        var subscriber = await Subscriber.BuyAsync(kipu, Plan.Starter);

        var ending = await subscriber.ChangeAsync(Plan.Free);
        Assert.Equal((ChangeOutcome.AtPeriodEnd, true), (ending.Outcome, ending.Subscription.CancelAtPeriodEnd));
        await KipuSystem.WaitUntilAsync(async () => (await subscriber.LookAsync()).Subscription!.CancelAtPeriodEnd, "the books know of the end");
        await (await subscriber.PostAsync("subscription/change", new ChangePlanRequest(Plan.Enterprise, null)))
            .ShouldBeProblemAsync(HttpStatusCode.Conflict, "subscription_ending");

        var resumed = await (await subscriber.PostAsync("subscription/resume")).ReadAsync<SubscriptionActionResponse>();

        Assert.False(resumed.Subscription.CancelAtPeriodEnd);
        await KipuSystem.WaitUntilAsync(async () => !(await subscriber.LookAsync()).Subscription!.CancelAtPeriodEnd, "the books know that it goes on");
        await (await subscriber.PostAsync("subscription/resume")).ShouldBeProblemAsync(HttpStatusCode.Conflict, "nothing_to_resume");
    }

    [Fact]
    public async Task Who_cancels_at_once_and_fits_it_goes_on_for_free()
    {
        var subscriber = await Subscriber.BuyAsync(kipu);

        var ended = await (await subscriber.PostAsync("subscription/cancel", new CancelSubscriptionRequest(false))).ReadAsync<SubscriptionActionResponse>();

        Assert.Equal(SubscriptionStatus.Cancelled, ended.Subscription.Status);
        var organization = await subscriber.WaitForAsync(Plan.Free, OrganizationStatus.Active);
        Assert.Equal((1, SubscriptionStatus.Cancelled), (organization.Limits.MaxUsers, organization.Subscription!.Status));
        await (await subscriber.PostAsync("subscription/cancel", new CancelSubscriptionRequest(false)))
            .ShouldBeProblemAsync(HttpStatusCode.Conflict, "no_subscription");
    }

    [Fact]
    public async Task Who_cancels_and_uses_more_than_free_can_read_and_buy_again_but_not_create()
    {
        var subscriber = await Subscriber.BuyAsync(kipu);
        await subscriber.AddMemberAsync();

        await subscriber.PostAsync("subscription/cancel", new CancelSubscriptionRequest(false));

        await subscriber.WaitForAsync(Plan.Professional, OrganizationStatus.Cancelled);
        using var recordings = subscriber.Tenant.CreateClient("recordings");
        Assert.Equal(HttpStatusCode.OK, (await recordings.GetAsync("/api/recordings")).StatusCode);
        await (await recordings.PostAsJsonAsync("/api/recordings", new { title = "More" }))
            .ShouldBeProblemAsync(HttpStatusCode.Forbidden, "organization_suspended");
        var checkout = await Till.OpenAsync(subscriber.Tenant, Plan.Enterprise);
        var till = new Till(kipu);
        Assert.Equal(HttpStatusCode.SeeOther, (await till.PayAsync(checkout)).StatusCode);
        await till.WaitForCodeAsync(checkout);
        await subscriber.WaitForAsync(Plan.Enterprise, OrganizationStatus.Active);
    }

    [Fact]
    public async Task Changes_that_make_no_sense_are_refused_with_their_reason()
    {
        var subscriber = await Subscriber.BuyAsync(kipu, Plan.Starter);
        var trial = await kipu.SignUpAsync();
        using var nobody = trial.CreateClient("payments");
        using var codeOnly = kipu.CreateClient("payments");
        codeOnly.DefaultRequestHeaders.Add("x-organization-code", subscriber.Code);
        var change = new ChangePlanRequest(Plan.Professional, null);
        string Path(string action) => $"/api/payments/subscription/{action}";

        await (await subscriber.PostAsync("subscription/change", new { })).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "validation_failed");
        await (await subscriber.PostAsync("subscription/cancel", new { })).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "validation_failed");
        await (await subscriber.PostAsync("subscription/change", new ChangePlanRequest(Plan.Starter, null)))
            .ShouldBeProblemAsync(HttpStatusCode.Conflict, "plan_unchanged");
        await (await subscriber.PostAsync("subscription/change", change with { ProrationDate = DateTimeOffset.UtcNow.AddHours(-2) }))
            .ShouldBeProblemAsync(HttpStatusCode.BadRequest, "proration_date_invalid");
        await (await nobody.PostAsJsonAsync(Path("change"), change)).ShouldBeProblemAsync(HttpStatusCode.Conflict, "no_subscription");
        await (await nobody.PostAsJsonAsync(Path("change/preview"), change)).ShouldBeProblemAsync(HttpStatusCode.Conflict, "no_subscription");
        await (await nobody.PostAsync(Path("resume"), null)).ShouldBeProblemAsync(HttpStatusCode.Conflict, "no_subscription");
        await (await nobody.PostAsync("/api/payments/portal", null)).ShouldBeProblemAsync(HttpStatusCode.Conflict, "no_subscription");
        await (await codeOnly.PostAsJsonAsync(Path("change"), change)).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await (await codeOnly.PostAsJsonAsync(Path("cancel"), new CancelSubscriptionRequest(true))).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await (await codeOnly.PostAsync("/api/payments/portal", null)).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task The_portal_opens_for_the_owner_and_leads_back_to_allowed_hosts_only()
    {
        var subscriber = await Subscriber.BuyAsync(kipu, Plan.Starter);

        var portal = await (await subscriber.PostAsync("portal", new PortalRequest("http://localhost/billing"))).ReadAsync<PortalResponse>();

        using var browser = new HttpClient();
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(portal.Url)).StatusCode);
        Assert.NotNull((await (await subscriber.PostAsync("portal")).ReadAsync<PortalResponse>()).Url);
        await (await subscriber.PostAsync("portal", new PortalRequest("https://evil.example/"))).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "url_not_allowed");
    }
}
