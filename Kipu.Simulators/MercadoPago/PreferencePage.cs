using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace Kipu.Simulators;

/// <summary>Where a customer pays a preference: once, without a subscription.</summary>
internal static class PreferencePage
{
    private const string Path = "/checkout/v1/redirect";
    private const string IdName = "pref_id";

    public static string PathOf(string id) => $"{Path}?{IdName}={id}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, Show);
        routes.MapPost(Path, Submit);
    }

    public static IResult Show(HttpRequest request, MercadoPagoState state)
    {
        lock (state.Gate) return Find(request, state) is { } found ? Html.Page(View(found, entry: null, refusal: null)) : Html.Missing();
    }

    public static async Task<IResult> Submit(HttpRequest request, MercadoPagoState state, TimeProvider time)
    {
        var form = await Html.ReadFormAsync(request);
        lock (state.Gate)
        {
            if (Find(request, state) is not { } found) return Html.Missing();
            var email = form["email"].ToString().Trim();
            if (!PayForm.IsEmail(email)) return Html.Page(View(found, form, "Enter your email address."), 400);
            var (card, wrong) = CardForm.Read(form, time.GetUtcNow());
            if (card is null) return Html.Page(View(found, form, wrong), 400);

            var payment = Pay(state, found, card, email);
            var key = payment.Status switch { "approved" => "success", "rejected" => "failure", _ => "pending" };
            return (found["back_urls"] as JsonObject)?.TextOrNull(key) is { Length: > 0 } back
                ? Html.SeeOther(QueryHelpers.AddQueryString(
                    back, new Dictionary<string, string?> { ["payment_id"] = $"{payment.Id}", ["status"] = payment.Status }))
                : Html.Page(Html.Layout("Payment", $"<h1>{card.Meaning}</h1><p>{payment.Id}</p>", "Mercado Pago"));
        }
    }

    private static MercadoPagoPayment Pay(MercadoPagoState state, JsonObject preference, CardOutcome card, string email)
    {
        var payment = new MercadoPagoPayment
        {
            Id = state.NextNumber(),
            CollectorId = MercadoPagoState.CollectorId,
            Description = TitleOf(preference),
            Amount = SumOf(preference),
            Currency = MercadoPagoFields.Currency,
            PayerEmail = email,
            PayerId = state.NextNumber(),
            Created = state.Clock.Now,
            Status = card.Status,
            Detail = card.Detail,
            ExternalReference = preference.TextOrNull("external_reference"),
            Approved = card.IsApproved ? state.Clock.Now : null,
        };
        state.Payments.Add(payment.Id, payment);
        state.Tell(payment, "created");
        return payment;
    }

    private static JsonObject? Find(HttpRequest request, MercadoPagoState state) =>
        request.Query[IdName] is [{ } id, ..] ? state.Preferences.GetValueOrDefault(id) : null;

    private static IEnumerable<JsonObject> ItemsOf(JsonObject preference) =>
        preference["items"]!.AsArray().Select(item => item!.AsObject());

    private static string TitleOf(JsonObject preference) => ItemsOf(preference).First().Required("title");

    private static long SumOf(JsonObject preference) =>
        ItemsOf(preference).Sum(item => item.Amount("unit_price") * item.Amount("quantity"));

    private static string View(JsonObject preference, IFormCollection? entry, string? refusal) => Html.Layout("Pay", $"""
        <h1>{Html.Encode(TitleOf(preference))}</h1>
        <p class="total">{AuthorizationPage.Pesos(SumOf(preference))}</p>
        {Html.Alert(refusal)}
        <form method="post" action="{Html.Encode(PathOf(preference.Id()))}">
          {Html.Field("email", "Email", entry?["email"].ToString(), """type="email" autocomplete="email" """)}
          {CardForm.Fields(entry)}
          <button type="submit">Pay</button>
        </form>
        {CardForm.Names()}
        """, "Mercado Pago");
}
