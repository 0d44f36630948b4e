using System.Text.Json.Nodes;

namespace Kipu.Gateway;

/// <summary>Merges OpenAPI documents. A component that means different things in two services gets two names.</summary>
internal static class OpenApiMerger
{
    private const string ComponentPrefix = "#/components/";

    public static JsonObject Merge(IEnumerable<(string Service, JsonObject Document)> documents)
    {
        var paths = new JsonObject();
        var components = new JsonObject();
        var tags = new SortedSet<string>(StringComparer.Ordinal);
        var version = "3.1.1";
        foreach (var (service, original) in documents)
        {
            var document = original.DeepClone().AsObject();
            version = document["openapi"]?.GetValue<string>() ?? version;
            RenameClashes(service, document, components);
            foreach (var (kind, group) in Take(document["components"] as JsonObject))
            {
                var target = components[kind] as JsonObject ?? Add(components, kind);
                foreach (var (name, component) in Take(group as JsonObject)) target.TryAdd(name, component);
            }

            foreach (var (path, item) in Take(document["paths"] as JsonObject))
            {
                foreach (var tag in TagsOf(item)) tags.Add(tag);
                paths.TryAdd(path, item);
            }
        }

        return new()
        {
            ["openapi"] = version,
            ["info"] = new JsonObject { ["title"] = "Kipu", ["version"] = "v1" },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["paths"] = paths,
            ["components"] = components,
            ["tags"] = new JsonArray([.. tags.Select(tag => new JsonObject { ["name"] = tag })]),
        };
    }

    /// <summary>Gives components that another service has under the same name, but not the same, the service's name in front.</summary>
    private static void RenameClashes(string service, JsonObject document, JsonObject known)
    {
        var renamed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (kind, group) in document["components"] as JsonObject ?? [])
        {
            foreach (var (name, component) in group as JsonObject ?? [])
            {
                if (known[kind]?[name] is { } other && !JsonNode.DeepEquals(other, component))
                {
                    var prefixed = $"{char.ToUpperInvariant(service[0])}{service[1..]}{name}";
                    renamed[$"{ComponentPrefix}{kind}/{name}"] = $"{ComponentPrefix}{kind}/{prefixed}";
                }
            }
        }

        if (renamed.Count == 0) return;
        foreach (var (from, to) in renamed)
        {
            var group = document["components"]![from.Split('/')[2]]!.AsObject();
            var name = from.Split('/')[3];
            var component = group[name];
            group.Remove(name);
            group[to.Split('/')[3]] = component;
        }

        Repoint(document, renamed);
    }

    private static void Repoint(JsonNode? node, Dictionary<string, string> renamed)
    {
        switch (node)
        {
            case JsonObject item:
                if (item["$ref"] is JsonValue reference && reference.TryGetValue(out string? target) && renamed.TryGetValue(target, out var to))
                {
                    item["$ref"] = to;
                }

                foreach (var (_, child) in item) Repoint(child, renamed);
                break;
            case JsonArray items:
                foreach (var child in items) Repoint(child, renamed);
                break;
        }
    }

    private static IEnumerable<string> TagsOf(JsonNode? path) => (path as JsonObject ?? [])
        .Select(operation => operation.Value as JsonObject).OfType<JsonObject>()
        .SelectMany(operation => operation["tags"] as JsonArray ?? [])
        .Select(tag => tag!.GetValue<string>());

    /// <summary>The members of an object, detached so that another can have them.</summary>
    private static List<KeyValuePair<string, JsonNode?>> Take(JsonObject? from)
    {
        if (from is null) return [];
        List<KeyValuePair<string, JsonNode?>> members = [.. from];
        from.Clear();
        return members;
    }

    private static JsonObject Add(JsonObject parent, string name)
    {
        var child = new JsonObject();
        parent[name] = child;
        return child;
    }
}
