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
    [InlineData("needs_response", DisputeStatus.Open)]
    [InlineData("under_review", DisputeStatus.Open)]
    [InlineData("won", DisputeStatus.Won)]
    [InlineData("lost", DisputeStatus.Lost)]
    [InlineData("warning_needs_response", DisputeStatus.None)]
    [InlineData("warning_closed", DisputeStatus.Won)]
    public void A_contested_payment_stands_in_our_words(string theirs, DisputeStatus ours) => Assert.Equal(ours, StripeStatus.OfDispute(theirs));

    [Fact]
    public void Stripe_can_be_asked_for_all_events_that_concern_us_at_once() => Assert.InRange(StripeStatus.Events.Count, 1, 20);
}
