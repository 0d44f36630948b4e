using System.Text;
using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>
/// A message of Google's API: which fields it has. Like Google's own parser it takes camelCase and snake_case, and
/// refuses what it doesn't know, which catches a client's misspellings.
/// </summary>
internal sealed class GeminiShape
{
    private readonly Dictionary<string, GeminiShape> _fields = new(StringComparer.Ordinal);
    private GeminiScalar? _scalar;
    private GeminiShape? _mapOf;

    /// <param name="scalars">
    /// Names with blanks between; their mark tells the kind: none for text, # for a whole number, % for any number,
    /// ? for yes or no, * for anything.
    /// </param>
    /// <param name="messages">Fields that are messages, or lists of them.</param>
    public static GeminiShape Of(string scalars, params (string Name, GeminiShape Shape)[] messages)
    {
        var shape = new GeminiShape();
        foreach (var name in scalars.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            shape._fields[name.TrimEnd('#', '%', '?', '*')] = new() { _scalar = GeminiScalar.Marked(name[^1]) };
        }

        foreach (var (name, message) in messages) shape._fields[name] = message;
        return shape;
    }

    public static GeminiShape MapOf(GeminiShape values) => new() { _mapOf = values };

    /// <summary>Adds a field later, for messages that hold their own kind.</summary>
    public GeminiShape With(string name, GeminiShape shape)
    {
        _fields[name] = shape;
        return this;
    }

    /// <returns>A copy with all known names in camelCase.</returns>
    /// <exception cref="GeminiRefusal">A name isn't known.</exception>
    public JsonObject Read(JsonNode? node) => node is JsonObject message
        ? ReadMessage(message, "")
        : throw GeminiRefusal.Invalid("Invalid JSON payload received. The root is not an object.");

    private JsonNode? ReadAny(JsonNode? node, string path) => node switch
    {
        null => null,
        _ when _scalar is { } scalar => scalar.Read(node, path),
        JsonArray list => new JsonArray([.. list.Select((item, index) => ReadAny(item, $"{path}[{index}]"))]),
        JsonObject map when _mapOf is { } values =>
            new JsonObject(map.Select(pair => KeyValuePair.Create(pair.Key, values.ReadAny(pair.Value, $"{path}.{pair.Key}")))),
        JsonObject message => ReadMessage(message, path),
        _ => throw GeminiRefusal.Invalid($"Invalid value at '{path}' (type.googleapis.com/google.protobuf.Struct): an object is needed."),
    };

    private JsonObject ReadMessage(JsonObject message, string path)
    {
        var read = new JsonObject();
        foreach (var (name, value) in message)
        {
            // To Google's parser a null is the same as nothing.
            if (value is null) continue;

            var known = _fields.ContainsKey(name) ? name : ToCamelCase(name);
            if (!_fields.TryGetValue(known, out var shape))
            {
                var place = path.Length > 0 ? $" at '{path}'" : "";
                throw GeminiRefusal.Invalid($"Invalid JSON payload received. Unknown name \"{name}\"{place}: Cannot find field.");
            }

            var inner = path.Length > 0 ? $"{path}.{ToSnakeCase(known)}" : ToSnakeCase(known);
            read[known] = shape.ReadAny(value, inner);
        }

        return read;
    }

    private static string ToCamelCase(string name)
    {
        var parts = name.Split('_');
        return parts[0] + string.Concat(parts.Skip(1).Where(p => p.Length > 0).Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
    }

    private static string ToSnakeCase(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter)) text.Append('_');
            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
