using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kipu.Simulators;

/// <summary>What all pages of the simulator share: plain HTML with labelled fields, no script, a banner that says what they are.</summary>
internal static class Html
{
    private const string Style = """
        :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
        body { margin: 0 } main { max-width: 34rem; margin: 2rem auto; padding: 0 1rem }
        .simulator { background: #ffd166; color: #2b2100; margin: 0; padding: .5rem 1rem; text-align: center }
        label { display: block; margin-top: 1rem } input, select { box-sizing: border-box; width: 100%; padding: .6rem; font: inherit }
        button { width: 100%; margin-top: 1.5rem; padding: .8rem; font: inherit; font-weight: 600; border: 0; border-radius: .4rem; background: #1f5eff; color: #fff }
        button.quiet { background: #5c6370 } .total { font-size: 2rem; font-weight: 700; margin: 0 }
        section { border-top: 1px solid #8886; margin-top: 1.5rem } [role=alert] { border: 2px solid #c0262d; border-radius: .4rem; padding: .6rem 1rem }
        [role=status] { border: 2px solid #1a7f37; border-radius: .4rem; padding: .6rem 1rem } table { border-collapse: collapse } td, th { padding: .2rem 1rem .2rem 0; text-align: left }
        """;

    public static ContentHttpResult Page(string html, int status = 200) =>
        TypedResults.Content(html, "text/html; charset=utf-8", statusCode: status);

    public static ContentHttpResult Missing() => Page(Layout(
        "Not found", "<h1>There is no such page</h1><p>The simulator keeps its state in memory: it may have been started anew.</p>"), 404);

    public static IResult SeeOther(string url) => new SeeOtherResult(url);

    public static async Task<IFormCollection> ReadFormAsync(HttpRequest request) =>
        request.HasFormContentType ? await request.ReadFormAsync(request.HttpContext.RequestAborted) : FormCollection.Empty;

    public static string Layout(string title, string body, string company = "Stripe") => $"""
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title} · {company} simulator</title><style>{Style}</style></head>
        <body><p class="simulator">Simulator: this is not {company}, and no money moves</p><main>{body}</main></body>
        </html>
        """;

    public static string Field(string name, string label, string? value, string attributes, bool required = true) =>
        $"""<label for="{name}">{label}</label><input id="{name}" name="{name}" value="{Encode(value)}" {attributes} {(required ? "required" : "")}>""";

    /// <summary>The fields of a card, as <see cref="PayForm"/> reads them.</summary>
    public static string CardFields(IFormCollection? entry) => $"""
        {Field("cardNumber", "Card number", entry?["cardNumber"].ToString(), """inputmode="numeric" autocomplete="cc-number" placeholder="4242 4242 4242 4242" """)}
        {Field("cardExpiry", "Expiration (MM / YY)", entry?["cardExpiry"].ToString(), """autocomplete="cc-exp" placeholder="MM / YY" """)}
        {Field("cardCvc", "Security code", null, """inputmode="numeric" autocomplete="cc-csc" placeholder="CVC" """)}
        {Field("billingName", "Name on card", entry?["billingName"].ToString(), """autocomplete="cc-name" """, required: false)}
        """;

    public static string CardTable() => $"""
        <details><summary>Test cards (any future date, any code)</summary><table><tbody>{string.Concat(TestCards.Offered.Select(card =>
            $"<tr><td><code>{card.Number}</code></td><td>{Encode(card.Meaning)}</td></tr>"))}</tbody></table></details>
        """;

    /// <summary>What the bank asks on a page of its own.</summary>
    public static string Authentication(string action, string amount) => Layout("Your bank", $"""
        <h1>Your bank asks: is it you?</h1>
        <p>3-D Secure for {amount}.</p>
        <form method="post" action="{Encode(action)}"><button type="submit" name="outcome" value="complete">Complete authentication</button></form>
        <form method="post" action="{Encode(action)}"><button type="submit" name="outcome" value="fail" class="quiet">Fail authentication</button></form>
        """);

    public static string Alert(string? text) => text is null ? "" : $"""<p role="alert">{Encode(text)}</p>""";

    public static string Money(long minor, string currency) =>
        string.Create(CultureInfo.InvariantCulture, $"{minor / 100m:N2} {currency.ToUpperInvariant()}");

    public static string Day(long at) => DateTimeOffset.FromUnixTimeSeconds(at).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string Encode(string? text) => WebUtility.HtmlEncode(text ?? "");

    private sealed class SeeOtherResult(string url) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = url;
            return Task.CompletedTask;
        }
    }
}
