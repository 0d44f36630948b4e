using System.Globalization;
using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>Lists, page by page; the token of a page is the index at which it begins.</summary>
internal static class GeminiPages
{
    public static JsonObject Of(HttpRequest request, string name, IReadOnlyList<JsonNode> all, int largest)
    {
        var size = Number(request, "pageSize", largest);
        var start = Number(request, "pageToken", 0);
        if (size < 0 || start < 0 || start > all.Count) throw GeminiRefusal.Invalid("The page is invalid.");

        var taken = Math.Min(size is 0 ? largest : size, largest);
        var page = new JsonObject { [name] = new JsonArray([.. all.Skip(start).Take(taken)]) };
        if (start + taken < all.Count) page["nextPageToken"] = (start + taken).ToString(CultureInfo.InvariantCulture);
        return page;
    }

    private static int Number(HttpRequest request, string name, int otherwise) => request.Query[name].FirstOrDefault() switch
    {
        null or "" => otherwise,
        var text when int.TryParse(text, CultureInfo.InvariantCulture, out var number) => number,
        var text => throw GeminiRefusal.Invalid($"'{text}' is no {name}."),
    };
}
