using System.Net;
using Kipu.Payments;
using Kipu.Simulators;

namespace Kipu.Tests;

[Collection(MercadoPagoNotifications.Name)]
public sealed class MercadoPagoBillingTests(KipuSystem kipu)
{
    [Fact]
    public async Task A_renewal_leaves_another_payment_in_the_history_and_moves_the_period_on()
    {
        var subscriber = await MercadoPagoSubscriber.BuyAsync(kipu);
        var before = (await subscriber.LookAsync()).Subscription!;

        await subscriber.RenewAsync();

        await KipuSystem.WaitUntilAsync(async () => (await subscriber.HistoryAsync()).Count == 2, "the renewal is in the books");
        Assert.Equal([PaymentKind.Renewal, PaymentKind.First], (await subscriber.HistoryAsync()).Select(payment => payment.Kind));
        await KipuSystem.WaitUntilAsync(
            async () => (await subscriber.LookAsync()).Subscription!.CurrentPeriodStart == before.CurrentPeriodEnd,
            "the period has moved on");
    }

    [Fact]
    public async Task A_rejected_renewal_is_past_due_then_suspends_and_is_made_good_by_a_card_that_works()
    {
        var subscriber = await MercadoPagoSubscriber.BuyAsync(kipu);
        await subscriber.ChangeCardAsync("FUND");

        await subscriber.RenewAsync();

        var overdue = await subscriber.WaitForAsync(SubscriptionStatus.PastDue);
        Assert.NotNull(overdue.GraceUntil);
        Assert.Equal(OrganizationStatus.Active, (await subscriber.LookAsync()).Status);
        await subscriber.Till.ExecuteAsync(
            "update subscriptions set grace_until = now() where organization_id = $1", subscriber.Tenant.OrganizationId);
        await subscriber.WaitForAsync(Plan.Starter, OrganizationStatus.Suspended);

        await subscriber.AuthorizeAsync("APRO");
        await subscriber.AgeAsync(days: 2);

        await subscriber.WaitForAsync(Plan.Starter, OrganizationStatus.Active);
        Assert.Equal(2, (await subscriber.HistoryAsync()).Count);
    }

    [Fact]
    public async Task Three_months_that_nobody_pays_end_the_subscription_and_who_fits_it_goes_on_for_free()
    {
        var subscriber = await MercadoPagoSubscriber.BuyAsync(kipu);
        await subscriber.ChangeCardAsync("LOCK");

        await subscriber.AgeAsync(days: 110);

        await subscriber.WaitForAsync(SubscriptionStatus.Cancelled);
        await subscriber.WaitForAsync(Plan.Free, OrganizationStatus.Active);
        Assert.Single(await subscriber.HistoryAsync());
    }

    [Fact]
    public async Task A_partial_refund_is_noted_and_a_full_one_ends_the_subscription()
    {
        var subscriber = await MercadoPagoSubscriber.BuyAsync(kipu);
        var payment = Assert.Single(await subscriber.PaymentsAsync());

        await subscriber.RefundAsync(payment, pesos: 19_000);
        await WaitForRefundAsync(subscriber, 1_900_000);
        Assert.Equal(SubscriptionStatus.Active, (await subscriber.LookAsync()).Subscription!.Status);

        await subscriber.RefundAsync(payment);

        await subscriber.WaitForAsync(SubscriptionStatus.Cancelled);
        Assert.Equal("cancelled", await subscriber.StatusAsync());
        await WaitForRefundAsync(subscriber, 11_900_000);
    }

    [Fact]
    public async Task A_refund_that_no_notification_told_of_is_found_by_searching_for_what_has_changed()
    {
        var subscriber = await MercadoPagoSubscriber.BuyAsync(kipu);
        await subscriber.TroubleAsync(WebhookTrouble.Drop);
        await subscriber.RefundAsync(Assert.Single(await subscriber.PaymentsAsync()), pesos: 1_000);

        await new Operator(kipu).ReconcileAsync(Provider.MercadoPago);

        await WaitForRefundAsync(subscriber, 100_000);
    }

    [Fact]
    public async Task A_payment_that_the_bank_contests_suspends_and_a_lost_one_ends_the_subscription()
    {
        var subscriber = await MercadoPagoSubscriber.BuyAsync(kipu);
        var payment = Assert.Single(await subscriber.PaymentsAsync());

        await subscriber.SwitchAsync(HttpMethod.Post, $"payments/{payment}", new PaymentDecision("charged_back", "in_process"));
        await subscriber.WaitForAsync(Plan.Starter, OrganizationStatus.Suspended);
        await subscriber.SwitchAsync(HttpMethod.Post, $"payments/{payment}", new PaymentDecision("charged_back", "settled"));

        await subscriber.WaitForAsync(SubscriptionStatus.Cancelled);
        Assert.Equal(DisputeStatus.Lost, (await subscriber.HistoryAsync())[0].Dispute);
    }

