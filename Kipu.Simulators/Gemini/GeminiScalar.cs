using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>The kinds of plain fields, and how strictly they are read.</summary>
internal sealed class GeminiScalar
{
    private static readonly GeminiScalar Text = new("TYPE_STRING", node => node.GetValueKind() is JsonValueKind.String);
    private static readonly GeminiScalar Flag = new("TYPE_BOOL", node => node.GetValueKind() is JsonValueKind.True or JsonValueKind.False);
    private static readonly GeminiScalar Free = new("TYPE_VALUE", _ => true);

    private static readonly GeminiScalar Whole =
        new("TYPE_INT32", node => int.TryParse(node.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _));

    private static readonly GeminiScalar Number =
        new("TYPE_DOUBLE", node => double.TryParse(node.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out _));

    private readonly string _type;
    private readonly Func<JsonNode, bool> _fits;

    private GeminiScalar(string type, Func<JsonNode, bool> fits) => (_type, _fits) = (type, fits);

    public static GeminiScalar Marked(char mark) => mark switch
    {
        '#' => Whole,
        '%' => Number,
        '?' => Flag,
        '*' => Free,
        _ => Text,
    };

    /// <exception cref="GeminiRefusal">It is of another kind.</exception>
    public JsonNode Read(JsonNode node, string path)
    {
        if (this == Free) return node.DeepClone();
        if (node is JsonArray list) return new JsonArray([.. list.OfType<JsonNode>().Select((item, index) => Read(item, $"{path}[{index}]"))]);
        if (node is not JsonValue || !_fits(node)) throw GeminiRefusal.Invalid($"Invalid value at '{path}' ({_type}), {node.ToJsonString()}");

        // Long numbers come as text.
        return this == Whole || this == Number ? JsonNode.Parse(node.ToString())! : node.DeepClone();
    }
}
