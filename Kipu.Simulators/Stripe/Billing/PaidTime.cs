using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>What was really charged for an item, discounts taken off, and for which time: the base of a credit.</summary>
internal sealed record PaidTime(long Net, long From, long To)
{
    public static PaidTime Of(StripeState state, JsonNode item)
    {
        var notes = state.Notes(item.Id());
        return notes.NumberOrNull("net") is { } net
            ? new PaidTime(net, notes.Number("from"), notes.Number("to"))
            : new PaidTime(0, item.Number("current_period_start"), item.Number("current_period_end"));
    }

    /// <summary>Remembers what the lines charge for the items they belong to.</summary>
    public static void Keep(StripeState state, IEnumerable<JsonNode> lines)
    {
        foreach (var line in lines.Where(line => line.Number("amount") >= 0))
        {
            var notes = state.Notes(line["parent"]!["subscription_item_details"]!.Text("subscription_item")!);
            notes["net"] = Discounts.NetOf(line);
            notes["from"] = line["period"]!.Number("start");
            notes["to"] = line["period"]!.Number("end");
        }
    }
}
