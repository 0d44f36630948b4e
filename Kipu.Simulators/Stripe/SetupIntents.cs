using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>Cards that are kept without a charge: for a trial, for a checkout that costs nothing, by the portal.</summary>
internal static class SetupIntents
{
    public const string Kind = "setup_intent";

    public static JsonObject Get(StripeCall call)
    {
        call.Parameters.End();
        return call.State.Get(Kind, call.Id);
    }

    public static JsonObject Add(StripeState state, string? customer)
    {
        var id = StripeState.NewId("seti");
        var intent = state.Add(new JsonObject
        {
            ["id"] = id,
            ["object"] = Kind,
            ["client_secret"] = $"{id}_secret_{StripeState.NewId("x")[2..]}",
            ["created"] = state.Now,
            ["customer"] = customer,
            ["description"] = null,
            ["last_setup_error"] = null,
            ["livemode"] = false,
            ["metadata"] = new JsonObject(),
            ["next_action"] = null,
            ["payment_method"] = null,
            ["payment_method_options"] = new JsonObject(),
            ["payment_method_types"] = new JsonArray("card"),
            ["status"] = "requires_payment_method",
            ["usage"] = "off_session",
        });
        state.Emit("setup_intent.created", intent);
        return intent;
    }

    public static void AwaitAuthentication(StripeState state, JsonObject intent, JsonObject method)
    {
        intent["payment_method"] = method.Id();
        intent["status"] = "requires_action";
        intent["next_action"] = new JsonObject { ["type"] = "use_stripe_sdk", ["use_stripe_sdk"] = new JsonObject() };
        state.Emit("setup_intent.requires_action", intent);
    }

    public static void Succeed(StripeState state, JsonObject intent, JsonObject method)
    {
        intent["payment_method"] = method.Id();
        intent["status"] = "succeeded";
        intent["next_action"] = null;
        intent["last_setup_error"] = null;
        state.Emit("setup_intent.succeeded", intent);
    }

    public static void Refuse(StripeState state, JsonObject intent, Decline decline)
    {
        intent["payment_method"] = null;
        intent["status"] = "requires_payment_method";
        intent["next_action"] = null;
        intent["last_setup_error"] = new JsonObject
        {
            ["type"] = decline.DeclineCode == "authentication_failed" ? "invalid_request_error" : "card_error",
            ["code"] = decline.Code == "payment_intent_authentication_failure" ? "setup_intent_authentication_failure" : decline.Code,
            ["decline_code"] = decline.Code == "card_declined" ? decline.DeclineCode : null,
            ["message"] = decline.Message,
        };
        state.Emit("setup_intent.setup_failed", intent);
    }
}
