using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.OpenApi;

namespace Kipu.ServiceDefaults;

/// <summary>
/// Gives operations the words that stand in the XML documentation of their handlers. ASP.NET Core's own generator does so only for
/// the project that calls AddOpenApi, which is this one and has no handlers.
/// </summary>
internal static partial class OperationDocs
{
    private static readonly ConcurrentDictionary<Assembly, IReadOnlyDictionary<string, XElement>> Read = new();

    public static void Apply(OpenApiOperation operation, MethodInfo? handler)
    {
        if (handler?.DeclaringType is not { } type) return;
        if (!Read.GetOrAdd(type.Assembly, MethodsOf).TryGetValue($"M:{type.FullName}.{handler.Name}", out var docs)) return;

        operation.Summary ??= TextOf(docs.Element("summary"));
        operation.Description ??= TextOf(docs.Element("remarks"));
        foreach (var parameter in operation.Parameters ?? [])
        {
            if (docs.Elements("param").FirstOrDefault(p => p.Attribute("name")?.Value == parameter.Name) is { } described)
            {
                parameter.Description ??= TextOf(described);
            }
        }
    }

    /// <summary>The documentation of an assembly's methods, by their names without parameters.</summary>
    private static Dictionary<string, XElement> MethodsOf(Assembly assembly)
    {
        var file = Path.ChangeExtension(assembly.Location, ".xml");
        if (!File.Exists(file)) return [];
        return XDocument.Load(file).Descendants("member")
            .Where(member => member.Attribute("name")?.Value.StartsWith("M:", StringComparison.Ordinal) is true)
            .GroupBy(member => member.Attribute("name")!.Value.Split('(')[0])
            .ToDictionary(group => group.Key, group => group.First());
    }

    private static string? TextOf(XElement? element) =>
        element is null ? null : Space().Replace(string.Concat(element.Nodes().Select(TextOf)), " ").Trim();

    private static string TextOf(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement { Name.LocalName: "see" or "paramref" } reference =>
            $"`{(reference.Attribute("cref") ?? reference.Attribute("langword") ?? reference.Attribute("name"))?.Value.Split('.', ':')[^1]}`",
        XElement other => other.Value,
        _ => "",
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
