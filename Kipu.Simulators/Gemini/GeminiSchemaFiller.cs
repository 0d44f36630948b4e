using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>
/// Fills any JSON Schema (or Google's own kind of it) with facts. It goes by the names of the properties; what it knows
/// nothing for becomes null, is left out, or, where it must be there, is empty.
/// </summary>
internal sealed class GeminiSchemaFiller(JsonObject schema, GeminiFacts facts)
{
    private const int DeepestNesting = 12;

    public JsonNode? Fill() => Fill(schema, "", facts, depth: 0);

    private JsonNode? Fill(JsonObject shape, string name, object? scope, int depth)
    {
        shape = Resolve(shape);
        if (depth > DeepestNesting) return null;

        return TypeOf(shape) switch
        {
            "object" => FillObject(shape, scope, depth),
            "array" => FillArray(shape, name, scope, depth),
            var type => Convert(GeminiFactNames.Value(name, scope, facts), type, shape),
        };
    }

    private JsonObject FillObject(JsonObject shape, object? scope, int depth)
    {
        var required = (shape["required"] as JsonArray ?? []).Select(item => (string?)item).ToHashSet();
        var filled = new JsonObject();
        foreach (var (name, property) in Ordered(shape))
        {
            var inner = Resolve(property);

            // A part of the whole, such as "analysis": {...}, is about the same things as the whole.
            var value = Fill(inner, name, scope, depth + 1);
            if (value is not null || required.Contains(name) || IsNullable(inner)) filled[name] = value ?? Empty(inner);
        }

        return filled;
    }

    private JsonArray FillArray(JsonObject shape, string name, object? scope, int depth)
    {
        var items = shape["items"] as JsonObject ?? new JsonObject { ["type"] = "string" };
        var most = Number(shape["maxItems"]) ?? int.MaxValue;
        return new([.. GeminiFactNames.Collection(name, scope, facts).Take(most).Select(item => Fill(items, name, item, depth + 1)).Where(item => item is not null)]);
    }

    private static JsonNode? Convert(object? value, string type, JsonObject shape)
    {
        if (shape["enum"] is JsonArray { Count: > 0 } allowed)
        {
            var choices = allowed.Select(choice => (string?)choice).OfType<string>().ToList();
            return choices.Find(choice => string.Equals(choice, value?.ToString(), StringComparison.OrdinalIgnoreCase))
                ?? (value is null ? null : choices.Find(choice => choice.ToUpperInvariant() is "OTHER" or "NEUTRAL" or "UNKNOWN" or "GENERAL"));
        }

        return (type, value) switch
        {
            (_, null) => null,
            ("string", TimeSpan time) => $"{(int)time.TotalMinutes:00}:{time.Seconds:00}",
            ("number", TimeSpan time) => time.TotalSeconds,
            ("integer", TimeSpan time) => (int)time.TotalSeconds,
            ("string", _) => value.ToString(),
            ("integer", int or double) => System.Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture),
            ("number", int or double) => System.Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture),
            ("boolean", bool flag) => flag,
            _ => null,
        };
    }

    private JsonObject Resolve(JsonNode? node)
    {
        var shape = node as JsonObject ?? [];
        for (var hop = 0; hop < DeepestNesting && (string?)shape["$ref"] is { } reference; hop++)
        {
            shape = reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries)
                .Aggregate((JsonNode?)schema, (at, step) => at?[step]) as JsonObject ?? [];
        }

        // Of several possibilities the first that isn't null.
        return (shape["anyOf"] ?? shape["oneOf"]) is JsonArray options
            ? Resolve(options.FirstOrDefault(option => TypeOf(option as JsonObject ?? []) is not "null"))
            : shape;
    }

    private static string TypeOf(JsonObject shape) => (shape["type"] switch
    {
        JsonArray types => types.Select(type => (string?)type).FirstOrDefault(type => type is not "null"),
        JsonValue type => (string?)type,
        _ => shape["properties"] is not null ? "object" : shape["items"] is not null ? "array" : "string",
    } ?? "string").ToLowerInvariant();

    private static bool IsNullable(JsonObject shape) =>
        shape["nullable"]?.GetValue<bool>() is true || (shape["type"] is JsonArray types && types.Any(type => (string?)type is "null"));

    private static JsonNode? Empty(JsonObject shape) => IsNullable(shape) ? null : TypeOf(shape) switch
    {
        "array" => new JsonArray(),
        "object" => new JsonObject(),
        "integer" or "number" => 0,
        "boolean" => false,
        _ => shape["enum"] is JsonArray { Count: > 0 } choices ? choices[0]!.DeepClone() : "",
    };

    private static IEnumerable<(string Name, JsonNode? Shape)> Ordered(JsonObject shape)
    {
        var properties = shape["properties"] as JsonObject ?? [];
        var order = (shape["propertyOrdering"] as JsonArray ?? []).Select(item => (string?)item).OfType<string>().ToList();
        return properties.Select(pair => (pair.Key, pair.Value))
            .OrderBy(pair => order.IndexOf(pair.Key) is var place and >= 0 ? place : int.MaxValue);
    }

    private static int? Number(JsonNode? node) =>
        node is null ? null : int.TryParse(node.ToString(), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
}
