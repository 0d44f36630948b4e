using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>The hosted page of an invoice, <c>/i/{id}</c>: what it is for, and a form that pays it while it is open.</summary>
internal static class InvoicePage
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/i/{id}", Show);
        routes.MapPost("/i/{id}", Pay);
        routes.MapGet("/i/{id}/authenticate", ShowAuthentication);
        routes.MapPost("/i/{id}/authenticate", Authenticate);
    }

    public static IResult Show(string id, StripeState state)
    {
        lock (state.Gate) return Find(state, id) is { } invoice
            ? Html.Page(InvoiceHtml.Invoice(invoice, entry: null, refusal: null))
            : Html.Missing();
    }

    public static Task<IResult> Pay(string id, HttpRequest request, StripeState state, TimeProvider time) =>
        WithOpenAsync(id, request, state, (invoice, form) =>
        {
            var (entry, wrong) = PayForm.Read(form, EmailOf(invoice), time.GetUtcNow());
            if (entry is null) return Html.Page(InvoiceHtml.Invoice(invoice, form, wrong), 400);
            var method = PaymentIntents.AddMethod(state, entry);
            var result = Collection.Collect(state, invoice, method, present: true);
            return Answer(state, invoice, form, method, result);
        });

    public static IResult ShowAuthentication(string id, StripeState state)
    {
        lock (state.Gate)
        {
            if (Find(state, id) is not { } invoice) return Html.Missing();
            return Waiting(state, invoice) is null
                ? Html.SeeOther($"/i/{id}")
                : Html.Page(Html.Authentication(
                    $"/i/{id}/authenticate", Html.Money(invoice.Number("amount_remaining"), invoice.Text("currency")!)));
        }
    }

    public static Task<IResult> Authenticate(string id, HttpRequest request, StripeState state) =>
        WithOpenAsync(id, request, state, (invoice, form) =>
        {
            if (Waiting(state, invoice) is not { } intent) return Html.SeeOther($"/i/{id}");
            var method = state.Get(PaymentIntents.Method, intent.Text("payment_method")!);
            var decline = Bank.AfterAuthentication(state, method, passed: form["outcome"] == "complete");
            return Answer(state, invoice, form, method, Collection.Settle(state, invoice, method, decline));
        });

    private static IResult Answer(StripeState state, JsonObject invoice, IFormCollection form, JsonObject method, CollectionResult result)
    {
        if (result.NeedsAuthentication) return Html.SeeOther($"/i/{invoice.Id()}/authenticate");
        if (result.Decline is { } decline) return Html.Page(InvoiceHtml.Invoice(invoice, form, decline.Message), 402);

        // The card that paid is the one for the next renewals.
        var subscription = Collection.SubscriptionOf(state, invoice);
        method["customer"] = invoice.Text("customer");
        if (Subscriptions.IsLive(subscription))
            state.Change("customer.subscription.updated", subscription, () => subscription["default_payment_method"] = method.Id());
        return Html.SeeOther($"/i/{invoice.Id()}");
    }

    private static async Task<IResult> WithOpenAsync(
        string id, HttpRequest request, StripeState state, Func<JsonObject, IFormCollection, IResult> act)
    {
        var form = await Html.ReadFormAsync(request);
        lock (state.Gate)
        {
            if (Find(state, id) is not { } invoice) return Html.Missing();
            if (invoice.Text("status") != "open") return Html.SeeOther($"/i/{id}");
            using var time = state.InTimeOf(invoice.Text("customer"));
            return act(invoice, form);
        }
    }

    private static JsonObject? Find(StripeState state, string id) =>
        state.Find(Invoices.Kind, id) is { } invoice && invoice.Text("status") != "draft" ? invoice : null;

    private static JsonObject? Waiting(StripeState state, JsonObject invoice) =>
        invoice.Text("status") == "open" && state.Notes(invoice.Id()).Text("intent") is { } id
        && state.Get(PaymentIntents.Intent, id) is var intent && intent.Text("status") == "requires_action" ? intent : null;

    private static string EmailOf(JsonObject invoice) => invoice.Text("customer_email") ?? "nobody@example.com";
}
