using System.Globalization;
using System.Text.Json.Nodes;

namespace Kipu.Simulators;

internal static class PortalHtml
{
    public static string Portal(
        JsonObject session,
        IReadOnlyList<(JsonObject Subscription, IReadOnlyList<JsonObject> Plans)> subscriptions,
        JsonObject? method,
        IReadOnlyList<JsonObject> invoices,
        IFormCollection? entry,
        string? refusal)
    {
        var action = $"/p/session/{Html.Encode(session.Id())}";
        var back = session.Text("return_url") is { } url ? $"""<p><a href="{Html.Encode(url)}">Back to the shop</a></p>""" : "";
        return Html.Layout("Billing", $"""
            <h1>Billing</h1>
            {back}
            {Html.Alert(refusal)}
            {(subscriptions.Count == 0 ? "<p>There is no subscription.</p>" : string.Concat(subscriptions.Select(entry => Plan(action, entry.Subscription, entry.Plans))))}
            {Card(action, method, entry)}
            {Invoices(invoices)}
            """);
    }

    private static string Plan(string action, JsonObject subscription, IReadOnlyList<JsonObject> plans)
    {
        var item = subscription.Entries("items").First();
        var hidden = $"""<input type="hidden" name="subscription" value="{Html.Encode(subscription.Id())}">""";
        var end = subscription.NumberOrNull("cancel_at");
        var options = string.Concat(plans.Select(plan => $"""<option value="{Html.Encode(plan.Id())}">{Html.Encode(plan.Text("name"))}, {Price(plan)}</option>"""));
        var field = $"price-{Html.Encode(subscription.Id())}";
        return $"""
            <section aria-label="Current plan"><h2>Current plan</h2>
            <p>{Price(item["price"]!)}, status {Html.Encode(subscription.Text("status"))}. {(end is null
                ? $"Renews on {Html.Day(item.Number("current_period_end"))}."
                : $"Ends on {Html.Day(end.Value)}.")}</p>
            {(options.Length == 0 ? "" : $"""
            <form method="post" action="{action}/plan">{hidden}<label for="{field}">New plan</label>
            <select id="{field}" name="price" required>{options}</select><button type="submit">Change plan</button></form>
            """)}
            {(end is null
                ? $"""<form method="post" action="{action}/cancel">{hidden}<button type="submit" class="quiet">Cancel subscription</button></form>"""
                : $"""<form method="post" action="{action}/undo">{hidden}<button type="submit">Don't cancel subscription</button></form>""")}
            </section>
            """;
    }

    private static string Card(string action, JsonObject? method, IFormCollection? entry) => $"""
        <section aria-label="Payment method"><h2>Payment method</h2>
        <p>{(method is null
            ? "No card."
            : $"{Html.Encode(method["card"]!.Text("brand"))} ending in {Html.Encode(method["card"]!.Text("last4"))}.")}</p>
        <form method="post" action="{action}/card">{Html.CardFields(entry)}<button type="submit">Save card</button></form>
        {Html.CardTable()}</section>
        """;

    private static string Invoices(IReadOnlyList<JsonObject> invoices)
    {
        var rows = string.Concat(invoices.Select(invoice => $"""
            <tr><td>{Html.Day(invoice.Number("created"))}</td><td>{Html.Money(invoice.Number("amount_due"), invoice.Text("currency")!)}</td>
            <td>{Html.Encode(invoice.Text("status"))}</td><td><a href="/i/{Html.Encode(invoice.Id())}">{Html.Encode(invoice.Text("number"))}</a></td></tr>
            """));
        return $"""
            <section aria-label="Invoices"><h2>Invoices</h2><table><thead><tr><th scope="col">Date</th><th scope="col">Amount</th><th scope="col">Status</th>
            <th scope="col">Number</th></tr></thead><tbody>{rows}</tbody></table></section>
            """;
    }

    private static string Price(JsonNode price)
    {
        var (recurring, count) = (price["recurring"]!, price["recurring"]!.Number("interval_count"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Html.Money(price.Number("unit_amount"), price.Text("currency")!)} per {(count == 1 ? "" : count + " ")}{recurring.Text("interval")}");
    }
}
