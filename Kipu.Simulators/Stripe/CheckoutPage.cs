using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kipu.Simulators;

/// <summary>
/// The hosted page where a person pays: <c>/c/pay/{id}</c>. A plain form post pays as well; its fields are named as on
/// Stripe's page: <c>email</c>, <c>cardNumber</c>, <c>cardExpiry</c>, <c>cardCvc</c>, <c>billingName</c>.
/// </summary>
internal static class CheckoutPage
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/c/pay/{id}", Show);
        routes.MapPost("/c/pay/{id}", Pay);
        routes.MapGet("/c/pay/{id}/authenticate", ShowAuthentication);
        routes.MapPost("/c/pay/{id}/authenticate", Authenticate);
        routes.MapGet("/receipts/{id}", ShowReceipt);
    }

    public static IResult Show(string id, StripeState state)
    {
        lock (state.Gate)
        {
            if (state.Find(CheckoutSessions.Kind, id) is not { } session) return Missing();
            return Page(View(state, session, entry: null, refusal: null), 200);
        }
    }

    public static async Task<IResult> Pay(string id, HttpRequest request, StripeState state, TimeProvider time)
    {
        var form = await ReadFormAsync(request);
        lock (state.Gate)
        {
            if (state.Find(CheckoutSessions.Kind, id) is not { } session) return Missing();
            if (!IsOpen(session)) return WhenClosed(state, session);

            var (entry, wrong) = PayForm.Read(form, (string?)session["customer_email"] ?? EmailOfCustomer(state, session), time.GetUtcNow());
            if (entry is null) return Page(View(state, session, form, wrong), 400);
            return Answer(state, session, form, Payer(state, session, request).Pay(entry));
        }
    }

    public static IResult ShowAuthentication(string id, HttpRequest request, StripeState state)
    {
        lock (state.Gate)
        {
            if (state.Find(CheckoutSessions.Kind, id) is not { } session) return Missing();
            if (!IsOpen(session) || !Payer(state, session, request).Authenticating) return Results.Redirect($"/c/pay/{id}");
            return Page(CheckoutHtml.Authentication(session), 200);
        }
    }

    public static async Task<IResult> Authenticate(string id, HttpRequest request, StripeState state)
    {
        var form = await ReadFormAsync(request);
        lock (state.Gate)
        {
            if (state.Find(CheckoutSessions.Kind, id) is not { } session) return Missing();
            if (!IsOpen(session)) return WhenClosed(state, session);
            var payer = Payer(state, session, request);
            if (!payer.Authenticating) return SeeOther($"/c/pay/{id}");
            return Answer(state, session, form, payer.Authenticate(passed: form["outcome"] == "complete"));
        }
    }

    public static IResult ShowReceipt(string id, StripeState state)
    {
        lock (state.Gate)
        {
            return (state.Find(Invoices.Kind, id) ?? state.Find(PaymentIntents.Charge, id)) is { } paid ? Page(CheckoutHtml.Receipt(paid), 200) : Missing();
        }
    }

    private static IResult Answer(StripeState state, JsonObject session, IFormCollection form, PayOutcome outcome)
    {
        if (outcome.NeedsAuthentication) return SeeOther($"/c/pay/{(string?)session["id"]}/authenticate");
        return outcome.Refusal is { } refusal ? Page(View(state, session, form, refusal), 402) : SeeOther(SuccessUrl(session));
    }

    private static string View(StripeState state, JsonObject session, IFormCollection? entry, string? refusal) => (string)session["status"]! switch
    {
        "open" => CheckoutHtml.Form(session, CheckoutSessions.LinesOf(state, (string)session["id"]!), EmailOfCustomer(state, session), entry, refusal),
        "complete" => CheckoutHtml.Done(session, SuccessUrl(session)),
        _ => CheckoutHtml.Expired(session),
    };

    /// <summary>Someone was faster: another click, another window, or the clock.</summary>
    private static IResult WhenClosed(StripeState state, JsonObject session) => (string)session["status"]! == "complete"
        ? SeeOther(SuccessUrl(session))
        : Page(View(state, session, entry: null, refusal: null), 410);

    private static string? EmailOfCustomer(StripeState state, JsonObject session) =>
        (string?)session["customer"] is { } customer ? (string?)state.Find(Customers.Kind, customer)?["email"] : null;

    private static string SuccessUrl(JsonObject session) =>
        ((string)session["success_url"]!).Replace("{CHECKOUT_SESSION_ID}", (string)session["id"]!, StringComparison.Ordinal);

    private static bool IsOpen(JsonObject session) => (string)session["status"]! == "open";

    private static PayCheckout Payer(StripeState state, JsonObject session, HttpRequest request) =>
        new(state, session, $"{request.Scheme}://{request.Host}");

    private static async Task<IFormCollection> ReadFormAsync(HttpRequest request) =>
        request.HasFormContentType ? await request.ReadFormAsync(request.HttpContext.RequestAborted) : FormCollection.Empty;

    private static ContentHttpResult Missing() => Page(CheckoutHtml.Missing(), 404);

    private static ContentHttpResult Page(string html, int status) => TypedResults.Content(html, "text/html; charset=utf-8", statusCode: status);

    private static SeeOtherResult SeeOther(string url) => new(url);

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
