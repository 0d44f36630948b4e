using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>The ways in which a subscription ends, or is told to.</summary>
internal static class Cancellation
{
    /// <summary>Reads what a change says of the end, and returns how to write it down.</summary>
    public static Action<JsonObject> Read(Parameters parameters, StripeState state, JsonObject subscription)
    {
        var atPeriodEnd = parameters.Flag("cancel_at_period_end");
        var hasDate = parameters.Has("cancel_at");
        var date = parameters.Text("cancel_at");
        var details = parameters.Nested("cancellation_details");
        var feedback = details?.OneOf(
            "feedback", "customer_service", "low_quality", "missing_features", "other", "switched_service", "too_complex", "too_expensive",
            "unused");
        var comment = details?.Text("comment");
        var ends = subscription.Entries("items").Select(item => item.Number("current_period_end")).ToList();
        long? at = date switch
        {
            null => null,
            "min_period_end" => ends.Min(),
            "max_period_end" => ends.Max(),
            _ => parameters.Integer("cancel_at", state.Now + 1),
        };
        if (atPeriodEnd == true && at is not null)
            throw StripeFault.Request("You may only specify one of these parameters: cancel_at, cancel_at_period_end.", "cancel_at");

        return changed =>
        {
            if (atPeriodEnd == true) Ask(state, changed, ends.Max(), atPeriodEnd: true);
            if (atPeriodEnd == false && changed.Is("cancel_at_period_end")) Undo(changed);
            if (at is not null) Ask(state, changed, at.Value, atPeriodEnd: false);
            else if (hasDate) Undo(changed);
            if (feedback is not null) changed["cancellation_details"]!["feedback"] = feedback;
            if (comment is not null) changed["cancellation_details"]!["comment"] = comment;
        };
    }

    public static void Ask(StripeState state, JsonObject subscription, long at, bool atPeriodEnd)
    {
        subscription["cancel_at"] = at;
        subscription["cancel_at_period_end"] = atPeriodEnd;
        subscription["canceled_at"] = state.Now;
        subscription["cancellation_details"]!["reason"] = "cancellation_requested";
    }

    public static void Undo(JsonObject subscription)
    {
        subscription["cancel_at"] = null;
        subscription["cancel_at_period_end"] = false;
        subscription["canceled_at"] = null;
        subscription["cancellation_details"] = new JsonObject { ["comment"] = null, ["feedback"] = null, ["reason"] = null };
    }

    /// <summary>It is over. Open invoices stay open.</summary>
    public static void End(StripeState state, JsonObject subscription, string reason)
    {
        Schedules.Cancel(state, subscription);
        if (subscription["pending_update"] is not null) PendingUpdates.Lapse(state, subscription);
        subscription["status"] = "canceled";
        subscription["canceled_at"] ??= state.Now;
        subscription["ended_at"] = state.Now;
        subscription["cancellation_details"]!["reason"] ??= reason;
        foreach (var invoice in Invoices.Of(state, subscription).Where(invoice => invoice.Text("status") is "draft" or "open"))
        {
            invoice["auto_advance"] = false;
            invoice["automatically_finalizes_at"] = null;
            invoice["next_payment_attempt"] = null;
        }

        state.Emit("customer.subscription.deleted", subscription);
    }

    /// <summary><c>DELETE /v1/subscriptions/{id}</c>.</summary>
    public static JsonObject Cancel(StripeCall call)
    {
        var (parameters, state) = (call.Parameters, call.State);
        var subscription = Subscriptions.Live(state, call.Id);
        using var time = state.InTimeOf(subscription.Text("customer"));
        foreach (var later in (string[])["cancel_at", "cancel_at_period_end"])
        {
            if (parameters.Has(later)) throw StripeFault.Unknown(later);
        }

        var prorate = parameters.Flag("prorate") ?? false;
        var invoiceNow = parameters.Flag("invoice_now") ?? false;
        var details = Read(parameters, state, subscription);
        parameters.End();

        details(subscription);
        var lines = prorate && subscription.Text("status") != "trialing" ? ChangePlan.CreditsOf(state, subscription, state.Now) : [];
        subscription["cancellation_details"]!["reason"] = "cancellation_requested";
        subscription["canceled_at"] = state.Now;
        End(state, subscription, "cancellation_requested");
        if (invoiceNow) InvoiceLast(state, subscription, [.. PendingItems.Take(state, subscription), .. lines]);
        else foreach (var line in lines) PendingItems.Add(state, subscription, line);
        return subscription;
    }

    private static void InvoiceLast(StripeState state, JsonObject subscription, IReadOnlyList<JsonObject> lines)
    {
        if (lines.Count == 0) return;
        var invoice = InvoiceDraft.Add(state, subscription, "manual", lines);
        subscription["latest_invoice"] = invoice.Id();
        state.Emit("invoice.created", invoice);
        Collection.FinalizeInvoice(state, invoice);
        if (invoice.Text("status") == "open") Collection.Collect(state, invoice, Collection.MethodOf(state, invoice));
    }
}
