using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>Prorations that wait for the subscription's next invoice.</summary>
internal static class PendingItems
{
    public const string Kind = "invoiceitem";

    public static void Add(StripeState state, JsonObject subscription, JsonObject line)
    {
        var item = state.Add(new JsonObject
        {
            ["id"] = StripeState.NewId("ii"),
            ["object"] = Kind,
            ["amount"] = line.Number("amount"),
            ["currency"] = line.Text("currency"),
            ["customer"] = subscription.Text("customer"),
            ["date"] = state.Now,
            ["description"] = line.Text("description"),
            ["discountable"] = line.Is("discountable"),
            ["discounts"] = new JsonArray(),
            ["invoice"] = null,
            ["livemode"] = false,
            ["metadata"] = new JsonObject(),
            ["parent"] = new JsonObject
            {
                ["subscription_details"] = new JsonObject
                {
                    ["subscription"] = subscription.Id(),
                    ["subscription_item"] = line["parent"]!["subscription_item_details"]!.Text("subscription_item"),
                },
                ["type"] = "subscription_details",
            },
            ["period"] = line["period"]!.DeepClone(),
            ["pricing"] = line["pricing"]!.DeepClone(),
            ["proration"] = true,
            ["quantity"] = line.Number("quantity"),
            ["test_clock"] = subscription.Text("test_clock"),
        });
        line["parent"]!["subscription_item_details"]!["invoice_item"] = item.Id();
        state.Notes(item.Id())["line"] = line.DeepClone();
        state.Emit("invoiceitem.created", item);
    }

    /// <summary>The lines that wait, as they will stand on the invoice.</summary>
    public static IReadOnlyList<JsonObject> Look(StripeState state, JsonObject subscription) =>
        [.. Waiting(state, subscription).Select(item => (JsonObject)state.Notes(item.Id())["line"]!.DeepClone())];

    /// <summary>The same, which then wait no more.</summary>
    public static IReadOnlyList<JsonObject> Take(StripeState state, JsonObject subscription)
    {
        var lines = Look(state, subscription);
        foreach (var item in Waiting(state, subscription).ToList()) state.Remove(item);
        return lines;
    }

    private static IEnumerable<JsonObject> Waiting(StripeState state, JsonObject subscription) =>
        state.All(Kind).Reverse().Where(item => item["parent"]!["subscription_details"]!.Text("subscription") == subscription.Id());
}
