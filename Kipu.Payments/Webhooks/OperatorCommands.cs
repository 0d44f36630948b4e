namespace Kipu.Payments;

internal static class OperatorCommands
{
    private const string ReplayVerb = "--replay";

    /// <summary>
    /// Runs the service, or, with <c>--replay EVENT_ID</c>, has one event worked on once more and ends: with code 0, or 1 when nobody
    /// knows the event. The work itself is done by the service that runs.
    /// </summary>
    public static Task RunPaymentsAsync(this WebApplication app, string[] args) =>
        Array.IndexOf(args, ReplayVerb) is var verb and >= 0
            ? ReplayAsync(app, args.ElementAtOrDefault(verb + 1))
            : app.RunOrMigrateAsync<PaymentsDbContext>(args);

    private static async Task ReplayAsync(WebApplication app, string? eventId)
    {
        if (string.IsNullOrWhiteSpace(eventId))
        {
            await Console.Error.WriteLineAsync($"Usage: {ReplayVerb} EVENT_ID");
            Environment.ExitCode = 2;
            return;
        }

        await using var scope = app.Services.CreateAsyncScope();
        var replayed = await scope.ServiceProvider.GetRequiredService<ReplayEvent>().RunAsync(eventId, app.Lifetime.ApplicationStopping);
        await Console.Out.WriteLineAsync(replayed is null
            ? $"{eventId}: neither the inbox nor the provider knows this event."
            : $"{eventId} ({replayed.Type}): {replayed.Fate}{(replayed.ObjectId is null ? "" : $", about {replayed.ObjectId}")}.");
        Environment.ExitCode = replayed is null ? 1 : 0;
    }
}
