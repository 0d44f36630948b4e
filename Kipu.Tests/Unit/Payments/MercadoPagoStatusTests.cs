using Kipu.Payments;

namespace Kipu.Tests;

public sealed class MercadoPagoStatusTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;

    [Theory]
    [InlineData("pending", null, null, 0, null)]
    [InlineData("authorized", null, null, 0, null)]
    [InlineData("authorized", "recycling", "rejected", 0, null)]
    [InlineData("authorized", "processed", "rejected", 0, null)]
    [InlineData("authorized", "processed", "approved", 10, SubscriptionStatus.Active)]
    [InlineData("authorized", "waiting for gateway", "in_process", -1, SubscriptionStatus.Active)]
    [InlineData("authorized", "recycling", "rejected", -1, SubscriptionStatus.PastDue)]
    [InlineData("authorized", "processed", "rejected", -1, SubscriptionStatus.PastDue)]
    [InlineData("authorized", "processed", "refunded", 10, SubscriptionStatus.Active)]
    [InlineData("paused", "processed", "approved", 10, SubscriptionStatus.Active)]
    [InlineData("paused", "processed", "approved", -1, SubscriptionStatus.Suspended)]
    [InlineData("pending", "processed", "approved", 10, SubscriptionStatus.Active)]
    [InlineData("cancelled", "processed", "approved", 10, SubscriptionStatus.Cancelled)]
    public void A_subscription_is_what_has_been_paid_of_it(
        string preapproval, string? instalment, string? payment, int paidDays, SubscriptionStatus? status) =>
        Assert.Equal(status, MercadoPagoStatus.OfSubscription(
            preapproval, instalment is null ? null : (instalment, payment), paidDays == 0 ? null : Now.AddDays(paidDays), Now));

    [Fact]
    public void A_status_that_is_not_known_is_an_alarm() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MercadoPagoStatus.OfSubscription("asleep", null, Now, Now));

    [Theory]
    [InlineData("pending", false, nameof(ProviderCheckoutStatus.Open))]
    [InlineData("authorized", false, nameof(ProviderCheckoutStatus.Processing))]
    [InlineData("authorized", true, nameof(ProviderCheckoutStatus.Paid))]
    [InlineData("cancelled", true, nameof(ProviderCheckoutStatus.Paid))]
    [InlineData("cancelled", false, nameof(ProviderCheckoutStatus.Expired))]
    public void A_checkout_is_paid_when_money_came(string preapproval, bool paid, string status) =>
        Assert.Equal(status, $"{MercadoPagoStatus.OfCheckout(preapproval, paid)}");

    [Theory]
    [InlineData("approved", "accredited", DisputeStatus.None)]
    [InlineData("refunded", "refunded", DisputeStatus.None)]
    [InlineData("in_mediation", "pending", DisputeStatus.Open)]
    [InlineData("charged_back", "in_process", DisputeStatus.Open)]
    [InlineData("charged_back", "settled", DisputeStatus.Lost)]
    [InlineData("charged_back", "reimbursed", DisputeStatus.Won)]
    public void What_is_contested_is_open_until_it_is_decided(string payment, string detail, DisputeStatus dispute) =>
        Assert.Equal(dispute, MercadoPagoStatus.OfDispute(payment, detail));

    [Fact]
    public void Pesos_are_whole_on_the_wire_and_hundredths_in_the_books()
    {
        Assert.Equal(11_900_000, MercadoPagoMoney.ToMinor(119_000m, "COP"));
        Assert.Equal(11_900_000, MercadoPagoMoney.ToMinor(119_000.00m, "COP"));
        Assert.Equal(119_000, MercadoPagoMoney.ToPesos(11_900_000));
        Assert.Throws<InvalidOperationException>(() => MercadoPagoMoney.ToMinor(119_000.5m, "COP"));
        Assert.Throws<InvalidOperationException>(() => MercadoPagoMoney.ToMinor(119_000m, "USD"));
        Assert.Throws<InvalidOperationException>(() => MercadoPagoMoney.ToPesos(11_900_050));
    }
}
