using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>The pages of the simulated checkout: plain HTML with labelled fields, no script.</summary>
internal static class CheckoutHtml
{
    private const string Style = """
        :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
        body { margin: 0 } main { max-width: 30rem; margin: 2rem auto; padding: 0 1rem }
        .simulator { background: #ffd166; color: #2b2100; margin: 0; padding: .5rem 1rem; text-align: center }
        label { display: block; margin-top: 1rem } input { box-sizing: border-box; width: 100%; padding: .6rem; font: inherit }
        button { width: 100%; margin-top: 1.5rem; padding: .8rem; font: inherit; font-weight: 600; border: 0; border-radius: .4rem; background: #1f5eff; color: #fff }
        button.quiet { background: #5c6370 } .total { font-size: 2rem; font-weight: 700; margin: 0 }
        [role=alert] { border: 2px solid #c0262d; border-radius: .4rem; padding: .6rem 1rem } table { border-collapse: collapse } td { padding: .2rem 1rem .2rem 0 }
        """;

    public static string Form(JsonObject session, IEnumerable<JsonObject> lines, string? customerEmail, IFormCollection? entry, string? refusal)
    {
        var id = (string)session["id"]!;
        var recurring = (string)session["mode"]! == "subscription";
        var total = Money((long)session["amount_total"]!, (string)session["currency"]!);
        var known = (string?)session["customer_email"] ?? customerEmail;
        var items = string.Concat(lines.Select(line =>
            $"<li>{Encode((string?)line["description"])} × {(long)line["quantity"]!}: {Money((long)line["amount_total"]!, (string)line["currency"]!)}</li>"));
        var cancel = (string?)session["cancel_url"] is { } url ? $"""<p><a href="{Encode(url)}">Back without paying</a></p>""" : "";
        return Layout(recurring ? "Subscribe" : "Pay", $"""
            <h1>{(recurring ? "Subscribe" : "Pay")}</h1>
            <p class="total">{total}{(recurring ? " " + Interval(lines) : "")}</p>
            <ul>{items}</ul>
            {(refusal is null ? "" : $"""<p role="alert">{Encode(refusal)}</p>""")}
            <form method="post" action="/c/pay/{Encode(id)}">
              {Field("email", "Email", entry?["email"].ToString() ?? known, $"""type="email" autocomplete="email" {(known is null ? "" : "readonly")}""", known)}
              {Field("cardNumber", "Card number", entry?["cardNumber"].ToString(), """inputmode="numeric" autocomplete="cc-number" placeholder="4242 4242 4242 4242" """)}
              {Field("cardExpiry", "Expiration (MM / YY)", entry?["cardExpiry"].ToString(), """autocomplete="cc-exp" placeholder="MM / YY" """)}
              {Field("cardCvc", "Security code", null, """inputmode="numeric" autocomplete="cc-csc" placeholder="CVC" """)}
              {Field("billingName", "Name on card", entry?["billingName"].ToString(), """autocomplete="cc-name" """)}
              <button type="submit">{(recurring ? "Pay and subscribe" : "Pay")}</button>
            </form>
            {cancel}
            <details><summary>Test cards (any future date, any code)</summary><table><tbody>{CardRows()}</tbody></table></details>
            """);
    }

    public static string Authentication(JsonObject session)
    {
        var action = $"/c/pay/{Encode((string?)session["id"])}/authenticate";
        return Layout("Your bank", $"""
            <h1>Your bank asks: is it you?</h1>
            <p>3-D Secure for {Money((long)session["amount_total"]!, (string)session["currency"]!)}.</p>
            <form method="post" action="{action}"><button type="submit" name="outcome" value="complete">Complete authentication</button></form>
            <form method="post" action="{action}"><button type="submit" name="outcome" value="fail" class="quiet">Fail authentication</button></form>
            """);
    }

    public static string Done(JsonObject session, string successUrl) => Layout("Paid", $"""
        <h1>This is paid</h1>
        <p>{Money((long)session["amount_total"]!, (string)session["currency"]!)}: thank you.</p>
        <p><a href="{Encode(successUrl)}">Back to the shop</a></p>
        """);

    public static string Expired(JsonObject session) => Layout("Expired", $"""
        <h1>This checkout has expired</h1>
        <p>Nothing was charged.{((string?)session["cancel_url"] is { } url ? $""" <a href="{Encode(url)}">Back to the shop</a> to start again.""" : "")}</p>
        """);

    public static string Missing() => Layout("Not found", "<h1>There is no such page</h1><p>The simulator keeps its state in memory: it may have been started anew.</p>");

    public static string Receipt(JsonObject paid) => Layout("Receipt", $"""
        <h1>Receipt</h1>
        <p class="total">{Money((long)(paid["amount_paid"] ?? paid["amount"])!, (string)paid["currency"]!)}</p>
        <p>{Encode((string?)paid["number"] ?? (string?)paid["id"])}, {DateTimeOffset.FromUnixTimeSeconds((long)paid["created"]!).ToString("u", CultureInfo.InvariantCulture)}</p>
        """);

    private static string Field(string name, string label, string? value, string attributes, string? known = null) =>
        $"""<label for="{name}">{label}</label><input id="{name}" name="{name}" value="{Encode(known ?? value)}" {attributes} {(name == "billingName" ? "" : "required")}>""";

    private static string Interval(IEnumerable<JsonObject> lines)
    {
        var recurring = lines.First()["price"]!["recurring"]!;
        var count = (long)recurring["interval_count"]!;
        return count == 1 ? $"per {(string?)recurring["interval"]}" : $"every {count} {(string?)recurring["interval"]}s";
    }

    private static string CardRows() => string.Concat(TestCards.Offered.Select(card => $"<tr><td><code>{card.Number}</code></td><td>{Encode(card.Meaning)}</td></tr>"));

    private static string Money(long minor, string currency) =>
        string.Create(CultureInfo.InvariantCulture, $"{minor / 100m:N2} {currency.ToUpperInvariant()}");

    private static string Encode(string? text) => WebUtility.HtmlEncode(text ?? "");

    private static string Layout(string title, string body) => $"""
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title} · Stripe simulator</title><style>{Style}</style></head>
        <body><p class="simulator">Simulator: this is not Stripe, and no money moves</p><main>{body}</main></body>
        </html>
        """;
}
