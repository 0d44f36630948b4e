namespace Kipu.Simulators;

/// <summary>The card's fields on Mercado Pago's pages, named as on its own.</summary>
internal static class CardForm
{
    public static string Fields(IFormCollection? entry) =>
        Html.Field("cardNumber", "Card number", entry?["cardNumber"].ToString(),
            """inputmode="numeric" autocomplete="cc-number" placeholder="5254 1336 7440 3564" """)
        + Html.Field("cardholderName", "Name on card", entry?["cardholderName"].ToString(),
            """autocomplete="cc-name" placeholder="APRO" """)
        + Html.Field("cardExpirationDate", "Expiration (MM / YY)", entry?["cardExpirationDate"].ToString(),
            """autocomplete="cc-exp" placeholder="MM / YY" """)
        + Html.Field("securityCode", "Security code", null, """inputmode="numeric" autocomplete="cc-csc" placeholder="123" """);

    public static string Names() => $"""
        <details><summary>Names that decide (any card, any future date, any code)</summary><table><tbody>
        {string.Concat(CardOutcome.All.Select(outcome => $"<tr><td><code>{outcome.Name}</code></td><td>{outcome.Meaning}</td></tr>"))}
        </tbody></table></details>
        """;

    /// <returns>What the card's bank will say, or words on the first field that is wrong.</returns>
    public static (CardOutcome? Card, string? Wrong) Read(IFormCollection form, DateTimeOffset now)
    {
        var number = form["cardNumber"].ToString().Replace(" ", "", StringComparison.Ordinal);
        if (number.Length is < 13 or > 19 || !number.All(char.IsAsciiDigit)) return (null, "The card number is incomplete.");
        if (CardOutcome.Find(form["cardholderName"]) is not { } card)
            return (null, "The simulator knows the names listed below, such as APRO.");
        if (TestCards.ReadExpiry(form["cardExpirationDate"].ToString(), now) is null)
            return (null, "The expiration date is incomplete or in the past.");
        var code = form["securityCode"].ToString().Trim();
        return code.Length is 3 or 4 && code.All(char.IsAsciiDigit) ? (card, null) : (null, "The security code is incomplete.");
    }
}
