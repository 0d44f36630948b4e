using System.Globalization;
using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>Stripe's published test cards, and how the bank of each answers a checkout.</summary>
internal static class TestCards
{
    private static readonly TestCard[] All =
    [
        new("4242424242424242", "visa", "A payment that succeeds"),
        new("5555555555554444", "mastercard", "Succeeds (Mastercard)"),
        new("378282246310005", "amex", "Succeeds (American Express)"),
        new("4000000000003055", "visa", "Succeeds; 3-D Secure is possible, not required"),
        new("4000003800000446", "visa", "Succeeds; already set up for 3-D Secure"),
        new("4000000000000341", "visa", "Succeeds now; each later charge is declined") { Later = new("card_declined", "generic_decline") },
        new("4000000000000259", "visa", "Succeeds, then is disputed as fraudulent") { Aftermath = Aftermath.Dispute },
        new("4000000000005423", "visa", "Succeeds, then the bank warns of fraud") { Aftermath = Aftermath.FraudWarning },
        new("4000000000007726", "visa", "Succeeds; a refund is pending at first") { Aftermath = Aftermath.PendingRefund },
        new("4000000000005126", "visa", "Succeeds; a refund fails afterwards") { Aftermath = Aftermath.FailedRefund },
        new("4000000000003220", "visa", "3-D Secure, then succeeds") { Authenticates = true },
        new("4000002500003155", "visa", "3-D Secure unless set up") { Authenticates = true },
        new("4000002760003184", "visa", "3-D Secure each time, also at renewals") { Authenticates = true, Later = new(
            "authentication_required", "authentication_required") },
        new("4000008400001280", "visa", "3-D Secure can't be looked up") { Decline = new(
            "payment_intent_authentication_failure", "authentication_failed") },
        new("4000008400001629", "visa", "3-D Secure, then declined") { Authenticates = true, Decline = new(
            "card_declined", "generic_decline") },
        new("4000008260003178", "visa", "3-D Secure, then insufficient funds") { Authenticates = true, Decline = new(
            "card_declined", "insufficient_funds"), Later = new("card_declined", "insufficient_funds") },
        new("4000000000000002", "visa", "Declined") { Decline = new("card_declined", "generic_decline") },
        new("4000000000009995", "visa", "Declined: insufficient funds") { Decline = new("card_declined", "insufficient_funds") },
        new("4000000000009987", "visa", "Declined: lost card") { Decline = new("card_declined", "lost_card") },
        new("4000000000009979", "visa", "Declined: stolen card") { Decline = new("card_declined", "stolen_card") },
        new("4000000000000069", "visa", "Declined: expired card") { Decline = new("expired_card", "expired_card") },
        new("4000000000000127", "visa", "Declined: wrong security code") { Decline = new("incorrect_cvc", "incorrect_cvc") },
        new("4000000000000119", "visa", "Declined: processing error") { Decline = new("processing_error", "processing_error") },
    ];

    public static IReadOnlyList<TestCard> Offered => All;

    /// <param name="number">As typed, with or without spaces.</param>
    public static TestCard? Find(string number) =>
        All.FirstOrDefault(card => card.Number == number.Replace(" ", "", StringComparison.Ordinal));

    /// <summary>The card behind a payment method; a bank account, which has no number, pays like the first one.</summary>
    public static TestCard Of(StripeState state, JsonObject method) =>
        state.Notes(method.Id()).Text("number") is { } number ? Find(number)! : All[0];

    /// <summary>Reads "12 / 34"; null for what is no month, and for a month gone by.</summary>
    public static (int Month, int Year)? ReadExpiry(string text, DateTimeOffset now)
    {
        var parts = text.Split('/', StringSplitOptions.TrimEntries);
        if (parts.Length != 2 || !TryRead(parts[0], out var month) || !TryRead(parts[1], out var year)) return null;
        if (year < 100) year += 2000;
        var valid = month is >= 1 and <= 12 && (year > now.Year || (year == now.Year && month >= now.Month));
        return valid ? (month, year) : null;
    }

    private static bool TryRead(string digits, out int value) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}

internal sealed record TestCard(string Number, string Brand, string Meaning)
{
    /// <summary>The bank wants to see the customer (3-D Secure).</summary>
    public bool Authenticates { get; init; }

    public Decline? Decline { get; init; }

    /// <summary>What the bank says when the customer isn't there: at renewals.</summary>
    public Decline? Later { get; init; }

    public Aftermath Aftermath { get; init; }

    public string Last4 => Number[^4..];
}

/// <summary>What follows a payment that succeeded.</summary>
internal enum Aftermath
{
    None,
    Dispute,
    FraudWarning,
    PendingRefund,
    FailedRefund,
}

/// <summary>A bank's no.</summary>
internal sealed record Decline(string Code, string DeclineCode)
{
    /// <summary>What a merchant is told to do about it.</summary>
    public string? Advice => DeclineCode switch
    {
        "insufficient_funds" or "processing_error" => "try_again_later",
        "lost_card" or "stolen_card" => "do_not_try_again",
        "expired_card" or "incorrect_cvc" => "confirm_card_data",
        _ => null,
    };

    /// <summary>What a customer is told: not that a card is thought lost or stolen.</summary>
    public string Message => (Code, DeclineCode) switch
    {
        ("expired_card", _) => "Your card has expired.",
        ("incorrect_cvc", _) => "Your card's security code is incorrect.",
        ("processing_error", _) => "An error occurred while processing your card. Try again in a little bit.",
        (_, "insufficient_funds") => "Your card has insufficient funds.",
        ("authentication_required", _) => "Your card was declined. This transaction requires authentication.",
        (_, "authentication_failed") => "We are unable to authenticate your payment method. Please choose a different one and try again.",
        _ => "Your card was declined.",
    };
}
