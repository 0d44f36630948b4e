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
        controls.MapGet("/requests", (RequestLog log) => log.All);
        controls.MapGet("/webhooks", (WebhookRules rules, WebhookSender sender) => new { Rules = rules.All, Attempts = sender.Log });
        controls.MapPost("/webhooks", AddRule);
        controls.MapDelete("/webhooks", ClearRules);
        controls.MapPost("/webhooks/flush", Flush);
        controls.MapPost("/webhooks/resend/{id}", Resend);
    }

    public static IResult Reset(
        StripeState state, IdempotencyStore idempotency, RequestLog requests, WebhookRules rules, WebhookSender sender, IOptions<StripeSimulatorOptions> options)
    {
        lock (state.Gate)
        {
            state.Clear();
            Seed(state, options.Value);
        }

        idempotency.Clear();
        requests.Clear();
        rules.Clear();
        sender.ClearLog();
        return Results.NoContent();
    }

    public static JsonObject Look(StripeState state)
    {
        lock (state.Gate) return state.Count();
    }

    public static IResult AddRule(WebhookRule rule, WebhookRules rules)
    {
        rules.Add(rule);
        return Results.NoContent();
    }

    public static IResult ClearRules(WebhookRules rules)
    {
        rules.Clear();
        return Results.NoContent();
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
