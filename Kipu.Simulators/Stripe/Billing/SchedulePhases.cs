using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>The phases of a schedule: each with its items, its beginning and its end.</summary>
internal static class SchedulePhases
{
    public static JsonArray ItemsOf(JsonObject subscription) => new([.. subscription.Entries("items").Select(item => new JsonObject
    {
        ["discounts"] = new JsonArray(),
        ["metadata"] = new JsonObject(),
        ["price"] = item["price"]!.Id(),
        ["quantity"] = item.Number("quantity"),
        ["tax_rates"] = new JsonArray(),
    })]);

    public static JsonObject? Current(JsonObject schedule) => schedule["current_phase"] is not { } current
        ? null
        : Phases(schedule).FirstOrDefault(phase => phase.Number("start_date") == current.Number("start_date"));

    public static JsonObject? At(JsonObject schedule, long moment) =>
        Phases(schedule).FirstOrDefault(phase => phase.Number("start_date") <= moment && moment < phase.Number("end_date"));

    /// <summary>Reads <c>phases</c>: the present one first, each later one begins where the one before it ends.</summary>
    public static JsonArray Read(Parameters parameters, StripeState state, JsonObject schedule)
    {
        var read = parameters.Items("phases");
        if (read.Count == 0) throw StripeFault.Missing("phases");
        var start = Current(schedule)?.Number("start_date") ?? state.Now;
        var phases = new JsonArray();
        foreach (var phase in read)
        {
            var begins = phase.Text("start_date") is null or "now" ? start : phase.Integer("start_date")!.Value;
            if (begins != start)
                throw StripeFault.Request(
                    "The start date of a phase must be the end date of the one before; the first keeps its own.", "phases[0][start_date]");
            var items = new JsonArray([.. phase.Items("items").Select(item => ReadItem(item, state))]);
            if (items.Count == 0) throw StripeFault.Missing("phases[0][items]");
            var end = EndOf(phase, begins, state, items);
            phases.Add((JsonNode)new JsonObject
            {
                ["add_invoice_items"] = new JsonArray(),
                ["currency"] = state.Get(Catalog.Price, items[0]!.Text("price")!).Text("currency"),
                ["discounts"] = new JsonArray(),
                ["end_date"] = end,
                ["items"] = items,
                ["metadata"] = ReadMetadata(phase),
                ["proration_behavior"] = phase.OneOf(
                    "proration_behavior", "always_invoice", "create_prorations", "none") ?? "create_prorations",
                ["start_date"] = begins,
                ["trial_end"] = phase.Integer("trial_end"),
            });
            start = end;
        }

        return phases;
    }

    /// <summary>The changes that make the subscription's items those of a phase.</summary>
    public static IReadOnlyList<ItemChange> ChangesTo(StripeState state, JsonObject subscription, JsonObject phase)
    {
        var wanted = phase["items"]!.AsArray().Select(item => item!.AsObject()).ToList();
        var present = subscription.Entries("items").ToList();
        return
        [
            .. present.Select((item, i) => i < wanted.Count
                ? new ItemChange(
                    item.Id(), state.Get(Catalog.Price, wanted[i].Text("price")!), wanted[i].Number("quantity"), Deleted: false)
                : new ItemChange(item.Id(), Price: null, Quantity: null, Deleted: true)),
            .. wanted.Skip(present.Count).Select(item =>
                new ItemChange(Id: null, state.Get(Catalog.Price, item.Text("price")!), item.Number("quantity"), Deleted: false)),
        ];
    }

    /// <summary>Puts a phase's items in place for the renewal that is due at this very moment.</summary>
    public static void Replace(StripeState state, JsonObject subscription, JsonObject phase)
    {
        var change = new SubscriptionChange(
            ChangesTo(state, subscription, phase), "none", state.Now, ResetsAnchor: false, EndsTrial: false);
        var anchor = subscription.Number("billing_cycle_anchor");
        var plan = ChangePlan.Make(state, subscription, change);

        // Another interval begins its own cycle; its first period is the renewal's.
        if (plan.StartsPeriod)
        {
            foreach (var (item, old) in plan.Items.Zip(subscription.Entries("items")))
            {
                item["current_period_start"] = old.Number("current_period_start");
                item["current_period_end"] = old.Number("current_period_end");
            }
        }

        ChangeSubscription.Become(
            state, subscription, plan with { StartsPeriod = false, Anchor = plan.StartsPeriod ? state.Now : anchor }, () => { });
    }

    private static IEnumerable<JsonObject> Phases(JsonObject schedule) => schedule["phases"]!.AsArray().Select(phase => phase!.AsObject());

    private static JsonObject ReadItem(Parameters item, StripeState state)
    {
        var price = state.Get(Catalog.Price, item.Required("price"), "phases[0][items][0][price]", status: 400);
        if (price["recurring"] is null) throw StripeFault.Request("The price specified is not recurring.", "phases[0][items][0][price]");
        return new JsonObject
        {
            ["discounts"] = new JsonArray(),
            ["metadata"] = ReadMetadata(item),
            ["price"] = price.Id(),
            ["quantity"] = item.Integer("quantity", 1, 999_999) ?? 1,
            ["tax_rates"] = new JsonArray(),
        };
    }

    private static JsonNode ReadMetadata(Parameters parameters)
    {
        var target = new JsonObject { ["metadata"] = new JsonObject() };
        parameters.ApplyMetadata(target);
        return target["metadata"]!.DeepClone();
    }

    private static long EndOf(Parameters phase, long start, StripeState state, JsonArray items)
    {
        if (phase.Integer("end_date", start + 1) is { } date) return date;
        var recurring = state.Get(Catalog.Price, items[0]!.Text("price")!)["recurring"]!;
        var count = phase.Integer("iterations", 1, 120) ?? 1;
        var length = phase.Nested("duration") is not { } duration
            ? new JsonObject { ["interval"] = recurring.Text("interval"), ["interval_count"] = recurring.Number("interval_count") * count }
            : new JsonObject
            {
                ["interval"] = duration.OneOf("interval", "day", "week", "month", "year")
                    ?? throw StripeFault.Missing("phases[0][duration][interval]"),
                ["interval_count"] = duration.Integer("interval_count", 1, 120) ?? 1,
            };
        return BillingPeriod.EndAfter(start, start, length);
    }
}
