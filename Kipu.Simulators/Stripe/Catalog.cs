using System.Globalization;
using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>Products and their prices.</summary>
internal static class Catalog
{
    public const string Product = "product";
    public const string Price = "price";

    public static JsonObject CreateProduct(StripeCall call)
    {
        var parameters = call.Parameters;
        var product = new JsonObject
        {
            ["id"] = parameters.Text("id") ?? StripeState.NewId("prod"),
            ["object"] = Product,
            ["active"] = parameters.Flag("active") ?? true,
            ["created"] = call.State.Now,
            ["default_price"] = null,
            ["description"] = parameters.Text("description"),
            ["images"] = new JsonArray(),
            ["livemode"] = false,
            ["marketing_features"] = new JsonArray(),
            ["metadata"] = new JsonObject(),
            ["name"] = parameters.Required("name"),
            ["type"] = "service",
            ["updated"] = call.State.Now,
        };
        parameters.ApplyMetadata(product);
        parameters.End();
        if (call.State.Find((string)product["id"]!) is not null)
            throw StripeFault.Request("Product already exists.", "id", "resource_already_exists");
        call.State.Add(product);
        call.State.Emit("product.created", product);
        return product;
    }

    public static JsonObject GetProduct(StripeCall call)
    {
        call.Parameters.End();
        return call.State.Get(Product, call.Id);
    }

    public static JsonObject ListProducts(StripeCall call)
    {
        var active = call.Parameters.Flag("active");
        var ids = call.Parameters.Texts("ids");
        return call.Page(call.State.All(Product).Where(product =>
            (active is null || (bool)product["active"]! == active) && (ids.Count == 0 || ids.Contains((string)product["id"]!))));
    }

    public static JsonObject CreatePrice(StripeCall call)
    {
        var parameters = call.Parameters;
        var amount = parameters.Integer("unit_amount", 0, 99_999_999) ?? throw StripeFault.Missing("unit_amount");
        var recurring = parameters.Nested("recurring");
        var lookupKey = parameters.Text("lookup_key");
        var transfer = parameters.Flag("transfer_lookup_key") ?? false;
        var price = new JsonObject
        {
            ["id"] = StripeState.NewId("price"),
            ["object"] = Price,
            ["active"] = parameters.Flag("active") ?? true,
            ["billing_scheme"] = "per_unit",
            ["created"] = call.State.Now,
            ["currency"] = Currency(parameters.Required("currency")),
            ["livemode"] = false,
            ["lookup_key"] = lookupKey,
            ["metadata"] = new JsonObject(),
            ["nickname"] = parameters.Text("nickname"),
            ["product"] = call.State.Get(Product, parameters.Required("product"), "product", status: 400)["id"]!.DeepClone(),
            ["recurring"] = recurring is null ? null : Recurring(recurring),
            ["tax_behavior"] = parameters.OneOf("tax_behavior", "exclusive", "inclusive", "unspecified") ?? "unspecified",
            ["type"] = recurring is null ? "one_time" : "recurring",
            ["unit_amount"] = amount,
            ["unit_amount_decimal"] = amount.ToString(CultureInfo.InvariantCulture),
        };
        parameters.ApplyMetadata(price);
        parameters.End();
        TakeLookupKey(call.State, lookupKey, transfer);
        call.State.Add(price);
        call.State.Emit("price.created", price);
        return price;
    }

    public static JsonObject GetPrice(StripeCall call)
    {
        call.Parameters.End();
        return call.State.Get(Price, call.Id);
    }

    public static JsonObject ListPrices(StripeCall call)
    {
        var parameters = call.Parameters;
        var active = parameters.Flag("active");
        var keys = parameters.Texts("lookup_keys");
        if (keys.Count > 10) throw StripeFault.Request("At most 10 lookup keys can be given.", "lookup_keys");
        var product = parameters.Text("product");
        var currency = parameters.Text("currency");
        var type = parameters.OneOf("type", "one_time", "recurring");
        return call.Page(call.State.All(Price).Where(price =>
            (active is null || (bool)price["active"]! == active)
            && (keys.Count == 0 || ((string?)price["lookup_key"] is { } key && keys.Contains(key)))
            && (product is null || (string?)price["product"] == product)
            && (currency is null || (string?)price["currency"] == currency)
            && (type is null || (string?)price["type"] == type)));
    }

    private static JsonObject Recurring(Parameters recurring) => new()
    {
        ["interval"] = recurring.OneOf("interval", "day", "week", "month", "year") ?? throw StripeFault.Missing("recurring[interval]"),
        ["interval_count"] = recurring.Integer("interval_count", 1, 36) ?? 1,
        ["meter"] = null,
        ["trial_period_days"] = null,
        ["usage_type"] = recurring.OneOf("usage_type", "licensed") ?? "licensed",
    };

    private static string Currency(string code) => code.Length == 3 && code.All(char.IsAsciiLetter)
        ? code.ToLowerInvariant()
        : throw StripeFault.Request($"Invalid currency: {code}", "currency");

    private static void TakeLookupKey(StripeState state, string? key, bool transfer)
    {
        if (key is null || state.All(Price).FirstOrDefault(price => (string?)price["lookup_key"] == key) is not { } owner) return;
        if (!transfer)
        {
            throw StripeFault.Request(
                $"A price (`{(string?)owner["id"]}`) already uses that lookup key. You can transfer it by `transfer_lookup_key`.", "lookup_key");
        }

        owner["lookup_key"] = null;
        state.Emit("price.updated", owner, new JsonObject { ["lookup_key"] = key });
    }
}
