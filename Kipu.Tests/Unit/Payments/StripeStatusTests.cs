using Kipu.Payments;

namespace Kipu.Tests;

public sealed class StripeStatusTests
{
    [Theory]
    [InlineData("trialing", SubscriptionStatus.Trial)]
    [InlineData("active", SubscriptionStatus.Active)]
    [InlineData("past_due", SubscriptionStatus.PastDue)]
    [InlineData("unpaid", SubscriptionStatus.Suspended)]
    [InlineData("paused", SubscriptionStatus.Suspended)]
    [InlineData("canceled", SubscriptionStatus.Cancelled)]
    [InlineData("incomplete_expired", SubscriptionStatus.Cancelled)]
    [InlineData("incomplete", null)]
    public void A_subscription_of_Stripe_has_its_status_in_our_words(string theirs, SubscriptionStatus? ours) =>
        Assert.Equal(ours, StripeStatus.OfSubscription(theirs));

    [Fact]
    public void A_status_that_nobody_knows_is_an_alarm_and_not_a_guess() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => StripeStatus.OfSubscription("resting"));

    [Theory]
    [InlineData("open", "unpaid", "Open")]
    [InlineData("complete", "unpaid", "Processing")]
    [InlineData("complete", "paid", "Paid")]
    [InlineData("complete", "no_payment_required", "Paid")]
    [InlineData("expired", "unpaid", "Expired")]
    public void A_checkout_is_paid_only_when_it_is_complete_and_the_money_is_there(string status, string paymentStatus, string ours) =>
        Assert.Equal(ours, StripeStatus.OfCheckout(status, paymentStatus).ToString());

    [Theory]
    [InlineData(SubscriptionStatus.Active, true)]
    [InlineData(SubscriptionStatus.Cancelled, false)]
    public void A_subscription_that_has_ended_does_not_come_back(SubscriptionStatus known, bool follows)
    {
        var now = DateTimeOffset.UnixEpoch;
        var checkout = Checkout.Of(null, Plan.Starter, 2900, null, "", now);
        var snapshot = new SubscriptionSnapshot("sub_1", "cus_1", checkout.Id, Plan.Starter, known, now, now.AddDays(30), false, []);
        var subscription = Subscription.Of(checkout, snapshot);
        Assert.True(subscription.TryFollow(snapshot, now));
        Assert.False(subscription.TryFollow(snapshot, now));

        var renewed = subscription.TryFollow(snapshot with { Status = SubscriptionStatus.Active, PeriodEnd = now.AddDays(60) }, now);

        Assert.Equal(follows, renewed);
        Assert.Equal(known, subscription.Status);
    }
}
