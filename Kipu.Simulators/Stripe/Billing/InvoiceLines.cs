using System.Globalization;
using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>The lines of a subscription's invoices. An invoice takes them over when it is made.</summary>
internal static class InvoiceLines
{
    /// <summary>An item for a whole period.</summary>
    public static JsonObject ForPeriod(StripeState state, JsonNode item, long start, long end)
    {
        var quantity = item.Number("quantity");
        var amount = checked(item["price"]!.Number("unit_amount") * quantity);
        return New(state, item, amount, $"{quantity} × {NameOf(state, item)}", start, end, proration: false);
    }

    /// <summary>A trial's period costs nothing.</summary>
    public static JsonObject ForTrial(StripeState state, JsonNode item, long start, long end) =>
        New(state, item, 0, $"Trial period for {NameOf(state, item)}", start, end, proration: false);

    /// <summary>What was paid for the rest of a period, given back.</summary>
    public static JsonObject Credit(StripeState state, JsonNode item, long amount, long from, long end)
    {
        var line = New(state, item, -amount, $"Unused time on {item.Number("quantity")} × {NameOf(state, item)} after {Day(from)}", from,
            end, proration: true);

        // It is what was really paid: a discount is in it already.
        line["discountable"] = false;
        return line;
    }

    /// <summary>The rest of a period at a new price or quantity.</summary>
    public static JsonObject Rest(StripeState state, JsonNode item, long amount, long from, long end) =>
        New(state, item, amount, $"Remaining time on {item.Number("quantity")} × {NameOf(state, item)} after {Day(from)}", from, end,
            proration: true);

    private static JsonObject New(StripeState state, JsonNode item, long amount, string description, long start, long end, bool proration)
    {
        var price = item["price"]!;
        return new JsonObject
        {
            ["id"] = StripeState.NewId("il"),
            ["object"] = "line_item",
            ["amount"] = amount,
            ["currency"] = price.Text("currency"),
            ["description"] = description,
            ["discount_amounts"] = new JsonArray(),
            ["discountable"] = true,
            ["discounts"] = new JsonArray(),
            ["invoice"] = null,
            ["livemode"] = false,
            ["metadata"] = new JsonObject(),
            ["parent"] = new JsonObject
            {
                ["invoice_item_details"] = null,
                ["subscription_item_details"] = new JsonObject
                {
                    ["invoice_item"] = null,
                    ["proration"] = proration,
                    ["proration_details"] = new JsonObject { ["credited_items"] = null },
                    ["subscription"] = item.Text("subscription"),
                    ["subscription_item"] = item.Id(),
                },
                ["type"] = "subscription_item_details",
            },
            ["period"] = new JsonObject { ["start"] = start, ["end"] = end },
            ["pricing"] = new JsonObject
            {
                ["price_details"] = new JsonObject { ["price"] = price.Id(), ["product"] = price.Text("product") },
                ["type"] = "price_details",
                ["unit_amount_decimal"] = price.Text("unit_amount_decimal"),
            },
            ["quantity"] = item.Number("quantity"),
            ["subtotal"] = amount,
            ["taxes"] = new JsonArray(),
        };
    }

    private static string? NameOf(StripeState state, JsonNode item) =>
        state.Get(Catalog.Product, item["price"]!.Text("product")!).Text("name");

    private static string Day(long at) => DateTimeOffset.FromUnixTimeSeconds(at).ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
