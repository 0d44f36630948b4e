using System.Text.Json.Nodes;

namespace Kipu.Tests;

/// <summary>An operation of a service's OpenAPI document.</summary>
internal sealed record Operation(string Service, HttpMethod Method, string Path, JsonObject Description, JsonObject Document)
{
    private static readonly string[] Services = ["auth", "payments", "recordings", "storage", "voice"];
    private static readonly string[] Combinations = ["oneOf", "anyOf", "allOf"];

    public string Name => $"{Method} {Path}";

    /// <summary>All operations that services describe.</summary>
    public static async Task<IReadOnlyList<Operation>> AllAsync(KipuSystem kipu)
    {
        var operations = new List<Operation>();
        foreach (var service in Services)
        {
            using var client = kipu.CreateClient(service);
            var document = await (await client.GetAsync("/openapi/v1.json")).ReadAsync<JsonObject>();
            foreach (var (path, item) in document["paths"]!.AsObject())
            {
                operations.AddRange(item!.AsObject().Where(o => o.Key is "get" or "post" or "put" or "patch" or "delete" or "head")
                    .Select(o => new Operation(service, HttpMethod.Parse(o.Key), path, o.Value!.AsObject(), document)));
            }
        }

        return operations;
    }

    /// <summary>The path with a value for each of its parameters.</summary>
    public string With(string value) => string.Join('/', Path.Split('/').Select(part => part.StartsWith('{') ? Uri.EscapeDataString(value) : part));

    public bool HasParameter => Path.Contains('{', StringComparison.Ordinal);

    public IEnumerable<string> QueryParameters => (Description["parameters"] as JsonArray ?? [])
        .Where(p => p!["in"]?.GetValue<string>() == "query").Select(p => p!["name"]!.GetValue<string>());

    /// <summary>Names of the JSON body's fields; null when the operation takes no JSON.</summary>
    public IReadOnlyList<string>? BodyFields
    {
        get
        {
            if (Description["requestBody"]?["content"]?["application/json"]?["schema"] is not JsonObject schema) return null;
            return [.. Properties(schema).Distinct()];
        }
    }

    private IEnumerable<string> Properties(JsonObject schema)
    {
        if (schema["$ref"]?.GetValue<string>() is { } reference) schema = Document["components"]!["schemas"]![reference.Split('/')[^1]]!.AsObject();
        var own = (schema["properties"] as JsonObject ?? []).Select(p => p.Key);
        var others = Combinations.SelectMany(kind => schema[kind] as JsonArray ?? []).OfType<JsonObject>().SelectMany(Properties);
        return own.Concat(others);
    }
}
