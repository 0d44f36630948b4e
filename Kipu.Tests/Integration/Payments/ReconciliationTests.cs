using System.Net;
using Stripe;
using Plan = Kipu.Contracts.Plan;

namespace Kipu.Tests;

[Collection(StripeWebhooks.Name)]
public sealed class ReconciliationTests(KipuSystem kipu)
{
    private const int Organizations = 20;
    private const int Deliveries = 200;
    private const double Lost = 0.3;
    private readonly Till _till = new(kipu);
    private readonly Operator _operator = new(kipu);

    [Fact]
    public async Task A_change_whose_webhooks_were_all_lost_is_found_when_subscriptions_are_compared_each_night()
    {
        var subscriber = await Subscriber.BuyAsync(kipu, Plan.Starter);
        await _operator.UnheardAsync(async () => await (await _till.StripeAsync()).Subscriptions.UpdateAsync(
            subscriber.SubscriptionId, new SubscriptionUpdateOptions { CancelAtPeriodEnd = true }));

        await _till.ExecuteAsync("update reconciliation_turns set at = at - interval '1 day' where name = 'subscriptions'");

        await KipuSystem.WaitUntilAsync(async () => (await subscriber.LookAsync()).Subscription!.CancelAtPeriodEnd, "the books follow by themselves");
    }

    [Fact]
    public async Task A_refund_whose_webhooks_were_all_lost_is_found_in_Stripes_record_of_events()
    {
        var subscriber = await Subscriber.BuyAsync(kipu, Plan.Starter);
        var charge = await subscriber.ChargeOfAsync((await subscriber.InvoicesAsync())[0]);
        await _operator.UnheardAsync(async () => await (await _till.StripeAsync()).Refunds.CreateAsync(
            new RefundCreateOptions { Charge = charge, Amount = 100 }));

        await _operator.ReconcileAsync();

        await KipuSystem.WaitUntilAsync(async () => (await subscriber.HistoryAsync())[0].RefundedMinor == 100, "the refund is in the books");
        Assert.Equal("Reconciliation", await _till.QueryAsync(
            "select source from webhook_events where type = 'refund.created' and object_id = $1", row => row.GetString(0), charge));
    }

    /// <summary>Two that every run plays, and one of its own, which a failure names.</summary>
    public static TheoryData<int> Seeds => [1, 2, Random.Shared.Next()];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Shuffled_doubled_and_partly_lost_webhooks_of_many_organizations_leave_each_with_one_code_and_the_right_state(int seed)
    {
        var random = new Random(seed);
        var purchases = await _operator.UnheardAsync(() => Task.WhenAll(Enumerable.Range(0, Organizations).Select(_ => PurchaseAsync(random.Next(5)))));
        var events = (await Task.WhenAll(purchases.Select(purchase => _till.EventsAboutAsync(purchase.SubscriptionId)))).SelectMany(bodies => bodies).ToList();
        var arriving = events.Where(_ => random.NextDouble() >= Lost).ToList();
        var deliveries = Enumerable.Range(0, Deliveries).Select(i => arriving[i % arriving.Count]).ToArray();
        random.Shuffle(deliveries);

        var answers = await Task.WhenAll(deliveries.Select(body => _till.DeliverAsync(body)));
        await _operator.ReconcileAsync();

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        foreach (var purchase in purchases)
        {
            await KipuSystem.WaitUntilAsync(() => IsRightAsync(purchase), $"the books agree with Stripe about {purchase.SubscriptionId}");
            Assert.Equal((1, purchase.Payments, 1), await _till.CountAsync(purchase.Checkout));
        }
    }

    /// <summary>Buys a plan, and then lets something happen at Stripe, as it happens in the portal.</summary>
    private async Task<Purchase> PurchaseAsync(int fate)
    {
        var tenant = await kipu.SignUpAsync();
        var checkout = await Till.OpenAsync(tenant);
        Assert.Equal(HttpStatusCode.SeeOther, (await _till.PayAsync(checkout)).StatusCode);
        var stripe = await _till.StripeAsync();
        var session = await stripe.Checkout.Sessions.GetAsync(checkout.SessionId);
        switch (fate)
        {
            case 0:
                await stripe.Subscriptions.UpdateAsync(session.SubscriptionId, new SubscriptionUpdateOptions { CancelAtPeriodEnd = true });
                break;
            case 1:
                await stripe.Subscriptions.CancelAsync(session.SubscriptionId);
                break;
            case 2:
                var link = (await stripe.InvoicePayments.ListAsync(new InvoicePaymentListOptions { Invoice = session.InvoiceId })).Data.Single();
                await stripe.Refunds.CreateAsync(new RefundCreateOptions { PaymentIntent = link.Payment.PaymentIntentId });
                break;
        }

        return new Purchase(
            tenant, checkout, session.SubscriptionId,
            fate is 1 or 2 ? SubscriptionStatus.Cancelled : SubscriptionStatus.Active, EndsWithPeriod: fate == 0, Refunded: fate == 2 ? 2900 : 0, Payments: 1);
    }

    private async Task<bool> IsRightAsync(Purchase purchase)
    {
        if ((await _till.LookAsync(purchase.Checkout)).Status != CheckoutStatus.Complete) return false;
        var books = await _till.QueryAsync(
            """
            select s.status, s.cancel_at_period_end, coalesce(sum(p.refunded_minor), 0)::bigint
            from subscriptions s left join payments p on p.subscription_id = s.id
            where s.provider_subscription_id = $1 group by s.status, s.cancel_at_period_end
            """,
            row => (row.GetString(0), row.GetBoolean(1), row.GetInt64(2)), purchase.SubscriptionId);
        return books == (purchase.Status.ToString(), purchase.EndsWithPeriod, purchase.Refunded);
    }

    private sealed record Purchase(
        TestTenant Tenant, CheckoutResponse Checkout, string SubscriptionId, SubscriptionStatus Status, bool EndsWithPeriod, long Refunded, long Payments);
}
