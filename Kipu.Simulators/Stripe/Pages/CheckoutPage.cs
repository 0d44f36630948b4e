using System.Text.Json.Nodes;

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
        routes.MapPost("/c/pay/{id}/promotion", ApplyPromotion);
        routes.MapGet("/c/pay/{id}/authenticate", ShowAuthentication);
        routes.MapPost("/c/pay/{id}/authenticate", Authenticate);
        routes.MapPost("/c/pay/{id}/bank", SettleByBank);
        routes.MapGet("/receipts/{id}", ShowReceipt);
    }

    public static IResult Show(string id, StripeState state)
    {
        lock (state.Gate)
        {
            return state.Find(CheckoutSessions.Kind, id) is { } session
                ? Html.Page(View(state, session, entry: null, refusal: null))
                : Html.Missing();
        }
    }

    public static Task<IResult> Pay(string id, HttpRequest request, StripeState state, TimeProvider time) =>
        WithOpenAsync(id, request, state, (session, form) =>
        {
            var payer = new PayCheckout(state, session);
            var email = session.Text("customer_email") ?? EmailOfCustomer(state, session);
            var byBank = form["method"] == PaymentIntents.BankAccount && TakesBank(session);
            if (byBank || !payer.NeedsCard)
            {
                email ??= form["email"].ToString().Trim();
                if (!PayForm.IsEmail(email)) return Html.Page(View(state, session, form, "Enter your email address."), 400);
                return Answer(state, session, form, byBank ? payer.PayByBank(email, name: null) : payer.PayNothing(email, name: null));
            }

            var (entry, wrong) = PayForm.Read(form, email, time.GetUtcNow());
            return entry is null ? Html.Page(View(state, session, form, wrong), 400) : Answer(state, session, form, payer.Pay(entry));
        });

    /// <summary>Takes what a code is worth off, or puts it back when none is given.</summary>
    public static Task<IResult> ApplyPromotion(string id, HttpRequest request, StripeState state) =>
        WithOpenAsync(id, request, state, (session, form) =>
        {
            if (!session.Is("allow_promotion_codes")) return Html.SeeOther($"/c/pay/{id}");
            var text = form["promotionCode"].ToString().Trim();
            var code = Coupons.FindCode(state, text);
            if (text.Length > 0 && code is null) return Html.Page(View(state, session, entry: null, "This code is invalid."), 400);
            session["discounts"] = code is null
                ? new JsonArray()
                : new JsonArray(new JsonObject { ["coupon"] = Coupons.CouponOf(state, code).Id(), ["promotion_code"] = code.Id() });
            CheckoutSessions.SumUp(state, session);
            return Html.SeeOther($"/c/pay/{id}");
        });

    public static IResult ShowAuthentication(string id, StripeState state)
    {
        lock (state.Gate)
        {
            if (state.Find(CheckoutSessions.Kind, id) is not { } session) return Html.Missing();
            if (!IsOpen(session) || !new PayCheckout(state, session).Authenticating) return Results.Redirect($"/c/pay/{id}");
            return Html.Page(
                Html.Authentication($"/c/pay/{id}/authenticate", Html.Money(session.Number("amount_total"), session.Text("currency")!)));
        }
    }

    public static Task<IResult> Authenticate(string id, HttpRequest request, StripeState state) =>
        WithOpenAsync(id, request, state, (session, form) =>
        {
            var payer = new PayCheckout(state, session);
            return payer.Authenticating
                ? Answer(state, session, form, payer.Authenticate(passed: form["outcome"] == "complete"))
                : Html.SeeOther($"/c/pay/{id}");
        });

    /// <summary>The bank's answer to a debit, days later.</summary>
    public static async Task<IResult> SettleByBank(string id, HttpRequest request, StripeState state)
    {
        var form = await Html.ReadFormAsync(request);
        lock (state.Gate)
        {
            if (state.Find(CheckoutSessions.Kind, id) is not { } session) return Html.Missing();
            using var time = state.InTimeOf(session.Text("customer"));
            var payer = new PayCheckout(state, session);
            if (payer.AwaitsBank) payer.SettleByBank(paid: form["outcome"] == "settle");
            return Html.SeeOther($"/c/pay/{id}");
        }
    }

    public static IResult ShowReceipt(string id, StripeState state)
    {
        lock (state.Gate)
        {
            return state.Find(PaymentIntents.Charge, id) is { } paid ? Html.Page(CheckoutHtml.Receipt(paid)) : Html.Missing();
        }
    }

    private static async Task<IResult> WithOpenAsync(
        string id, HttpRequest request, StripeState state, Func<JsonObject, IFormCollection, IResult> act)
    {
        var form = await Html.ReadFormAsync(request);
        lock (state.Gate)
        {
            if (state.Find(CheckoutSessions.Kind, id) is not { } session) return Html.Missing();
            if (!IsOpen(session)) return WhenClosed(state, session);
            using var time = state.InTimeOf(session.Text("customer"));
            return act(session, form);
        }
    }

    private static IResult Answer(StripeState state, JsonObject session, IFormCollection form, PayOutcome outcome)
    {
        if (outcome.NeedsAuthentication) return Html.SeeOther($"/c/pay/{session.Id()}/authenticate");
        return outcome.Refusal is { } refusal ? Html.Page(View(state, session, form, refusal), 402) : Html.SeeOther(SuccessUrl(session));
    }

    private static string View(StripeState state, JsonObject session, IFormCollection? entry, string? refusal) =>
        session.Text("status") switch
        {
            "open" => CheckoutHtml.Form(
                session,
                [.. CheckoutSessions.LinesOf(state, session.Id())],
                new CheckoutView(
                    EmailOfCustomer(state, session),
                    CheckoutSessions.DraftOf(state, session.Id())["details"]!.NumberOrNull("trial_days"),
                    new PayCheckout(state, session).NeedsCard,
                    TakesBank(session)),
                entry,
                refusal),
            "complete" when new PayCheckout(state, session).AwaitsBank => CheckoutHtml.AwaitingBank(session, SuccessUrl(session)),
            "complete" => CheckoutHtml.Done(session, SuccessUrl(session)),
            _ => CheckoutHtml.Expired(session),
        };

    /// <summary>Someone was faster: another click, another window, or the clock.</summary>
    private static IResult WhenClosed(StripeState state, JsonObject session) => session.Text("status") == "complete"
        ? Html.SeeOther(SuccessUrl(session))
        : Html.Page(View(state, session, entry: null, refusal: null), 410);

    private static string? EmailOfCustomer(StripeState state, JsonObject session) =>
        session.Text("customer") is { } customer ? state.Find(Customers.Kind, customer)?.Text("email") : null;

    private static string SuccessUrl(JsonObject session) =>
        session.Text("success_url")!.Replace("{CHECKOUT_SESSION_ID}", session.Id(), StringComparison.Ordinal);

    private static bool TakesBank(JsonObject session) =>
        session.Number("amount_total") > 0
            && session["payment_method_types"]!.AsArray().Any(type => type!.GetValue<string>() == PaymentIntents.BankAccount);

    private static bool IsOpen(JsonObject session) => session.Text("status") == "open";
}
