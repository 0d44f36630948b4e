using System.Collections.Frozen;

namespace Kipu.Payments;

/// <summary>Mercado Pago's words in ours.</summary>
internal static class MercadoPagoStatus
{
    /// <summary>What notifications concern us, by topic, with what each is about.</summary>
    public static readonly FrozenDictionary<string, SyncKind> Topics = new Dictionary<string, SyncKind>
    {
        ["subscription_preapproval"] = SyncKind.Subscription,
        ["subscription_authorized_payment"] = SyncKind.Instalment,
        ["payment"] = SyncKind.Charge,
    }.ToFrozenDictionary();

    /// <summary>
    /// A subscription is what has been paid of it. That it is authorized proves nothing: the first charge may come an hour later;
    /// that an instalment is processed neither: so it is, too, when its last attempt was rejected.
    /// </summary>
    /// <param name="preapproval">The subscription's own status.</param>
    /// <param name="attempt">The status of the latest instalment that was tried, with that of its payment.</param>
    /// <param name="paidUntil">The end of the last period that was paid; null before the first.</param>
    /// <param name="now">The time.</param>
    /// <returns>Null while it isn't settled whether there will be a subscription.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Mercado Pago has a status that this version doesn't know.</exception>
    public static SubscriptionStatus? OfSubscription(
        string preapproval, (string Instalment, string? Payment)? attempt, DateTimeOffset? paidUntil,
        DateTimeOffset now) => preapproval switch
        {
            "cancelled" or "finished" => SubscriptionStatus.Cancelled,
            "pending" or "authorized" or "paused" when paidUntil is null => null,
            // Stopped, it runs on until what is paid for is over.
            "paused" => now < paidUntil ? SubscriptionStatus.Active : SubscriptionStatus.Suspended,
            // Pending and paid: it was authorized between the look at it and the look at its instalments.
            "pending" or "authorized" => IsOverdue(attempt) ? SubscriptionStatus.PastDue : SubscriptionStatus.Active,
            _ => throw new ArgumentOutOfRangeException(nameof(preapproval), preapproval, "Unknown subscription status"),
        };

    /// <summary>Open until somebody authorizes it, processing until the first money has come.</summary>
    public static ProviderCheckoutStatus OfCheckout(string preapproval, bool paid) => (preapproval, paid) switch
    {
        (_, true) => ProviderCheckoutStatus.Paid,
        ("pending", _) => ProviderCheckoutStatus.Open,
        ("authorized" or "paused", _) => ProviderCheckoutStatus.Processing,
        _ => ProviderCheckoutStatus.Expired,
    };

    /// <summary>Whether money came, whatever became of it afterwards.</summary>
    public static bool IsCollected(string? payment) => payment is "approved" or "refunded" or "charged_back" or "in_mediation";

    public static DisputeStatus OfDispute(string payment, string? detail) => (payment, detail) switch
    {
        ("in_mediation", _) => DisputeStatus.Open,
        ("charged_back", "settled") => DisputeStatus.Lost,
        ("charged_back", "reimbursed") => DisputeStatus.Won,
        ("charged_back", _) => DisputeStatus.Open,
        _ => DisputeStatus.None,
    };

    private static bool IsOverdue((string Instalment, string? Payment)? attempt) =>
        attempt is { Instalment: "recycling" } or { Payment: "rejected" or "cancelled" };
}
