using System.Text.Json.Nodes;

namespace Kipu.Simulators;

internal static class InvoiceHtml
{
    public static string Invoice(JsonObject invoice, IFormCollection? entry, string? refusal)
    {
        var currency = invoice.Text("currency")!;
        var lines = string.Concat(invoice.Entries("lines").Select(line =>
            $"<tr><td>{Html.Encode(line.Text("description"))}</td><td>{Html.Money(line.Number("amount"), currency)}</td></tr>"));
        var discount = invoice.Number("subtotal") - invoice.Number("total");
        return Html.Layout("Invoice", $"""
            <h1>Invoice {Html.Encode(invoice.Text("number"))}</h1>
            <p class="total">{Html.Money(invoice.Number("amount_due"), currency)}</p>
            <p>{StatusOf(invoice)}</p>
            <table><caption>What it is for</caption><thead><tr><th scope="col">Description</th><th scope="col">Amount</th></tr></thead>
            <tbody>{lines}{(discount == 0 ? "" : $"<tr><td>Discount</td><td>{Html.Money(-discount, currency)}</td></tr>")}</tbody></table>
            {Html.Alert(refusal)}
            {(invoice.Text("status") == "open" ? PayForm(invoice, entry) : "")}
            """);
    }

    private static string StatusOf(JsonObject invoice) => invoice.Text("status") switch
    {
        "paid" => $"Paid on {Html.Day(invoice["status_transitions"]!.Number("paid_at"))}.",
        "open" => "Waiting for payment.",
        "void" => "Void: nobody has to pay it.",
        _ => "Given up.",
    };

    private static string PayForm(JsonObject invoice, IFormCollection? entry) => $"""
        <form method="post" action="/i/{Html.Encode(invoice.Id())}">{Html.CardFields(entry)}<button type="submit">Pay invoice</button></form>
        {Html.CardTable()}
        """;
}
