using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>Money given back for a charge, whole or in parts. The subscription doesn't notice.</summary>
internal static class Refunds
{
    public const string Kind = "refund";
    private const int SettledAfterSeconds = 5;

    public static JsonObject Create(StripeCall call)
    {
        var (parameters, state) = (call.Parameters, call.State);
        var charge = ChargeOf(parameters, state);
        var amount = parameters.Integer("amount", 1);
        var reason = parameters.OneOf("reason", "duplicate", "fraudulent", "requested_by_customer");
        var refund = new JsonObject { ["metadata"] = new JsonObject() };
        parameters.ApplyMetadata(refund);
        parameters.End();
        using var time = state.InTimeOf(charge.Text("customer"));
        var left = charge.Number("amount_captured") - charge.Number("amount_refunded");
        if (left == 0) throw StripeFault.Request($"Charge {charge.Id()} has already been refunded.", code: "charge_already_refunded");
        if (charge.Is("disputed"))
            throw StripeFault.Request($"Charge {charge.Id()} has been charged back; cannot issue a refund.", code: "charge_disputed");
        if (amount > left)
            throw StripeFault.Request(
                $"Refund amount ({amount}) is greater than unrefunded amount on charge ({left})", "amount", "amount_too_large");

        var trouble = TestCards.Of(state, state.Get(PaymentIntents.Method, charge.Text("payment_method")!)).Aftermath;
        var made = state.Add(
            New(state, charge, amount ?? left, reason, refund["metadata"]!, trouble == Aftermath.PendingRefund ? "pending" : "succeeded"));
        if (trouble is Aftermath.PendingRefund or Aftermath.FailedRefund)
        {
            var notes = state.Notes(made.Id());
            notes["due"] = state.Now + SettledAfterSeconds;
            notes["customer"] = charge.Text("customer");
            notes["fails"] = trouble == Aftermath.FailedRefund;
        }

        charge["amount_refunded"] = charge.Number("amount_refunded") + made.Number("amount");
        charge["refunded"] = charge.Number("amount_refunded") == charge.Number("amount_captured");
        state.Emit("refund.created", made);
        state.Emit("charge.refunded", charge);
        return made;
    }

    public static JsonObject Get(StripeCall call)
    {
        call.Parameters.End();
        return call.State.Get(Kind, call.Id);
    }

    public static JsonObject List(StripeCall call)
    {
        var parameters = call.Parameters;
        var charge = parameters.Text("charge");
        var intent = parameters.Text("payment_intent");
        var created = parameters.Range("created");
        return call.Page(call.State.All(Kind).Where(refund =>
            (charge is null || refund.Text("charge") == charge)
                && (intent is null || refund.Text("payment_intent") == intent) && created(refund)));
    }

    /// <summary>The card's bank has answered a refund that was on its way.</summary>
    public static void Finish(StripeState state, JsonObject refund)
    {
        var notes = state.Notes(refund.Id());
        notes.Remove("due");
        if (!notes.Is("fails"))
        {
            state.Change("refund.updated", refund, () => refund["status"] = "succeeded");
            return;
        }

        refund["status"] = "failed";
        refund["failure_reason"] = "expired_or_canceled_card";
        refund["failure_balance_transaction"] = StripeState.NewId("txn");
        var charge = state.Get(PaymentIntents.Charge, refund.Text("charge")!);
        charge["amount_refunded"] = charge.Number("amount_refunded") - refund.Number("amount");
        charge["refunded"] = false;
        state.Emit("refund.failed", refund);
    }

    private static JsonObject ChargeOf(Parameters parameters, StripeState state)
    {
        if (parameters.Text("charge") is { } id) return state.Get(PaymentIntents.Charge, id, "charge", status: 400);
        if (parameters.Text("payment_intent") is not { } intentId)
            throw StripeFault.Request(
                "One of the following params should be provided for this request: payment_intent or charge.", code: "parameter_missing");
        var intent = state.Get(PaymentIntents.Intent, intentId, "payment_intent", status: 400);
        if (intent.Text("status") != "succeeded")
            throw StripeFault.Request(
                "This PaymentIntent does not have a successful charge to refund.", "payment_intent", "payment_intent_unexpected_state");
        return state.Get(PaymentIntents.Charge, intent.Text("latest_charge")!);
    }

    private static JsonObject New(StripeState state, JsonObject charge, long amount, string? reason, JsonNode metadata, string status) =>
        new()
        {
            ["id"] = StripeState.NewId("re"),
            ["object"] = Kind,
            ["amount"] = amount,
            ["balance_transaction"] = StripeState.NewId("txn"),
            ["charge"] = charge.Id(),
            ["created"] = state.Now,
            ["currency"] = charge.Text("currency"),
            ["destination_details"] = new JsonObject { ["card"] = new JsonObject { ["type"] = "refund" }, ["type"] = "card" },
            ["metadata"] = metadata.DeepClone(),
            ["payment_intent"] = charge.Text("payment_intent"),
            ["reason"] = reason,
            ["status"] = status,
        };
}
