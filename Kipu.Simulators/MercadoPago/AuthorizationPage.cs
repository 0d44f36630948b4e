using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace Kipu.Simulators;

/// <summary>
/// Where a customer authorizes a subscription, and later changes its card: <c>init_point</c>. A plain form post does the same.
/// </summary>
internal static class AuthorizationPage
{
    private const string Path = "/subscriptions/checkout";
    private const string IdName = "preapproval_id";

    public static string PathOf(string id) => $"{Path}?{IdName}={id}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, Show);
        routes.MapPost(Path, Submit);
        PreferencePage.Map(routes);
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
            if (found.Status == "cancelled") return Html.Page(View(found, entry: null, refusal: null), 410);

            var (card, wrong) = CardForm.Read(form, time.GetUtcNow());
            if (card is null) return Html.Page(View(found, form, wrong), 400);
            if (found.Status == "pending")
            {
                // With a declined card nothing begins; another one may be tried.
                if (Collecting.Authorize(state, found, card) is { Status: "rejected" } declined && found.Status == "pending")
                    return Html.Page(View(found, form, $"{card.Meaning} ({declined.Detail})."), 402);
            }
            else
            {
                found.Card = card;
                using var pinned = state.Clock.Pin(state.Clock.Of(found.Id));
                state.Tell(found, "updated");
            }

            return Html.SeeOther(BackUrl(found));
        }
    }

    private static Preapproval? Find(HttpRequest request, MercadoPagoState state) =>
        request.Query[IdName] is [{ } id, ..] ? state.Preapprovals.GetValueOrDefault(id) : null;

    /// <summary>The customer comes back with the subscription's id.</summary>
    private static string BackUrl(Preapproval preapproval) =>
        QueryHelpers.AddQueryString(preapproval.BackUrl, IdName, preapproval.Id);

    private static string View(Preapproval preapproval, IFormCollection? entry, string? refusal) => Html.Layout(
        preapproval.Status == "pending" ? "Subscribe" : "Your subscription",
        preapproval.Status == "cancelled" ? Cancelled(preapproval) : Form(preapproval, entry, refusal),
        "Mercado Pago");

    private static string Form(Preapproval preapproval, IFormCollection? entry, string? refusal) => $"""
        <h1>{Html.Encode(preapproval.Reason)}</h1>
        <p class="total">{Pesos(preapproval.Amount)}</p>
        <p>{(preapproval.Status == "pending" ? "Each" : "You pay it each")} {Every(preapproval.Frequency)}.</p>
        {Html.Alert(refusal)}
        <form method="post" action="{Html.Encode(PathOf(preapproval.Id))}">
          {CardForm.Fields(entry)}
          <button type="submit">{(preapproval.Status == "pending" ? "Authorize and pay" : "Pay with this card from now on")}</button>
        </form>
        <p><a href="{Html.Encode(preapproval.BackUrl)}">Back to the shop</a></p>
        {CardForm.Names()}
        """;

    private static string Cancelled(Preapproval preapproval) => $"""
        <h1>This subscription has been cancelled</h1>
        <p>Nothing more is charged. <a href="{Html.Encode(preapproval.BackUrl)}">Back to the shop</a></p>
        """;

    private static string Every(Frequency frequency) =>
        frequency.Count == 1 ? frequency.Type[..^1] : string.Create(CultureInfo.InvariantCulture, $"{frequency.Count} {frequency.Type}");

    public static string Pesos(long amount) =>
        string.Create(CultureInfo.GetCultureInfo("es-CO"), $"$ {amount:N0} {MercadoPagoFields.Currency}");
}
