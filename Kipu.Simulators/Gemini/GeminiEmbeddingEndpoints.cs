using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>
/// Embeddings without a model: each word's meaning counts for one direction of the vector, so that texts with the same
/// words lie close together. Not comparable with Gemini's vectors.
/// </summary>
internal static class GeminiEmbeddingEndpoints
{
    private const int DefaultSize = 3072;
    private const int MostRequests = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/{version}/models/{model}:embedContent", (HttpContext http, GeminiApi api) =>
            api.HandleAsync(http, "embed", () => EmbedAsync(http)));
        routes.MapPost("/{version}/models/{model}:batchEmbedContents", (HttpContext http, GeminiApi api) =>
            api.HandleAsync(http, "embed", () => EmbedBatchAsync(http)));
        routes.MapPost(
            "/{version}/projects/{project}/locations/{location}/publishers/google/models/{model}:predict",
            (HttpContext http, GeminiApi api) => api.HandleAsync(http, "embed", () => PredictAsync(http)));
    }

    private static async Task EmbedAsync(HttpContext http)
    {
        Check(http, "embedContent");
        var body = await GeminiApi.ReadAsync(http, GeminiShapes.EmbedContent);
        await GeminiApi.WriteAsync(http, new() { ["embedding"] = new JsonObject { ["values"] = Vector(TextOf(body["content"]), Size(body)) } });
    }

    private static async Task EmbedBatchAsync(HttpContext http)
    {
        Check(http, "batchEmbedContents");
        var requests = (await GeminiApi.ReadAsync(http, GeminiShapes.BatchEmbedContents))["requests"] as JsonArray ?? [];
        if (requests.Count is 0 or > MostRequests) throw GeminiRefusal.Invalid($"* BatchEmbedContentsRequest.requests: at most {MostRequests} requests can be in one batch");

        var embeddings = requests.Select(request => (JsonNode)new JsonObject { ["values"] = Vector(TextOf(request!["content"]), Size(request)) });
        await GeminiApi.WriteAsync(http, new() { ["embeddings"] = new JsonArray([.. embeddings]) });
    }

    private static async Task PredictAsync(HttpContext http)
    {
        Check(http, "predict");
        var body = await GeminiApi.ReadAsync(http, GeminiShapes.Predict);
        var predictions = (body["instances"] as JsonArray ?? []).Select(instance => (JsonNode)new JsonObject
        {
            ["embeddings"] = new JsonObject { ["values"] = Vector((string?)instance!["content"] ?? "", Size(body["parameters"])) },
        });
        await GeminiApi.WriteAsync(http, new() { ["predictions"] = new JsonArray([.. predictions]) });
    }

    private static void Check(HttpContext http, string method) => GeminiModels.Get(
        (string)http.Request.RouteValues["model"]!, GeminiModelKind.Embedding, (string)http.Request.RouteValues["version"]!, method);

    private static string TextOf(JsonNode? content) =>
        string.Join('\n', (content?["parts"] as JsonArray ?? []).Select(part => (string?)part?["text"]).OfType<string>());

    private static int Size(JsonNode? request) => (request?["outputDimensionality"] ?? request?["embedContentConfig"]?["outputDimensionality"])?.GetValue<int>() switch
    {
        null => DefaultSize,
        int size and >= 1 and <= DefaultSize => size,
        _ => throw GeminiRefusal.Invalid($"output_dimensionality has to be between 1 and {DefaultSize}."),
    };

    private static JsonArray Vector(string text, int size)
    {
        var vector = new double[size];
        foreach (var meaning in GeminiWords.Meanings(text))
        {
            // FNV-1a, because string.GetHashCode differs from run to run.
            var hash = meaning.Aggregate(2166136261u, (value, letter) => (value ^ letter) * 16777619u);
            vector[hash % (uint)size] += (hash & 0x8000_0000) is 0 ? 1 : -1;
        }

        var length = Math.Sqrt(vector.Sum(value => value * value));
        return new([.. vector.Select(value => JsonValue.Create(length is 0 ? 0 : value / length))]);
    }
}
