using System.Net;
using System.Net.Http.Json;
using Stripe;
using Plan = Kipu.Contracts.Plan;

namespace Kipu.Tests;

[Collection(StripeWebhooks.Name)]
public sealed class DunningTests(KipuSystem kipu)
{
    private const string FailsLater = "4000000000000341";
    private const string IsDisputed = "4000000000000259";
    private readonly Till _till = new(kipu);

    [Fact]
    public async Task A_renewal_that_is_paid_leaves_another_payment_in_the_history()
    {
        var subscriber = await Subscriber.BuyAsync(kipu, Plan.Starter);
        var before = (await subscriber.LookAsync()).Subscription!;

        await subscriber.AgeAsync(days: 32);

        await KipuSystem.WaitUntilAsync(async () => (await subscriber.HistoryAsync()).Count == 2, "the renewal is in the books");
        Assert.Equal([PaymentKind.Renewal, PaymentKind.First], (await subscriber.HistoryAsync()).Select(p => p.Kind));
        Assert.True((await subscriber.LookAsync()).Subscription!.CurrentPeriodEnd > before.CurrentPeriodEnd, "the period has moved on");
    }

    [Fact]
    public async Task A_failed_renewal_takes_nothing_away_during_the_grace_period_suspends_after_it_and_is_made_good_by_paying()
    {
        var subscriber = await Subscriber.BuyAsync(kipu, Plan.Starter, FailsLater);
        using var recordings = subscriber.Tenant.CreateClient("recordings");

        await subscriber.AgeAsync(days: 32);

        var overdue = await subscriber.WaitForAsync(SubscriptionStatus.PastDue);
        Assert.InRange(overdue.GraceUntil!.Value, DateTimeOffset.UtcNow.AddDays(6.9), DateTimeOffset.UtcNow.AddDays(7.1));
        Assert.Equal(OrganizationStatus.Active, (await subscriber.LookAsync()).Status);
        Assert.Equal(HttpStatusCode.Created, (await CreateAsync(recordings)).StatusCode);
        await (await subscriber.PostAsync("subscription/change", new ChangePlanRequest(Plan.Professional, null)))
            .ShouldBeProblemAsync(HttpStatusCode.Conflict, "payment_overdue");

        await _till.ExecuteAsync("update subscriptions set remind_at = now() where organization_id = $1", subscriber.Tenant.OrganizationId);
        await kipu.ReadMailsAsync(subscriber.Tenant.Email, "plan", count: 2);
        await _till.ExecuteAsync("update subscriptions set grace_until = now() where organization_id = $1", subscriber.Tenant.OrganizationId);

        await subscriber.WaitForAsync(Plan.Starter, OrganizationStatus.Suspended);
        await (await CreateAsync(recordings)).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "organization_suspended");
        Assert.Equal(HttpStatusCode.OK, (await recordings.GetAsync("/api/recordings")).StatusCode);
        Assert.NotEmpty((await subscriber.HistoryAsync()));
        Assert.Equal(HttpStatusCode.OK, (await subscriber.PostAsync("portal")).StatusCode);

        var open = (await subscriber.InvoicesAsync()).Single(invoice => invoice.Status == "open");
        await (await _till.StripeAsync()).Invoices.PayAsync(open.Id, new InvoicePayOptions { PaidOutOfBand = true });

