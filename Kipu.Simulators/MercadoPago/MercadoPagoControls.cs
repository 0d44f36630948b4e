using System.ComponentModel.DataAnnotations;

namespace Kipu.Simulators;

/// <summary>The bank's word on a payment: <c>POST /_sim/payments/{id}</c>.</summary>
public sealed record PaymentDecision([property: Required] string Status, [property: Required] string StatusDetail);

/// <summary>Another card for a subscription, by the name on it: <c>POST /_sim/cards/{preapproval}</c>.</summary>
public sealed record ChangedCard([property: Required] string Cardholder);

/// <summary>Moves the time: <c>POST /_sim/clock</c>. Back, too: what is bought then was bought long ago.</summary>
/// <param name="Seconds">By how much.</param>
/// <param name="Customer">Only for this subscription; for everyone when absent.</param>
public sealed record SubscriptionClockMove(
    [property: Range(-10L * 366 * 86_400, 10L * 366 * 86_400)] long Seconds, string? Customer = null);

/// <summary>What Mercado Pago does not have: looking at the account's state and making deliveries go wrong, under <c>/_sim</c>.</summary>
internal static class MercadoPagoControls
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var controls = routes.MapGroup("/_sim");
        controls.MapPost("/reset", Reset);
        controls.MapGet("/state", Look);
        controls.MapFaults();
        controls.MapGet("/billing", (MercadoPagoState state) => state.Settings);
        controls.MapPut("/billing", SetBilling);
        controls.MapGet("/clock", LookAtClock);
        controls.MapPost("/clock", MoveClock);
        controls.MapPost("/cards/{preapproval}", ChangeCard);
        controls.MapPost("/payments/{id:long}", DecidePayment);
        controls.MapGet("/notifications", (NotificationSender sender) => sender.All);
        controls.MapPut("/notifications", (NotificationForm form, NotificationSender sender) => Done(() => sender.Form = form));
        controls.MapPost("/webhooks/flush", (NotificationSender sender) => Done(() => sender.Resend(objectId: null)));
        controls.MapPost("/webhooks/resend/{id}", (string id, NotificationSender sender) => Done(() => sender.Resend(id)));
    }

    public static IResult Reset(
        MercadoPagoState state, RequestLog requests, ApiFaults faults, WebhookRules rules, NotificationSender sender, Postman postman)
    {
        lock (state.Gate) state.Clear();
        requests.Clear();
        faults.Clear();
        rules.Clear();
        sender.Clear();
        postman.ClearLog();
        return Results.NoContent();
    }

    public static object Look(MercadoPagoState state)
    {
        lock (state.Gate)
        {
            return new
            {
                Preapprovals = state.Preapprovals.Count,
                Instalments = state.Instalments.Count,
                Payments = state.Payments.Count,
                Plans = state.Plans.Count,
                Preferences = state.Preferences.Count,
            };
        }
    }

    public static IResult SetBilling(InstalmentSettings settings, MercadoPagoState state)
    {
        lock (state.Gate) state.Settings = settings;
        return Results.NoContent();
    }

    public static ClockReading LookAtClock(string? customer, MercadoPagoState state)
    {
        lock (state.Gate) return new ClockReading(state.Clock.Of(customer));
    }

    /// <summary>Moves the time on and charges what that makes due, for everyone or for one subscription, before it answers.</summary>
    public static IResult MoveClock(SubscriptionClockMove move, MercadoPagoState state)
    {
        lock (state.Gate)
        {
            if (move.Customer is not null && !state.Preapprovals.ContainsKey(move.Customer)) return Results.NotFound();
            state.Clock.Move(move.Seconds, move.Customer);
            Collecting.CatchUp(state);
            return Results.Ok(new ClockReading(state.Clock.Of(move.Customer)));
        }
    }

    /// <summary>The customer's next charges meet this card.</summary>
    public static IResult ChangeCard(string preapproval, ChangedCard card, MercadoPagoState state)
    {
        lock (state.Gate)
        {
            if (!state.Preapprovals.TryGetValue(preapproval, out var found)) return Results.NotFound();
            if (CardOutcome.Find(card.Cardholder) is not { } outcome) return Results.BadRequest();
            found.Card = outcome;
        }

        return Results.NoContent();
    }

    public static IResult DecidePayment(long id, PaymentDecision decision, MercadoPagoState state)
    {
        lock (state.Gate)
        {
            if (!state.Payments.TryGetValue(id, out var payment)) return Results.NotFound();
            Collecting.Decide(state, payment, decision.Status, decision.StatusDetail);
            return Results.Ok(payment.ToJson());
        }
    }

    private static IResult Done(Action act)
    {
        act();
        return Results.NoContent();
    }
}
