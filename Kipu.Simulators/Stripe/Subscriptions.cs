using System.Text.Json.Nodes;

namespace Kipu.Simulators;

internal static class Subscriptions
{
    public const string Kind = "subscription";

    private static readonly string[] Ended = ["canceled", "incomplete_expired"];

    public static JsonObject Get(StripeCall call)
    {
        call.Parameters.End();
        return call.State.Get(Kind, call.Id);
    }

    /// <summary>Without <c>status</c> those that ended are left out.</summary>
    public static JsonObject List(StripeCall call)
    {
        var parameters = call.Parameters;
        var customer = parameters.Text("customer");
        var price = parameters.Text("price");
        var status = parameters.OneOf(
            "status", "active", "all", "canceled", "ended", "incomplete", "incomplete_expired", "past_due", "paused", "trialing", "unpaid");
        var created = parameters.Range("created");
        return call.Page(call.State.All(Kind).Where(subscription =>
            (customer is null || (string?)subscription["customer"] == customer)
            && (price is null || subscription["items"]!["data"]!.AsArray().Any(item => (string?)item!["price"]!["id"] == price))
            && HasStatus(subscription, status)
            && created(subscription)));
    }

    /// <summary>A subscription that has just been paid for, for one interval from now.</summary>
    public static JsonObject New(StripeState state, JsonObject customer, JsonObject method, IEnumerable<JsonObject> lines, JsonObject details)
    {
        var id = StripeState.NewId("sub");
        var now = state.Now;
        var items = lines.Select(line => NewItem(state, id, line, now)).ToList();
        return new JsonObject
        {
            ["id"] = id,
            ["object"] = Kind,
            ["automatic_tax"] = new JsonObject { ["disabled_reason"] = null, ["enabled"] = false, ["liability"] = null },
            ["billing_cycle_anchor"] = now,
            ["billing_mode"] = new JsonObject
            {
                ["flexible"] = new JsonObject { ["proration_discounts"] = "included" },
                ["type"] = "flexible",
            },
            ["cancel_at"] = null,
            ["cancel_at_period_end"] = false,
            ["canceled_at"] = null,
            ["cancellation_details"] = new JsonObject { ["comment"] = null, ["feedback"] = null, ["reason"] = null },
            ["collection_method"] = "charge_automatically",
            ["created"] = now,
            ["currency"] = (string)items[0]["price"]!["currency"]!,
            ["customer"] = (string)customer["id"]!,
            ["default_payment_method"] = (string)method["id"]!,
            ["description"] = (string?)details["description"],
            ["discounts"] = new JsonArray(),
            ["ended_at"] = null,
            ["items"] = StripeCall.ListOf(items, $"/v1/subscription_items?subscription={id}"),
            ["latest_invoice"] = null,
            ["livemode"] = false,
            ["metadata"] = details["metadata"]!.DeepClone(),
            ["pause_collection"] = null,
            ["payment_settings"] = new JsonObject
            {
                ["payment_method_options"] = null,
                ["payment_method_types"] = null,
                ["save_default_payment_method"] = "off",
            },
            ["pending_setup_intent"] = null,
            ["pending_update"] = null,
            ["schedule"] = null,
            ["start_date"] = now,
            ["status"] = "active",
            ["test_clock"] = null,
            ["trial_end"] = null,
            ["trial_settings"] = new JsonObject { ["end_behavior"] = new JsonObject { ["missing_payment_method"] = "create_invoice" } },
            ["trial_start"] = null,
        };
    }

    private static JsonObject NewItem(StripeState state, string subscription, JsonObject line, long now)
    {
        var end = EndOfInterval(now, line["price"]!["recurring"]!);
        return new JsonObject
        {
            ["id"] = StripeState.NewId("si"),
            ["object"] = "subscription_item",
            ["billed_until"] = end,
            ["created"] = now,
            ["current_period_end"] = end,
            ["current_period_start"] = now,
            ["discounts"] = new JsonArray(),
            ["metadata"] = new JsonObject(),
            ["price"] = line["price"]!.DeepClone(),
            ["quantity"] = (long)line["quantity"]!,
            ["subscription"] = subscription,
            ["tax_rates"] = new JsonArray(),
        };
    }

    private static long EndOfInterval(long start, JsonNode recurring)
    {
        var from = DateTimeOffset.FromUnixTimeSeconds(start);
        var count = (int)(long)recurring["interval_count"]!;
        var end = (string)recurring["interval"]! switch
        {
            "day" => from.AddDays(count),
            "week" => from.AddDays(7 * count),
            "year" => from.AddYears(count),
            _ => from.AddMonths(count),
        };
        return end.ToUnixTimeSeconds();
    }

    private static bool HasStatus(JsonObject subscription, string? wanted)
    {
        var status = (string)subscription["status"]!;
        return wanted switch
        {
            null => !Ended.Contains(status),
            "all" => true,
            "ended" => Ended.Contains(status),
            _ => status == wanted,
        };
    }
}