        await subscriber.WaitForAsync(Plan.Starter, OrganizationStatus.Active);
        Assert.Null((await subscriber.LookAsync()).Subscription!.GraceUntil);
        Assert.Equal(HttpStatusCode.Created, (await CreateAsync(recordings)).StatusCode);
        var told = (await kipu.ReadMailsAsync(subscriber.Tenant.Email, "plan", count: 3)).Select(mail => mail.Subject).ToList();
        Assert.Equal(3, told.Count);
        Assert.Contains("failed", told[0], StringComparison.Ordinal);
        Assert.Contains("will be suspended on", told[1], StringComparison.Ordinal);
        Assert.Contains("is suspended", told[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_all_attempts_have_failed_Stripe_ends_the_subscription_and_who_fits_it_goes_on_for_free()
    {
        var subscriber = await Subscriber.BuyAsync(kipu, Plan.Starter, FailsLater);

        await subscriber.AgeAsync(days: 32);
        await subscriber.AgeAsync(days: 27);

        await subscriber.WaitForAsync(SubscriptionStatus.Cancelled);
        await subscriber.WaitForAsync(Plan.Free, OrganizationStatus.Active);
    }

    [Fact]
    public async Task A_partial_refund_is_in_the_books_and_changes_nothing_else()
    {
        var subscriber = await Subscriber.BuyAsync(kipu, Plan.Starter);
        var charge = await subscriber.ChargeOfAsync((await subscriber.InvoicesAsync())[0]);

        await (await _till.StripeAsync()).Refunds.CreateAsync(new RefundCreateOptions { Charge = charge, Amount = 900 });

        await KipuSystem.WaitUntilAsync(async () => (await subscriber.HistoryAsync())[0].RefundedMinor == 900, "the refund is in the books");
        Assert.Equal((2900, DisputeStatus.None), ((await subscriber.HistoryAsync())[0].AmountMinor, (await subscriber.HistoryAsync())[0].Dispute));
        Assert.Equal(SubscriptionStatus.Active, (await subscriber.LookAsync()).Subscription!.Status);
    }

    [Fact]
    public async Task A_full_refund_ends_the_subscription_at_once()
    {
        var subscriber = await Subscriber.BuyAsync(kipu, Plan.Starter);
        var charge = await subscriber.ChargeOfAsync((await subscriber.InvoicesAsync())[0]);

        await (await _till.StripeAsync()).Refunds.CreateAsync(new RefundCreateOptions { Charge = charge });

        await subscriber.WaitForAsync(SubscriptionStatus.Cancelled);
        await subscriber.WaitForAsync(Plan.Free, OrganizationStatus.Active);
        Assert.Equal(2900, Assert.Single(await subscriber.HistoryAsync()).RefundedMinor);
        Assert.Equal("canceled", (await (await _till.StripeAsync()).Subscriptions.GetAsync(subscriber.SubscriptionId)).Status);
    }

    [Fact]
    public async Task A_refunded_purchase_that_nobody_has_claimed_makes_no_organization_any_more()
    {
        var checkout = await _till.OpenAnonymouslyAsync();
        await _till.PayAsync(checkout);
        var code = await _till.WaitForCodeAsync(checkout);
        var stripe = await _till.StripeAsync();
        var session = await stripe.Checkout.Sessions.GetAsync(checkout.SessionId);
        var link = (await stripe.InvoicePayments.ListAsync(new InvoicePaymentListOptions { Invoice = session.InvoiceId })).Data.Single();

        await stripe.Refunds.CreateAsync(new RefundCreateOptions { PaymentIntent = link.Payment.PaymentIntentId });

        await KipuSystem.WaitUntilAsync(async () => (await _till.LookAsync(checkout)).OrganizationCode is null, "the code is shown no more");
        using var auth = kipu.CreateClient("auth");
        var request = new CreateFromCodeRequest("Acme", code, Some.Email(), Some.Name, Some.Password);
        await KipuSystem.WaitUntilAsync(
            async () => await IsRevokedAsync(code), "Auth has heard that the code has ended");
        await (await auth.PostAsJsonAsync("/api/organizations/create-from-code", request)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "invalid_code");
    }

    [Fact]
    public async Task A_disputed_payment_suspends_and_a_lost_one_ends_the_subscription()
    {
        var subscriber = await Subscriber.PayAsync(kipu, Plan.Starter, IsDisputed);

        await subscriber.WaitForAsync(Plan.Starter, OrganizationStatus.Suspended);
        Assert.Equal(DisputeStatus.Open, Assert.Single(await subscriber.HistoryAsync()).Dispute);

        var stripe = await _till.StripeAsync();
        var charge = await subscriber.ChargeOfAsync((await subscriber.InvoicesAsync())[0]);
        var dispute = (await stripe.Disputes.ListAsync(new DisputeListOptions { Charge = charge })).Data.Single();
        await stripe.Disputes.CloseAsync(dispute.Id);

        await subscriber.WaitForAsync(SubscriptionStatus.Cancelled);
        Assert.Equal(DisputeStatus.Lost, Assert.Single(await subscriber.HistoryAsync()).Dispute);
    }

    private static Task<HttpResponseMessage> CreateAsync(HttpClient recordings) => recordings.PostAsJsonAsync("/api/recordings", new { title = "Weekly" });

    private async Task<bool> IsRevokedAsync(string code)
    {
        using var auth = kipu.CreateClient("auth");
        using var response = await auth.PostAsJsonAsync("/api/organizations/validate-code", new ValidateCodeRequest(code));
        return response.StatusCode == HttpStatusCode.NotFound;
    }
}
