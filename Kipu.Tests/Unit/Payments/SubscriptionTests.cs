using Kipu.Payments;

namespace Kipu.Tests;

public sealed class SubscriptionTests
{
    private static readonly TimeSpan Grace = TimeSpan.FromDays(7);
    private static readonly DateTimeOffset Start = DateTimeOffset.UnixEpoch;
    private static readonly Checkout Bought = Checkout.Of(Provider.Stripe, Guid.CreateVersion7(), Plan.Starter, new(2900, "usd"), null, "", Start);

    private static readonly SubscriptionSnapshot Active =
        new("sub_1", "cus_1", Bought.Id, Plan.Starter, SubscriptionStatus.Active, Start, Start.AddDays(30), false, []);

    private static readonly SubscriptionSnapshot PastDue = Active with { Status = SubscriptionStatus.PastDue };
    private readonly Subscription _subscription = Subscription.Of(Bought, Active);

    [Fact]
    public void What_is_known_already_is_no_news()
    {
        Assert.True(Follow(Active));
        Assert.False(Follow(Active));
    }

    [Theory]
    [InlineData(SubscriptionStatus.Active, true)]
    [InlineData(SubscriptionStatus.Cancelled, false)]
    public void A_subscription_that_has_ended_does_not_come_back(SubscriptionStatus known, bool follows)
    {
        Follow(Active with { Status = known });

        var renewed = Follow(Active with { PeriodEnd = Start.AddDays(60) });

        Assert.Equal(follows, renewed);
        Assert.Equal(known, _subscription.Status);
    }

    [Fact]
    public void A_failed_payment_takes_nothing_away_for_a_week_and_suspends_then()
    {
        Follow(Active);

        Follow(PastDue, Start.AddDays(30));
        Assert.Equal((SubscriptionStatus.PastDue, Start.AddDays(37)), (_subscription.Status, _subscription.GraceUntil));
        Assert.False(Follow(PastDue, Start.AddDays(36)));

        Assert.True(Follow(PastDue, Start.AddDays(37)));
        Assert.Equal(SubscriptionStatus.Suspended, _subscription.Status);
        Assert.False(Follow(PastDue, Start.AddDays(38)));
    }

    [Fact]
    public void An_organization_is_told_of_a_failed_payment_reminded_twice_and_told_of_its_suspension_each_once()
    {
        _subscription.GiveTo(Guid.CreateVersion7());
        var told = new List<(int Day, OverdueNotice Notice, DateTimeOffset? Until)>();
        Follow(Active);
        for (var day = 29; day < 40; day++)
        {
            Follow(day < 30 ? Active : PastDue, Start.AddDays(day));
            foreach (var time in new[] { Start.AddDays(day), Start.AddDays(day).AddHours(6) })
            {
                if (_subscription.TakeNotice(contested: false, time) is { } notice) told.Add((day, notice.Notice, notice.GraceUntil));
            }
        }

        DateTimeOffset? until = Start.AddDays(37);
        Assert.Equal(
            [(30, OverdueNotice.Failed, until), (33, OverdueNotice.Reminder, until), (36, OverdueNotice.Reminder, until), (37, OverdueNotice.Suspended, null)],
            told);
    }

    [Fact]
    public void The_next_failure_after_a_payment_is_told_again()
    {
        _subscription.GiveTo(Guid.CreateVersion7());
        Follow(PastDue, Start.AddDays(30));
        Assert.Equal(OverdueNotice.Failed, _subscription.TakeNotice(contested: false, Start.AddDays(30))?.Notice);

        Follow(Active, Start.AddDays(31));
        Assert.Null(_subscription.TakeNotice(contested: false, Start.AddDays(31)));
        Follow(PastDue, Start.AddDays(60));

        Assert.Equal(OverdueNotice.Failed, _subscription.TakeNotice(contested: false, Start.AddDays(60))?.Notice);
    }

    [Fact]
    public void A_contested_payment_is_none_that_is_overdue()
    {
        _subscription.GiveTo(Guid.CreateVersion7());
        _subscription.TryFollow(Active, contested: true, Grace, Start);

        Assert.Null(_subscription.TakeNotice(contested: true, Start));
    }

