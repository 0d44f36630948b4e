using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>Coupons at work: what a promotion code takes off a checkout, and then off the subscription's invoices.</summary>
internal static class Discounts
{
    public const string Kind = "discount";

    public static JsonObject Add(StripeState state, JsonObject coupon, string? promotionCode, string? customer, string? session)
    {
        var months = coupon.NumberOrNull("duration_in_months");
        return state.Add(new JsonObject
        {
            ["id"] = StripeState.NewId("di"),
            ["object"] = Kind,
            ["checkout_session"] = session,
            ["customer"] = customer,
            ["end"] = months is null ? null : DateTimeOffset.FromUnixTimeSeconds(state.Now).AddMonths((int)months).ToUnixTimeSeconds(),
            ["invoice"] = null,
            ["invoice_item"] = null,
            ["promotion_code"] = promotionCode,
            ["source"] = new JsonObject { ["coupon"] = coupon.Id(), ["type"] = "coupon" },
            ["start"] = state.Now,
            ["subscription"] = null,
            ["subscription_item"] = null,
        });
    }

    /// <summary>Writes onto the lines what a subscription's discounts take off them.</summary>
    /// <returns>The total of each discount.</returns>
    public static IReadOnlyList<JsonObject> Apply(StripeState state, JsonObject subscription, IReadOnlyList<JsonObject> lines)
    {
        var totals = new List<JsonObject>();
        foreach (var discount in Of(state, subscription))
        {
            var amounts = Amounts(state.Get(Coupons.Kind, discount["source"]!.Text("coupon")!), [.. lines.Select(Discountable)]);
            for (var i = 0; i < lines.Count; i++)
            {
                if (amounts[i] == 0) continue;
                lines[i]["discount_amounts"]!.AsArray().Add(
                    (JsonNode)new JsonObject { ["amount"] = amounts[i], ["discount"] = discount.Id() });
                lines[i]["discounts"]!.AsArray().Add((JsonNode?)discount.Id());
            }

            totals.Add(new JsonObject { ["amount"] = amounts.Sum(), ["discount"] = discount.Id() });
        }

        return totals;
    }

    /// <summary>What a coupon takes off each of some amounts; parts of a cent are rounded half up.</summary>
    public static long[] Amounts(JsonObject coupon, long[] amounts)
    {
        if (coupon["percent_off"] is JsonValue percent)
        {
            var share = percent.GetValue<decimal>() / 100;
            return [.. amounts.Select(amount => (long)Math.Round(amount * share, MidpointRounding.AwayFromZero))];
        }

        var left = coupon.Number("amount_off");
        return [.. amounts.Select(Take)];

        long Take(long amount)
        {
            var taken = Math.Min(left, amount);
            left -= taken;
            return taken;
        }
    }

    public static long NetOf(JsonNode line) =>
        line.Number("amount") - line["discount_amounts"]!.AsArray().Sum(amount => amount!.Number("amount"));

    /// <summary>A discount of one time is gone after the first invoice that it could take something off.</summary>
    public static void UseUp(StripeState state, JsonObject subscription, JsonObject invoice)
    {
        if (invoice.Number("subtotal") <= 0) return;
        subscription["discounts"] = new JsonArray([.. Of(state, subscription)
            .Where(discount => state.Get(Coupons.Kind, discount["source"]!.Text("coupon")!).Text("duration") != "once")
            .Select(discount => JsonValue.Create(discount.Id()))]);
    }

    private static List<JsonObject> Of(StripeState state, JsonObject subscription) =>
        [.. subscription["discounts"]!.AsArray()
            .Select(id => state.Get(Kind, (string)id!)).Where(discount => !(discount.NumberOrNull("end") <= state.Now))];

    private static long Discountable(JsonObject line) => line.Is("discountable") ? Math.Max(0, line.Number("amount")) : 0;
}
