using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>What one answer of the bank does to a payment intent and its charges.</summary>
internal static class Charging
{
    public static void AwaitAuthentication(StripeState state, JsonObject intent, JsonObject method)
    {
        intent["payment_method"] = method.Id();
        intent["status"] = "requires_action";
        intent["next_action"] = new JsonObject { ["type"] = "use_stripe_sdk", ["use_stripe_sdk"] = new JsonObject() };
        state.Emit("payment_intent.requires_action", intent);
    }

    public static void Succeed(StripeState state, JsonObject intent, JsonObject method)
    {
        var charge = state.Add(PaymentIntents.NewCharge(state, intent, method, decline: null));
        intent["status"] = "succeeded";
        intent["next_action"] = null;
        intent["payment_method"] = method.Id();
        intent["amount_received"] = intent.Number("amount");
        intent["latest_charge"] = charge.Id();
        intent["last_payment_error"] = null;
        state.Emit("payment_intent.succeeded", intent);
        state.Emit("charge.succeeded", charge);
        Disputes.Follow(state, charge, TestCards.Of(state, method).Aftermath);
    }

    public static void Refuse(StripeState state, JsonObject intent, JsonObject method, Decline decline)
    {
        intent["status"] = "requires_payment_method";
        intent["payment_method"] = null;
        intent["next_action"] = null;
        intent["last_payment_error"] = new JsonObject
        {
            ["type"] = decline.DeclineCode == "authentication_failed" ? "invalid_request_error" : "card_error",
            ["code"] = decline.Code,
            ["decline_code"] = decline.Code == "card_declined" ? decline.DeclineCode : null,
            ["message"] = decline.Message,
            ["payment_method"] = method.DeepClone(),
        };
        if (decline.DeclineCode != "authentication_failed")
        {
            var charge = state.Add(PaymentIntents.NewCharge(state, intent, method, decline));
            intent["latest_charge"] = charge.Id();
            state.Emit("charge.failed", charge);
        }

        state.Emit("payment_intent.payment_failed", intent);
    }
}
