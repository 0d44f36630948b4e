using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>Subscriptions and their instalments.</summary>
internal static class PreapprovalCalls
{
    public static object Create(MercadoPagoCall call)
    {
        var body = call.Body;
        if (body.TextOrNull("preapproval_plan_id") is not null || body.TextOrNull("card_token_id") is not null)
            throw MercadoPagoFault.Bad("The simulator has subscriptions without a plan that their payer authorizes at init_point.");
        if (body.TextOrNull("status") is not (null or "pending")) throw MercadoPagoFault.Bad("card_token_id is required");
        var recurring = body.RequiredObject("auto_recurring");
        recurring.CheckCurrency();
        var id = MercadoPagoState.NewId();
        var preapproval = new Preapproval
        {
            Id = id,
            CollectorId = MercadoPagoState.CollectorId,
            PayerId = call.State.NextNumber(),
            PayerEmail = body.RequiredEmail("payer_email"),
            Reason = body.Required("reason"),
            BackUrl = body.RequiredUrl("back_url"),
            InitPoint = $"{call.BaseUrl}{AuthorizationPage.PathOf(id)}",
            Created = call.State.Clock.Now,
            Frequency = recurring.Frequency(),
            FreeTrial = (recurring["free_trial"] as JsonObject)?.Frequency(),
            Amount = recurring.Amount("transaction_amount"),
            Currency = MercadoPagoFields.Currency,
            ExternalReference = body.TextOrNull("external_reference"),
        };
        call.State.Preapprovals.Add(id, preapproval);
        call.State.Tell(preapproval, "created");
        return preapproval.ToJson();
    }

    public static object Get(MercadoPagoCall call) => Find(call).ToJson();

    public static object Change(MercadoPagoCall call)
    {
        var preapproval = Find(call);
        using var pinned = call.State.Clock.Pin(call.State.Clock.Of(preapproval.Id));
        if (preapproval.Status == "cancelled") throw MercadoPagoFault.Bad("You can not modify a cancelled preapproval.");
        Describe(preapproval, call.Body);
        if (call.Body["auto_recurring"] is JsonObject recurring)
        {
            recurring.CheckCurrency();
            preapproval.Amount = recurring.Amount("transaction_amount");
        }

        if (call.Body.TextOrNull("card_token_id") is { } token)
        {
            preapproval.Card = CardOutcome.Find(token.Replace("TEST-", "", StringComparison.Ordinal))
                ?? throw MercadoPagoFault.Bad("Card token not found");
        }

        Collecting.Reprice(call.State, preapproval);
        Move(call, preapproval);
        return preapproval.ToJson();
    }

    public static object Search(MercadoPagoCall call) => SearchAnswer.Of(call, call.State.Preapprovals.Values
        .Where(item => call.Query("external_reference") is not { } reference || item.ExternalReference == reference)
        .Where(item => call.Query("status") is not { } status || item.Status == status)
        .Where(item => call.Query("payer_email") is not { } email || item.PayerEmail == email)
        .OrderByDescending(item => call.Query("sort") == "last_modified:desc" ? item.Modified : item.Created)
        .Select(item => item.ToJson()));

    public static object GetInstalment(MercadoPagoCall call) =>
        call.NumberOf("id") is { } id && call.State.Instalments.TryGetValue(id, out var instalment)
            ? instalment.ToJson()
            : throw MercadoPagoFault.NotFound("Authorized payment", call.Route("id"));

    public static object SearchInstalments(MercadoPagoCall call) => SearchAnswer.Of(call, call.State.Instalments.Values
        .Where(item => call.Query("preapproval_id") is not { } id || item.Preapproval.Id == id)
        .Where(item => call.Query("payment_id") is not { } id || $"{item.Payment?.Id}" == id)
        .OrderByDescending(item => item.Id)
        .Select(item => item.ToJson()));

    private static Preapproval Find(MercadoPagoCall call) => call.State.Preapprovals.TryGetValue(call.Route("id"), out var found)
        ? found
        : throw MercadoPagoFault.NotFound("Preapproval", call.Route("id"));

    private static void Describe(Preapproval preapproval, JsonObject body)
    {
        if (body["reason"] is not null) preapproval.Reason = body.Required("reason");
        if (body["back_url"] is not null) preapproval.BackUrl = body.RequiredUrl("back_url");
        if (body["payer_email"] is not null) preapproval.PayerEmail = body.RequiredEmail("payer_email");
        if (body["external_reference"] is not null) preapproval.ExternalReference = body.Required("external_reference");
    }

    private static void Move(MercadoPagoCall call, Preapproval preapproval)
    {
        var state = call.State;
        switch (call.Body.TextOrNull("status"), preapproval.Status)
        {
            case (null, _):
                state.Tell(preapproval, "updated");
                break;
            case ("cancelled", _):
                Collecting.Cancel(state, preapproval);
                break;
            case ("paused", "authorized"):
                preapproval.Status = "paused";
                state.Tell(preapproval, "updated");
                break;
            case ("authorized", "paused"):
                Collecting.Resume(state, preapproval);
                break;
            case (var wanted, var present) when wanted == present:
                break;
            default:
                throw MercadoPagoFault.Bad($"Invalid transition from {preapproval.Status}");
        }
    }
}
