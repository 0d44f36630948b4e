using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>
/// What a change comes to: the items as they will be, the lines to invoice, and what will then have been paid for each
/// item. A preview and the change itself make the same plan, so they agree to the cent.
/// </summary>
internal sealed record ChangePlan(IReadOnlyList<JsonObject> Items, IReadOnlyList<JsonObject> Lines, bool StartsPeriod, long Anchor)
{
    public static ChangePlan Make(StripeState state, JsonObject subscription, SubscriptionChange change)
    {
        var before = subscription.Entries("items").ToList();
        var after = Target(subscription, before, change.Items, state.Now);
        if (after.Count == 0) throw StripeFault.Request("A subscription must have at least one active plan.", "items");
        if (after.Any(item => !BillingPeriod.SameInterval(item["price"]!["recurring"]!, after[0]["price"]!["recurring"]!)))
            throw StripeFault.Request("All recurring prices must have the same interval.", "items");

        var trialing = subscription.Text("status") == "trialing";
        var restarts = change.ResetsAnchor || change.EndsTrial || (!trialing
            && !BillingPeriod.SameInterval(after[0]["price"]!["recurring"]!, before[0]["price"]!["recurring"]!));
        var lines = new List<JsonObject>();
        foreach (var item in before.Where(_ => change.Proration != "none" && !trialing))
        {
            var kept = after.FirstOrDefault(other => other.Id() == item.Id());
            if (restarts || kept is null || !SamePrice(item, kept)) AddCredit(lines, state, item, change.At);
        }

        foreach (var item in after)
        {
            if (restarts) Restart(lines, state, item, state.Now);
            else if (!trialing && change.Proration != "none" && !before.Any(old => old.Id() == item.Id() && SamePrice(old, item)))
                lines.Add(
                    InvoiceLines.Rest(state, item, Share(Amount(item), item, change.At), change.At, item.Number("current_period_end")));
        }

        return new ChangePlan(after, lines, restarts, restarts ? state.Now : subscription.Number("billing_cycle_anchor"));
    }

    /// <summary>What is given back when everything ends at a moment.</summary>
    public static IReadOnlyList<JsonObject> CreditsOf(StripeState state, JsonObject subscription, long at)
    {
        var lines = new List<JsonObject>();
        foreach (var item in subscription.Entries("items")) AddCredit(lines, state, item, at);
        return lines;
    }

    private static List<JsonObject> Target(JsonObject subscription, List<JsonObject> before, IReadOnlyList<ItemChange> changes, long now)
    {
        var after = before.Select(item => (JsonObject)item.DeepClone()).ToList();
        foreach (var change in changes)
        {
            if (change.Id is null)
            {
                var added = Subscriptions.NewItem(
                    subscription.Id(), change.Price!, change.Quantity ?? 1, now, before[0].Number("current_period_end"));
                added["current_period_start"] = before[0].Number("current_period_start");
                after.Add(added);
                continue;
            }

            var item = after.Single(item => item.Id() == change.Id);
            if (change.Deleted) after.Remove(item);
            if (change.Price is not null) item["price"] = change.Price.DeepClone();
            if (change.Quantity is not null) item["quantity"] = change.Quantity;
        }

        return after;
    }

    private static void Restart(List<JsonObject> lines, StripeState state, JsonObject item, long now)
    {
        var end = BillingPeriod.EndAfter(now, now, item["price"]!["recurring"]!);
        item["current_period_start"] = now;
        item["current_period_end"] = end;
        item["billed_until"] = end;
        lines.Add(InvoiceLines.ForPeriod(state, item, now, end));
    }

    private static void AddCredit(List<JsonObject> lines, StripeState state, JsonObject item, long at)
    {
        var paid = PaidTime.Of(state, item);
        if (paid.Net == 0 || at >= paid.To) return;
        lines.Add(InvoiceLines.Credit(state, item, Proration.Share(paid.Net, paid.From, paid.To, at), at, paid.To));
    }

    private static long Amount(JsonObject item) => checked(item["price"]!.Number("unit_amount") * item.Number("quantity"));

    private static long Share(long amount, JsonObject item, long at) =>
        Proration.Share(amount, item.Number("current_period_start"), item.Number("current_period_end"), at);

    private static bool SamePrice(JsonObject one, JsonObject other) =>
        one["price"]!.Id() == other["price"]!.Id() && one.Number("quantity") == other.Number("quantity");
}
