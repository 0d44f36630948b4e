namespace Kipu.Simulators;

/// <summary>What can be made to go wrong at any payment provider: answers of its API, and deliveries of its webhooks.</summary>
internal static class FaultControls
{
    public static void MapFaults(this IEndpointRouteBuilder controls)
    {
        controls.MapGet("/requests", (RequestLog log) => log.All);
        controls.MapGet("/faults", (ApiFaults faults) => faults.All);
        controls.MapPost("/faults", (ApiFault fault, ApiFaults faults) => Done(() => faults.Add(fault)));
        controls.MapDelete("/faults", (ApiFaults faults) => Done(faults.Clear));
        controls.MapGet("/webhooks", (WebhookRules rules, Postman postman) => new { Rules = rules.All, Attempts = postman.Log });
        controls.MapPost("/webhooks", (WebhookRule rule, WebhookRules rules) => Done(() => rules.Add(rule)));
        controls.MapDelete("/webhooks", (WebhookRules rules) => Done(rules.Clear));
    }

    private static IResult Done(Action act)
    {
        act();
        return Results.NoContent();
    }
}
