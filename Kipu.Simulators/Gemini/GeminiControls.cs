namespace Kipu.Simulators;

/// <summary>What Gemini does not have: making calls go wrong, under <c>/_sim</c>.</summary>
internal static class GeminiControls
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var controls = routes.MapGroup("/_sim");
        controls.MapGet("/faults", (GeminiFaults faults) => faults.All());
        controls.MapPost("/faults", (GeminiFault fault, GeminiFaults faults) =>
        {
            faults.Add(fault);
            return Results.NoContent();
        });
        controls.MapDelete("/faults", (GeminiFaults faults) =>
        {
            faults.Clear();
            return Results.NoContent();
        });
        controls.MapGet("/files", (GeminiFileStore store) => store.All.Select(file => new { file.Name, file.MimeType, file.SizeBytes }));
        controls.MapPost("/live/go-away", async (LiveServer server, double? seconds) =>
        {
            foreach (var talk in server.Talks) await talk.GoAwayAsync(TimeSpan.FromSeconds(seconds ?? 5), CancellationToken.None);
            return Results.NoContent();
        });
        controls.MapPost("/live/drop", (LiveServer server) =>
        {
            foreach (var talk in server.Talks) talk.Drop();
            return Results.NoContent();
        });
        controls.MapPost("/live/close", async (LiveServer server, int code, string reason) =>
        {
            foreach (var talk in server.Talks) await talk.CloseAsync(code, reason);
            return Results.NoContent();
        });
        controls.MapDelete("/live/handles", (LiveMemories memories) =>
        {
            memories.ExpireAll();
            return Results.NoContent();
        });
    }
}