    [Fact]
    public async Task Another_plan_comes_with_the_next_payment_and_can_be_taken_back_until_then()
    {
        var subscriber = await MercadoPagoSubscriber.BuyAsync(kipu);
        var preview = await (await subscriber.PostAsync("subscription/change/preview", new ChangePlanRequest(Plan.Professional, null)))
            .ReadAsync<ChangePreview>();
        Assert.Equal((0, "cop"), (preview.AmountMinor, preview.Currency));

        var changed = await ChangeAsync(subscriber, Plan.Professional);
        Assert.Equal(
            (ChangeOutcome.AtPeriodEnd, Plan.Starter, Plan.Professional, "mercadopago"),
            (changed.Outcome, changed.Subscription.Plan, changed.Subscription.NextPlan, changed.Subscription.Provider));
        Assert.Null((await ChangeAsync(subscriber, Plan.Starter)).Subscription.NextPlan);
        await (await subscriber.PostAsync("subscription/change", new ChangePlanRequest(Plan.Starter, null)))
            .ShouldBeProblemAsync(HttpStatusCode.Conflict, "plan_unchanged");
        await ChangeAsync(subscriber, Plan.Professional);
        await subscriber.SettleAsync();
        var before = await subscriber.LookAsync();
        Assert.Equal((Plan.Starter, Plan.Professional), (before.Plan, before.Subscription!.NextPlan));

        await subscriber.RenewAsync();

        await subscriber.WaitForAsync(Plan.Professional, OrganizationStatus.Active);
        Assert.Null((await subscriber.LookAsync()).Subscription!.NextPlan);
        Assert.Equal([39_900_000, 11_900_000], (await subscriber.HistoryAsync()).Select(payment => payment.AmountMinor));
    }

    [Fact]
    public async Task A_subscription_that_is_to_end_with_its_period_is_stopped_and_can_be_resumed()
    {
        var subscriber = await MercadoPagoSubscriber.BuyAsync(kipu);

        await CancelAsync(subscriber, atPeriodEnd: true);

        await KipuSystem.WaitUntilAsync(async () => (await subscriber.LookAsync()).Subscription!.CancelAtPeriodEnd, "it is about to end");
        Assert.Equal("paused", await subscriber.StatusAsync());
        Assert.Equal(SubscriptionStatus.Active, (await subscriber.LookAsync()).Subscription!.Status);

        await (await subscriber.PostAsync("subscription/resume")).ReadAsync<SubscriptionActionResponse>();

        await KipuSystem.WaitUntilAsync(async () => !(await subscriber.LookAsync()).Subscription!.CancelAtPeriodEnd, "it goes on");
        Assert.Equal("authorized", await subscriber.StatusAsync());
    }

    [Fact]
    public async Task When_the_period_is_over_a_stopped_subscription_ends_for_good()
    {
        var subscriber = await MercadoPagoSubscriber.OpenAsync(kipu);
        await subscriber.AgeAsync(days: -40);
        await subscriber.AuthorizeAsync();
        await subscriber.Till.WaitForCodeAsync(subscriber.Checkout);
        await subscriber.WaitForAsync(Plan.Starter, OrganizationStatus.Active);

        await CancelAsync(subscriber, atPeriodEnd: true);

        await subscriber.WaitForAsync(SubscriptionStatus.Cancelled);
        Assert.Equal("cancelled", await subscriber.StatusAsync());
        await subscriber.WaitForAsync(Plan.Free, OrganizationStatus.Active);
    }

    [Fact]
    public async Task At_once_means_at_once()
    {
        var subscriber = await MercadoPagoSubscriber.BuyAsync(kipu);

        await CancelAsync(subscriber, atPeriodEnd: false);

        await subscriber.WaitForAsync(SubscriptionStatus.Cancelled);
        Assert.Equal("cancelled", await subscriber.StatusAsync());
    }

    [Fact]
    public async Task There_is_no_portal_at_Mercado_Pago()
    {
        var subscriber = await MercadoPagoSubscriber.BuyAsync(kipu);

        await (await subscriber.PostAsync("portal", new PortalRequest("http://localhost/plans")))
            .ShouldBeProblemAsync(HttpStatusCode.Conflict, "portal_unavailable");
    }

    private static Task WaitForRefundAsync(MercadoPagoSubscriber subscriber, long minor) => KipuSystem.WaitUntilAsync(
        async () => (await subscriber.HistoryAsync())[0].RefundedMinor == minor, "the refund is in the books");

    private static async Task CancelAsync(MercadoPagoSubscriber subscriber, bool atPeriodEnd) =>
        await (await subscriber.PostAsync("subscription/cancel", new CancelSubscriptionRequest(atPeriodEnd)))
            .ReadAsync<SubscriptionActionResponse>();

    private static async Task<ChangePlanResponse> ChangeAsync(MercadoPagoSubscriber subscriber, Plan plan) =>
        await (await subscriber.PostAsync("subscription/change", new ChangePlanRequest(plan, null))).ReadAsync<ChangePlanResponse>();
}
