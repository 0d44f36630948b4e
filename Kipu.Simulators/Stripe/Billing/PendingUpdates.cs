using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>Changes that come true when their invoice is paid, and lapse when it isn't.</summary>
internal static class PendingUpdates
{
    private const long LifeSeconds = 23 * 3600;

    public static bool IsFor(StripeState state, JsonObject subscription, JsonObject invoice) =>
        subscription["pending_update"] is not null && state.Notes(subscription.Id()).Text("pending_invoice") == invoice.Id();

    public static void Start(StripeState state, JsonObject subscription, JsonObject invoice, ChangePlan plan)
    {
        if (subscription["pending_update"] is not null) Lapse(state, subscription);
        var notes = state.Notes(subscription.Id());
        notes["pending_invoice"] = invoice.Id();
        notes["pending_anchor"] = plan.Anchor;
        notes["pending_restarts"] = plan.StartsPeriod;
        notes["pending_told"] = false;
        subscription["pending_update"] = new JsonObject
        {
            ["billing_cycle_anchor"] = plan.StartsPeriod ? plan.Anchor : null,
            ["expires_at"] = state.Now + LifeSeconds,
            ["subscription_items"] = new JsonArray([.. plan.Items.Select(item => item.DeepClone())]),
            ["trial_end"] = null,
            ["trial_from_plan"] = false,
        };
        invoice["auto_advance"] = false;
    }

    /// <summary>The first try to collect is over: what it has not paid, waits, and only now is it told of.</summary>
    public static void Wait(StripeState state, JsonObject subscription, JsonObject invoice, string? latestBefore)
    {
        if (!IsFor(state, subscription, invoice)) return;
        state.Notes(subscription.Id())["pending_told"] = true;
        var previous = new JsonObject { ["latest_invoice"] = latestBefore, ["pending_update"] = null };
        state.Emit("customer.subscription.updated", subscription, previous);
    }

    public static void Apply(StripeState state, JsonObject subscription)
    {
        var notes = state.Notes(subscription.Id());
        var items = subscription["pending_update"]!["subscription_items"]!.AsArray().Select(item => (JsonObject)item!.DeepClone()).ToList();
        var invoice = state.Get(Invoices.Kind, notes.Text("pending_invoice")!);
        var plan = new ChangePlan(items, [], notes.Is("pending_restarts"), notes.Number("pending_anchor"));
        var waited = notes.Is("pending_told");
        PaidTime.Keep(state, invoice.Entries("lines"));

        // What was paid at once has never been pending for anyone else.
        if (!waited) subscription["pending_update"] = null;
        ChangeSubscription.Become(state, subscription, plan, () => subscription["pending_update"] = null);
        if (waited) state.Emit("customer.subscription.pending_update_applied", subscription);
    }

    public static void Lapse(StripeState state, JsonObject subscription)
    {
        var invoice = state.Get(Invoices.Kind, state.Notes(subscription.Id()).Text("pending_invoice")!);
        if (invoice.Text("status") == "open") Invoices.Void(state, invoice);
        state.Change("customer.subscription.updated", subscription, () => subscription["pending_update"] = null);
        state.Emit("customer.subscription.pending_update_expired", subscription);
    }
}
