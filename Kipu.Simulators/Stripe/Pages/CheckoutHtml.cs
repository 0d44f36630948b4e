using System.Globalization;
using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>The pages of the simulated checkout.</summary>
internal static class CheckoutHtml
{
    public static string Form(
        JsonObject session, IReadOnlyList<JsonObject> lines, CheckoutView view, IFormCollection? entry, string? refusal)
    {
        var id = Html.Encode(session.Id());
        var recurring = session.Text("mode") == "subscription";
        var known = session.Text("customer_email") ?? view.CustomerEmail;
        var items = string.Concat(lines
            .Select(line => $"<li>{Html.Encode(line.Text("description"))} × {line.Number("quantity")}: {PriceOf(line, recurring)}</li>"));
        var cancel = session.Text("cancel_url") is { } url ? $"""<p><a href="{Html.Encode(url)}">Back without paying</a></p>""" : "";
        return Html.Layout(recurring ? "Subscribe" : "Pay", $"""
            <h1>{(recurring ? "Subscribe" : "Pay")}</h1>
            <p class="total">{Money(session, "amount_total")}{(view.TrialDays is null ? "" : " today")}</p>
            {(view.TrialDays is { } days ? $"<p>{days} days free, then {Sum(lines)}. Cancel any time before.</p>" : "")}
            <ul>{items}</ul>
            {Html.Alert(refusal)}
            {Promotion(session, id)}
            <form method="post" action="/c/pay/{id}">
              {Html.Field("email", "Email", known ?? entry?["email"].ToString(), $"""type="email" autocomplete="email" {(known is null ? "" : "readonly")}""")}
              {(view.NeedsCard ? Html.CardFields(entry) : "")}
              <button type="submit">{(!recurring ? "Pay" : view.TrialDays is null ? "Pay and subscribe" : "Start trial")}</button>
              {(view.TakesBank ? $"""<button type="submit" name="method" value="{PaymentIntents.BankAccount}" class="quiet" formnovalidate>Pay by bank debit</button>""" : "")}
            </form>
            {cancel}
            {(view.NeedsCard ? Html.CardTable() : "")}
            """);
    }

    public static string AwaitingBank(JsonObject session, string successUrl)
    {
        var action = $"/c/pay/{Html.Encode(session.Id())}/bank";
        return Html.Layout("On its way", $"""
            <h1>Your bank has been asked</h1>
            <p>{Money(session, "amount_total")}: the answer takes some days. Here you give it.</p>
            <form method="post" action="{action}"><button type="submit" name="outcome" value="settle">Let the bank settle</button></form>
            <form method="post" action="{action}"><button type="submit" name="outcome" value="fail" class="quiet">Let the bank fail</button></form>
            <p><a href="{Html.Encode(successUrl)}">Back to the shop</a></p>
            """);
    }

    public static string Done(JsonObject session, string successUrl) => Html.Layout("Paid", $"""
        <h1>This is paid</h1>
        <p>{Money(session, "amount_total")}: thank you.</p>
        <p><a href="{Html.Encode(successUrl)}">Back to the shop</a></p>
        """);

    public static string Expired(JsonObject session) => Html.Layout("Expired", $"""
        <h1>This checkout has expired</h1>
        <p>Nothing was charged.{(session.Text("cancel_url") is { } url ? $""" <a href="{Html.Encode(url)}">Back to the shop</a> to start again.""" : "")}</p>
        """);

    public static string Receipt(JsonObject paid) => Html.Layout("Receipt", $"""
        <h1>Receipt</h1>
        <p class="total">{Money(paid, "amount")}</p>
        <p>{Html.Encode(paid.Id())}, {DateTimeOffset.FromUnixTimeSeconds(paid.Number("created")).ToString("u", CultureInfo.InvariantCulture)}</p>
        """);

    private static string Promotion(JsonObject session, string id)
    {
        if (!session.Is("allow_promotion_codes")) return "";
        if (session["discounts"]!.AsArray().Count > 0)
        {
            return $"""
                <form method="post" action="/c/pay/{id}/promotion"><p>Discount: {Html.Money(session["total_details"]!.Number("amount_discount"), session.Text("currency")!)}</p>
                <button type="submit" class="quiet">Remove promotion code</button></form>
                """;
        }

        return $"""
            <form method="post" action="/c/pay/{id}/promotion">{Html.Field("promotionCode", "Promotion code", null, "autocomplete=\"off\"")}
            <button type="submit" class="quiet">Apply</button></form>
            """;
    }

    private static string PriceOf(JsonObject line, bool recurring) =>
        $"{Html.Money(FullPrice(line), line.Text("currency")!)}{(recurring ? " " + Interval(line) : "")}";

    /// <summary>What it costs beside any trial or discount.</summary>
    private static long FullPrice(JsonObject line) => line["price"]!.Number("unit_amount") * line.Number("quantity");

    private static string Sum(IReadOnlyList<JsonObject> lines) =>
        $"{Html.Money(lines.Sum(FullPrice), lines[0].Text("currency")!)} {Interval(lines[0])}";

    private static string Interval(JsonObject line)
    {
        var recurring = line["price"]!["recurring"]!;
        var count = recurring.Number("interval_count");
        return count == 1 ? $"per {recurring.Text("interval")}" : $"every {count} {recurring.Text("interval")}s";
    }

    private static string Money(JsonObject owner, string name) => Html.Money(owner.Number(name), owner.Text("currency")!);
}

/// <summary>What the page needs to know beside the session.</summary>
internal sealed record CheckoutView(string? CustomerEmail, long? TrialDays, bool NeedsCard, bool TakesBank);
