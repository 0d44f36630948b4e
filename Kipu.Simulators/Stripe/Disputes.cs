using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>
/// Charges that a customer contests at their bank. As at Stripe, evidence in the words winning_evidence or losing_evidence decides.
/// </summary>
internal static class Disputes
{
    public const string Kind = "dispute";
    private const string Warning = "radar.early_fraud_warning";
    private const int DaysToAnswer = 7;

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
        return call.Page(call.State.All(Kind).Where(dispute =>
            (charge is null || dispute.Text("charge") == charge)
                && (intent is null || dispute.Text("payment_intent") == intent) && created(dispute)));
    }

    /// <summary>Answers a dispute with evidence.</summary>
    public static JsonObject Change(StripeCall call)
    {
        var (parameters, state) = (call.Parameters, call.State);
        var dispute = state.Get(Kind, call.Id);
        var evidence = parameters.Nested("evidence")?.Text("uncategorized_text");
        var submit = parameters.Flag("submit") ?? true;
        var changed = (JsonObject)dispute.DeepClone();
        parameters.ApplyMetadata(changed);
        parameters.End();
        if (dispute.Text("status") is "won" or "lost") throw StripeFault.Request("This dispute is already closed.", code: "dispute_closed");
        state.Change("charge.dispute.updated", dispute, () =>
        {
            dispute["metadata"] = changed["metadata"]!.DeepClone();
            if (evidence is null) return;
            dispute["evidence"] = new JsonObject { ["uncategorized_text"] = evidence };
            dispute["evidence_details"]!["has_evidence"] = true;
            if (!submit) return;
            dispute["evidence_details"]!["submission_count"] = dispute["evidence_details"]!.Number("submission_count") + 1;
            dispute["status"] = "under_review";
        });
        if (submit && evidence is "winning_evidence" or "losing_evidence") Decide(state, dispute, won: evidence == "winning_evidence");
        return dispute;
    }

    /// <summary>Accepts that the money is lost.</summary>
    public static JsonObject Close(StripeCall call)
    {
        var dispute = call.State.Get(Kind, call.Id);
        call.Parameters.End();
        if (dispute.Text("status") is "won" or "lost") throw StripeFault.Request("This dispute is already closed.", code: "dispute_closed");
        Decide(call.State, dispute, won: false);
        return dispute;
    }

    /// <summary>What some cards bring upon a payment that succeeded.</summary>
    public static void Follow(StripeState state, JsonObject charge, Aftermath aftermath)
    {
        if (aftermath == Aftermath.Dispute) Open(state, charge, "fraudulent");
        if (aftermath != Aftermath.FraudWarning) return;
        state.Emit("radar.early_fraud_warning.created", state.Add(new JsonObject
        {
            ["id"] = StripeState.NewId("issfr"),
            ["object"] = Warning,
            ["actionable"] = true,
            ["charge"] = charge.Id(),
            ["created"] = state.Now,
            ["fraud_type"] = "made_with_stolen_card",
            ["livemode"] = false,
            ["payment_intent"] = charge.Text("payment_intent"),
        }));
    }

    public static JsonObject Open(StripeState state, JsonObject charge, string reason)
    {
        charge["disputed"] = true;
        var dispute = state.Add(new JsonObject
        {
            ["id"] = StripeState.NewId("du"),
            ["object"] = Kind,
            ["amount"] = charge.Number("amount_captured") - charge.Number("amount_refunded"),
            ["balance_transactions"] = new JsonArray(),
            ["charge"] = charge.Id(),
            ["created"] = state.Now,
            ["currency"] = charge.Text("currency"),
            ["enhanced_eligibility_types"] = new JsonArray(),
            ["evidence"] = new JsonObject(),
            ["evidence_details"] = new JsonObject
            {
                ["due_by"] = state.Now + (DaysToAnswer * 86_400),
                ["has_evidence"] = false,
                ["past_due"] = false,
                ["submission_count"] = 0L,
            },
            ["is_charge_refundable"] = false,
            ["livemode"] = false,
            ["metadata"] = new JsonObject(),
            ["payment_intent"] = charge.Text("payment_intent"),
            ["reason"] = reason,
            ["status"] = "needs_response",
        });
        state.Emit("charge.dispute.created", dispute);
        state.Emit("charge.dispute.funds_withdrawn", dispute);
        return dispute;
    }

    public static void Decide(StripeState state, JsonObject dispute, bool won)
    {
        dispute["status"] = won ? "won" : "lost";
        state.Emit("charge.dispute.closed", dispute);
        if (won) state.Emit("charge.dispute.funds_reinstated", dispute);
    }
}
