using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>What a call asks to become of a subscription's items, read and checked.</summary>
internal sealed record SubscriptionChange(IReadOnlyList<ItemChange> Items, string Proration, long At, bool ResetsAnchor, bool EndsTrial)
{
    public bool IsEmpty => Items.Count == 0 && !ResetsAnchor && !EndsTrial;

    /// <param name="parameters">The call's parameters, or those nested in <c>subscription_details</c>.</param>
    /// <param name="state">The account.</param>
    /// <param name="subscription">The subscription as it is.</param>
    public static SubscriptionChange Read(Parameters parameters, StripeState state, JsonObject subscription)
    {
        var proration = parameters.OneOf("proration_behavior", "always_invoice", "create_prorations", "none") ?? "create_prorations";
        var items = parameters.Items("items").Select(item => ItemChange.Read(item, state, subscription)).ToList();
        var at = parameters.Integer("proration_date") ?? state.Now;
        var anchor = parameters.Nested("billing_cycle_anchor")?.OneOf("type", "now", "unchanged");
        var endsTrial = parameters.Text("trial_end") == "now" && subscription.Text("status") == "trialing";
        var starts = subscription.Entries("items").Max(item => item.Number("current_period_start"));
        var ends = subscription.Entries("items").Min(item => item.Number("current_period_end"));
        if (at < starts || at > ends)
            throw StripeFault.Request(
                "Invalid proration_date: it must be within the current period of the subscription.", "proration_date");
        return new SubscriptionChange(items, proration, at, anchor == "now", endsTrial);
    }
}

/// <summary>One entry of <c>items</c>: without an id it adds an item.</summary>
internal sealed record ItemChange(string? Id, JsonObject? Price, long? Quantity, bool Deleted)
{
    public static ItemChange Read(Parameters parameters, StripeState state, JsonObject subscription)
    {
        var id = parameters.Text("id");
        var priceId = parameters.Text("price");
        var price = priceId is null ? null : state.Get(Catalog.Price, priceId, "items[0][price]", status: 400);
        var change = new ItemChange(id, price, parameters.Integer("quantity", 0, 999_999), parameters.Flag("deleted") ?? false);
        if (id is not null && subscription.Entries("items").All(item => item.Id() != id))
            throw StripeFault.NoSuch("subscription_item", id, "items[0][id]", status: 400);
        if (id is null && price is null) throw StripeFault.Missing("items[0][price]");
        if (price is null) return change;
        if (price["recurring"] is null) throw StripeFault.Request("The price specified is not recurring.", "items[0][price]");
        if (!price.Is("active")) throw StripeFault.Request($"The price specified is inactive: {price.Id()}.", "items[0][price]");
        if (price.Text("currency") != subscription.Text("currency"))
            throw StripeFault.Request("The price specified has another currency than the subscription.", "items[0][price]");
        if (id is null && subscription.Entries("items").Any(item => item["price"]!.Id() == priceId))
            throw StripeFault.Request($"An existing Subscription Item is already using the price {priceId}.", "items[0][price]");
        return change;
    }
}
