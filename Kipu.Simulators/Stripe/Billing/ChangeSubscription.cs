using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>Carries out a change of a subscription's items, and collects what it costs when that is asked for.</summary>
internal static class ChangeSubscription
{
    public static void Apply(StripeState state, JsonObject subscription, SubscriptionChange change, string behavior, Action others)
    {
        var plan = ChangePlan.Make(state, subscription, change);
        var invoicedNow = plan.Lines.Count > 0 && (change.Proration == "always_invoice" || plan.StartsPeriod);
        if (!invoicedNow)
        {
            Become(state, subscription, plan, others);
            foreach (var line in plan.Lines) PendingItems.Add(state, subscription, line);
            PaidTime.Keep(state, plan.Lines);
            return;
        }

        if (behavior == "error_if_incomplete") RefuseWhatCannotBePaid(state, subscription, plan);
        if (behavior == "pending_if_incomplete")
        {
            var (before, bill) = (subscription.Text("latest_invoice"), InvoiceFor(state, subscription, plan));
            PendingUpdates.Start(state, subscription, bill, plan);
            Bill(state, subscription, bill);
            PendingUpdates.Wait(state, subscription, bill, before);
            return;
        }

        Become(state, subscription, plan, others);
        var invoice = InvoiceFor(state, subscription, plan);
        PaidTime.Keep(state, invoice.Entries("lines"));
        Bill(state, subscription, invoice);
    }

    public static void Become(StripeState state, JsonObject subscription, ChangePlan plan, Action others) =>
        state.Change("customer.subscription.updated", subscription, () =>
        {
            subscription["items"]!["data"] = new JsonArray([.. plan.Items.Select(item => item.DeepClone())]);
            subscription["billing_cycle_anchor"] = plan.Anchor;
            if (plan.StartsPeriod && subscription.Text("status") == "trialing")
            {
                subscription["status"] = "active";
                subscription["trial_end"] = state.Now;
            }

            others();
        });

    private static JsonObject InvoiceFor(StripeState state, JsonObject subscription, ChangePlan plan)
    {
        var invoice = InvoiceDraft.Add(
            state, subscription, "subscription_update", [.. PendingItems.Take(state, subscription), .. plan.Lines]);
        Discounts.UseUp(state, subscription, invoice);
        return invoice;
    }

    private static void Bill(StripeState state, JsonObject subscription, JsonObject invoice)
    {
        subscription["latest_invoice"] = invoice.Id();
        state.Emit("invoice.created", invoice);
        Collection.FinalizeInvoice(state, invoice);
        if (invoice.Text("status") == "open") Collection.Collect(state, invoice, Collection.MethodOf(state, invoice), scheduled: true);
    }

    private static void RefuseWhatCannotBePaid(StripeState state, JsonObject subscription, ChangePlan plan)
    {
        var lines = plan.Lines.Select(line => (JsonObject)line.DeepClone());
        var preview = InvoiceDraft.New(state, StripeState.NewId("in"), subscription, "subscription_update", lines);
        if (preview.Number("amount_due") == 0) return;
        var method = Collection.MethodOf(state, preview)
            ?? throw StripeFault.Request(
                "This customer has no attached payment source or default payment method.", code: "resource_missing");
        var answer = Bank.Ask(state, method, present: false);
        if (answer.NeedsAuthentication)
            throw StripeFault.Card(new Decline("subscription_payment_intent_requires_action", "authentication_required"), intent: null);
        if (answer.Decline is not null) throw StripeFault.Card(answer.Decline, intent: null);
    }
}
