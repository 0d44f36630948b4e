using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>The list of models, and the tokens that open voice sessions from a browser.</summary>
internal static class GeminiModelEndpoints
{
    private static readonly TimeSpan NewSessions = TimeSpan.FromMinutes(1);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/{version}/models", (HttpContext http, GeminiApi api) => api.HandleAsync(http, "models", () =>
            GeminiApi.WriteAsync(http, GeminiPages.Of(http.Request, "models", [.. GeminiModels.All.Select(model => model.ToJson())], largest: 1000))));
        routes.MapGet("/{version}/publishers/google/models", (HttpContext http, GeminiApi api) => api.HandleAsync(http, "models", () =>
            GeminiApi.WriteAsync(http, GeminiPages.Of(http.Request, "publisherModels", [.. GeminiModels.All.Select(ForVertex)], largest: 1000))));
        routes.MapGet("/{version}/models/{model}", (HttpContext http, string version, string model, GeminiApi api) =>
            api.HandleAsync(http, "models", () => GeminiApi.WriteAsync(
                http, (GeminiModels.Find(model) ?? throw GeminiRefusal.NoModel(model, version, "any method")).ToJson())));
        routes.MapPost("/{version}/auth_tokens", (HttpContext http, GeminiApi api, GeminiKeys keys, TimeProvider time) =>
            api.HandleAsync(http, "models", () => NewTokenAsync(http, keys, time)));
    }

    private static JsonObject ForVertex(GeminiModel model) =>
        new() { ["name"] = $"publishers/google/models/{model.Name}", ["versionId"] = "kipu-simulator", ["launchStage"] = "GA" };

    private static async Task NewTokenAsync(HttpContext http, GeminiKeys keys, TimeProvider time)
    {
        var body = await GeminiApi.ReadAsync(http, GeminiShapes.AuthToken);
        var until = (string?)body["newSessionExpireTime"] is { } text && DateTimeOffset.TryParse(text, out var moment)
            ? moment
            : time.GetUtcNow() + NewSessions;
        await GeminiApi.WriteAsync(http, new() { ["name"] = keys.NewToken(body["uses"]?.GetValue<int>() ?? 1, until) });
    }
}