    [Theory]
    [InlineData(31)]
    [InlineData(50)]
    public void A_payment_that_comes_after_all_makes_everything_good(int day)
    {
        Follow(Active);
        Follow(PastDue, Start.AddDays(30));
        Follow(PastDue, Start.AddDays(day));

        Follow(Active with { PeriodEnd = Start.AddDays(60) }, Start.AddDays(day));

        Assert.Equal((SubscriptionStatus.Active, null), (_subscription.Status, _subscription.GraceUntil));
    }

    [Fact]
    public void A_second_failure_has_a_grace_period_of_its_own()
    {
        Follow(PastDue, Start);
        Follow(Active, Start.AddDays(1));

        Follow(PastDue, Start.AddDays(30));

        Assert.Equal(Start.AddDays(37), _subscription.GraceUntil);
    }

    [Fact]
    public void A_contested_payment_suspends_until_the_bank_has_decided()
    {
        Follow(Active);

        _subscription.TryFollow(Active, contested: true, Grace, Start);
        Assert.Equal(SubscriptionStatus.Suspended, _subscription.Status);

        Follow(Active);
        Assert.Equal(SubscriptionStatus.Active, _subscription.Status);
    }

    [Fact]
    public void The_end_is_an_end_also_for_the_contested()
    {
        _subscription.TryFollow(Active with { Status = SubscriptionStatus.Cancelled }, contested: true, Grace, Start);

        Assert.Equal(SubscriptionStatus.Cancelled, _subscription.Status);
    }

    [Theory]
    [InlineData(true, Plan.Free, SubscriptionStatus.Active)]
    [InlineData(false, Plan.Starter, SubscriptionStatus.Cancelled)]
    public void What_an_ended_subscription_grants_is_free_or_nothing(bool fits, Plan plan, SubscriptionStatus status)
    {
        Follow(Active with { Status = SubscriptionStatus.Cancelled });
        _subscription.FallsToFree = fits;

        var change = _subscription.ToChange(Start);

        Assert.Equal((plan, status), (change.Plan, change.Status));
    }

    [Theory]
    [InlineData(2900, 2900, SubscriptionStatus.Active, true)]
    [InlineData(2900, 1450, SubscriptionStatus.Active, true)]
    [InlineData(2900, 0, SubscriptionStatus.Active, true)]
    [InlineData(0, 0, SubscriptionStatus.Trial, true)]
    [InlineData(0, 0, SubscriptionStatus.Active, false)]
    [InlineData(100, 100, SubscriptionStatus.Active, false)]
    [InlineData(2900, 5000, SubscriptionStatus.Active, false)]
    public void A_purchase_counts_at_its_price_with_a_discount_or_on_trial_and_no_other_way(
        long subtotal, long total, SubscriptionStatus status, bool counts)
    {
        var paid = new CheckoutSnapshot(
            "cs_1", Bought.Id, ProviderCheckoutStatus.Paid, subtotal, total, "usd", Active with { Status = status });

        Assert.Equal(counts, paid.IsAsOrdered(Bought));
        Assert.False((paid with { Currency = "cop" }).IsAsOrdered(Bought));
        Assert.False((paid with { Subscription = Active with { Plan = Plan.Enterprise } }).IsAsOrdered(Bought));
    }

    [Theory]
    [InlineData(Plan.Starter, true)]
    [InlineData(Plan.Enterprise, false)]
    public void A_purchase_of_which_we_hear_when_the_plan_has_changed_already_counts_by_its_first_payment(Plan paid, bool counts)
    {
        var payments = new[] { PaymentOf("in_2", PaymentKind.Change, Plan.Professional), PaymentOf("in_1", PaymentKind.First, paid) };

        var late = new CheckoutSnapshot(
            "cs_1", Bought.Id, ProviderCheckoutStatus.Paid, 2900, 2900, "usd", Active with { Plan = Plan.Professional, Payments = payments });

        Assert.Equal(counts, late.IsAsOrdered(Bought));
    }

    private static PaymentSnapshot PaymentOf(string key, PaymentKind kind, Plan plan) => new(key, kind, plan, 2900, "usd", Start, null);

    private bool Follow(SubscriptionSnapshot snapshot, DateTimeOffset? now = null) =>
        _subscription.TryFollow(snapshot, contested: false, Grace, now ?? Start);
}
