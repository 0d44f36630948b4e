using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace Kipu.Simulators;

/// <summary>What Stripe does not have: looking at the account's state and making deliveries go wrong, under <c>/_sim</c>.</summary>
internal static class SimulatorControls
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var controls = routes.MapGroup("/_sim");
        controls.MapPost("/reset", Reset);
        controls.MapGet("/state", Look);
        controls.MapFaults();
        controls.MapGet("/billing", LookAtBilling);
        controls.MapPost("/cards/{id}", RenewCard);
        controls.MapPut("/billing", SetBilling);
        controls.MapGet("/clock", LookAtClock);
        controls.MapPost("/clock", MoveClock);
        controls.MapPost("/disputes", OpenDispute);
        controls.MapPost("/disputes/{id}", DecideDispute);
        controls.MapPost("/webhooks/flush", Flush);
        controls.MapPost("/webhooks/resend/{id}", Resend);
    }

    public static IResult Reset(
        StripeState state, IdempotencyStore idempotency, RequestLog requests, ApiFaults faults, WebhookRules rules, Postman postman,
        IOptions<StripeSimulatorOptions> options)
    {
        lock (state.Gate)
        {
            state.Clear();
            Seed(state, options.Value);
        }

        idempotency.Clear();
        requests.Clear();
        faults.Clear();
        rules.Clear();
        postman.ClearLog();
        return Results.NoContent();
    }

    public static JsonObject Look(StripeState state)
    {
        lock (state.Gate) return state.Count();
    }

    public static BillingSettings LookAtBilling(string? customer, StripeState state)
    {
        lock (state.Gate) return state.Billing.Of(customer);
    }

    /// <summary>How renewals that fail are tried again, and what becomes of their subscription: for all, or for one customer.</summary>
    public static IResult SetBilling(BillingSettings settings, string? customer, StripeState state)
    {
        lock (state.Gate) state.Billing.Set(customer, settings);
        return Results.NoContent();
    }

    /// <summary>The bank gives a customer a new card for an old one, and tells.</summary>
    public static IResult RenewCard(string id, RenewedCard card, StripeState state)
    {
        lock (state.Gate)
        {
            if (state.Find(PaymentIntents.Method, id) is not { } method || method["card"] is null) return Results.NotFound();
            state.Change("payment_method.automatically_updated", method, () =>
            {
                method["card"]!["exp_month"] = card.Month;
                method["card"]!["exp_year"] = card.Year;
            });
        }

        return Results.NoContent();
    }

    public static ClockReading LookAtClock(string? customer, StripeState state)
    {
        lock (state.Gate) return new ClockReading(state.TimeOf(customer));
    }

    /// <summary>Moves the time on and does what it brings, for everyone or for one customer, before it answers.</summary>
    public static IResult MoveClock(ClockMove move, StripeState state)
    {
        lock (state.Gate)
        {
            var customer = move.Customer is null ? null : state.Find(Customers.Kind, move.Customer);
            if (move.Customer is not null && customer is null) return Results.NotFound();
            if (customer?.Text("test_clock") is not null) return Results.Conflict();
            state.Clock.Move(move.Seconds, move.Customer);
            BillingEngine.CatchUp(state);
            return Results.Ok(new ClockReading(state.TimeOf(move.Customer)));
        }
    }

    public static IResult OpenDispute(NewDispute dispute, StripeState state)
    {
        lock (state.Gate)
        {
            if (state.Find(PaymentIntents.Charge, dispute.Charge) is not { } charge || !charge.Is("paid")) return Results.NotFound();
            using var time = state.InTimeOf(charge.Text("customer"));
            return Results.Ok((JsonObject)Disputes.Open(state, charge, dispute.Reason).DeepClone());
        }
    }

    public static IResult DecideDispute(string id, DisputeDecision decision, StripeState state)
    {
        lock (state.Gate)
        {
            if (state.Find(Disputes.Kind, id) is not { } dispute) return Results.NotFound();
            Disputes.Decide(state, dispute, decision.Won);
            return Results.Ok((JsonObject)dispute.DeepClone());
        }
    }

    /// <summary>Sends every event that has not arrived everywhere.</summary>
    public static IResult Flush(StripeState state, WebhookSender sender)
    {
        lock (state.Gate)
        {
            foreach (var item in state.All(Events.Kind).Reverse().Where(item => (long)item["pending_webhooks"]! > 0)) sender.Resend(item);
        }

        return Results.NoContent();
    }

    public static IResult Resend(string id, StripeState state, WebhookSender sender)
    {
        lock (state.Gate)
        {
            if (state.Find(Events.Kind, id) is not { } item) return Results.NotFound();
            sender.Resend(item);
        }

        return Results.NoContent();
    }

    /// <summary>Registers the endpoint of the settings.</summary>
    public static void Seed(StripeState state, StripeSimulatorOptions options)
    {
        if (options.WebhookUrl is null) return;
        state.KeepSecret(state.Add(WebhookEndpoints.New(state, options.WebhookUrl, ["*"])), options.WebhookSecret);
    }
}
