using System.Net.Mail;

namespace Kipu.Simulators;

/// <summary>Reads what was typed on the checkout page.</summary>
internal static class PayForm
{
    public static bool IsEmail(string text) =>
        MailAddress.TryCreate(text, out var address)
            && address.Address == text && !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c));

    /// <returns>The checked entry, or words on the first field that is wrong.</returns>
    public static (CardEntry? Entry, string? Wrong) Read(IFormCollection form, string? knownEmail, DateTimeOffset now)
    {
        var email = knownEmail ?? form["email"].ToString().Trim();
        if (!IsEmail(email)) return (null, "Enter your email address.");
        if (TestCards.Find(form["cardNumber"].ToString()) is not { } card)
            return (null, "Your card number is invalid: a simulator takes Stripe's test cards only.");
        if (TestCards.ReadExpiry(form["cardExpiry"].ToString(), now) is not { } expiry)
            return (null, "Your card's expiration date is incomplete or in the past.");
        var code = form["cardCvc"].ToString().Trim();
        if (code.Length is < 3 or > 4 || !code.All(char.IsAsciiDigit)) return (null, "Your card's security code is incomplete.");
        var name = form["billingName"].ToString().Trim();
        return (new CardEntry(card, expiry.Month, expiry.Year, email, name.Length > 0 ? name : null), null);
    }
}
