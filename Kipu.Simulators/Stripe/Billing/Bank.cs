using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>The bank behind each test card.</summary>
internal static class Bank
{
    /// <param name="state">The account.</param>
    /// <param name="method">The card.</param>
    /// <param name="present">Whether the customer is there to be asked, as on a page.</param>
    public static BankAnswer Ask(StripeState state, JsonObject method, bool present)
    {
        var card = TestCards.Of(state, method);
        if (present) return card.Authenticates ? BankAnswer.Authenticate : new BankAnswer(Decline: card.Decline);
        return card.Later?.Code == "authentication_required" ? BankAnswer.Authenticate : new BankAnswer(Decline: card.Later);
    }

    /// <summary>The answer once the customer was asked.</summary>
    public static Decline? AfterAuthentication(StripeState state, JsonObject method, bool passed) =>
        passed ? TestCards.Of(state, method).Decline : new Decline("payment_intent_authentication_failure", "authentication_failed");
}

/// <summary>Neither part set is a yes.</summary>
internal sealed record BankAnswer(bool NeedsAuthentication = false, Decline? Decline = null)
{
    public static BankAnswer Authenticate { get; } = new(NeedsAuthentication: true);
}
