using System.Globalization;
using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>A page of what was found, newest first.</summary>
internal static class SearchAnswer
{
    private const int DefaultLimit = 30;
    private const int LargestLimit = 100;

    public static JsonObject Of(MercadoPagoCall call, IEnumerable<JsonObject> found)
    {
        var all = found.ToList();
        var (offset, limit) = (Number(call, "offset") ?? 0, Math.Min(Number(call, "limit") ?? DefaultLimit, LargestLimit));
        return new JsonObject
        {
            ["paging"] = new JsonObject { ["offset"] = offset, ["limit"] = limit, ["total"] = all.Count },
            ["results"] = new JsonArray([.. all.Skip(offset).Take(limit).Select(item => item.DeepClone())]),
        };
    }

    private static int? Number(MercadoPagoCall call, string name) => call.Query(name) is not { } text
        ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw MercadoPagoFault.Bad($"Invalid value for {name}");
}
