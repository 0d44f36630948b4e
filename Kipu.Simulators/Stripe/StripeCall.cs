using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>One call of the API while it is served.</summary>
internal sealed record StripeCall(HttpContext Http, Parameters Parameters, StripeState State)
{
    /// <summary>The id in the path.</summary>
    public string Id => (string)Http.Request.RouteValues["id"]!;

    /// <summary>Where this simulator is reached by whoever called, for the links in answers.</summary>
    public string BaseUrl => $"{Http.Request.Scheme}://{Http.Request.Host}";

    /// <summary>A page of a list, newest first: <c>limit</c>, <c>starting_after</c>, <c>ending_before</c>.</summary>
    public JsonObject Page(IEnumerable<JsonObject> items)
    {
        var limit = (int)(Parameters.Integer("limit", 1, 100) ?? 10);
        var after = Parameters.Text("starting_after");
        var before = Parameters.Text("ending_before");
        Parameters.End();
        if (after is not null && before is not null)
            throw StripeFault.Request("You cannot parameterize both starting_after and ending_before.", "ending_before");

        var all = items.ToList();
        List<JsonObject> page;
        bool more;
        if (before is not null)
        {
            var newer = all[..Position(all, before, "ending_before")];
            page = newer[Math.Max(0, newer.Count - limit)..];
            more = newer.Count > limit;
        }
        else
        {
            var older = after is null ? all : all[(Position(all, after, "starting_after") + 1)..];
            page = older[..Math.Min(limit, older.Count)];
            more = older.Count > limit;
        }

        return ListOf(page, Http.Request.Path, more);
    }

    public static JsonObject ListOf(IEnumerable<JsonObject> items, string url, bool more = false) => new()
    {
        ["object"] = "list",
        ["data"] = new JsonArray([.. items.Select(item => item.DeepClone())]),
        ["has_more"] = more,
        ["url"] = url,
    };

    private static int Position(List<JsonObject> items, string id, string param)
    {
        var position = items.FindIndex(item => (string)item["id"]! == id);
        return position >= 0 ? position : throw StripeFault.NoSuch("object", id, param, status: 400);
    }
}
