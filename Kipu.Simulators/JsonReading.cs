using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>Short words for reading a provider's objects.</summary>
internal static class JsonReading
{
    public static string? Text(this JsonNode node, string name) => (string?)node[name];

    public static string Id(this JsonNode node) => (string)node["id"]!;

    /// <summary>A whole number, however wide it was written.</summary>
    public static long Number(this JsonNode node, string name) =>
        node.NumberOrNull(name) ?? throw new InvalidOperationException($"{name} is not set");

    public static long? NumberOrNull(this JsonNode node, string name) =>
        node[name] is not JsonValue value ? null : value.TryGetValue<long>(out var number) ? number : value.GetValue<int>();

    public static bool Is(this JsonNode node, string name) => node[name] is JsonValue value && value.GetValue<bool>();

    /// <summary>The entries of a list object.</summary>
    public static IEnumerable<JsonObject> Entries(this JsonNode node, string name) =>
        node[name]!["data"]!.AsArray().Select(entry => entry!.AsObject());
}
