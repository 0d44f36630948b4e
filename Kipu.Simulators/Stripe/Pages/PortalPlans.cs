using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>What a subscription can be changed to in the portal: the recurring prices of its currency that have a lookup key.</summary>
internal static class PortalPlans
{
    public static IReadOnlyList<JsonObject> Of(StripeState state, JsonObject subscription)
    {
        var present = subscription.Entries("items").First()["price"]!.Id();
        return [.. state.All(Catalog.Price)
            .Where(price => price.Is("active") && price["recurring"] is not null && price.Text("currency") == subscription.Text("currency"))
            .Where(price => price["lookup_key"] is not null && price.Id() != present)
            .Select(price => WithName(state, price))
            .OrderBy(price => price.Number("unit_amount"))];
    }

    private static JsonObject WithName(StripeState state, JsonObject price)
    {
        var named = (JsonObject)price.DeepClone();
        named["name"] = state.Get(Catalog.Product, price.Text("product")!).Text("name");
        return named;
    }
}
