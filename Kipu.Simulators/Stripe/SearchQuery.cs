using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kipu.Simulators;

/// <summary>
/// Stripe's search language: clauses as <c>status:'active'</c>, <c>email~'acme'</c>, <c>created&gt;1</c>,
/// <c>metadata['key']:'value'</c>, negated by a minus, joined by AND or by OR.
/// </summary>
internal sealed partial class SearchQuery
{
    private readonly List<Func<JsonObject, bool>> _clauses = [];
    private bool _any;

    public static JsonObject Run(StripeCall call, string kind)
    {
        var parameters = call.Parameters;
        var query = Parse(parameters.Required("query"));
        var limit = (int)(parameters.Integer("limit", 1, 100) ?? 10);
        var page = parameters.Text("page");
        var counts = parameters.Texts("expand").Contains("total_count");
        parameters.End();
        var skipped = page is null ? 0 : PageStart(page);

        var found = call.State.All(kind).Where(query.Matches).ToList();
        var more = found.Count > skipped + limit;
        var result = new JsonObject
        {
            ["object"] = "search_result",
            ["data"] = new JsonArray([.. found.Skip(skipped).Take(limit).Select(item => item.DeepClone())]),
            ["has_more"] = more,
            ["next_page"] = more ? $"p{skipped + limit}" : null,
            ["url"] = call.Http.Request.Path.ToString(),
        };
        if (counts) result["total_count"] = found.Count;
        return result;
    }

    public static SearchQuery Parse(string text)
    {
        var query = new SearchQuery();
        var rest = text.Trim();
        string? joint = null;
        while (true)
        {
            var match = Clause().Match(rest);
            if (!match.Success) throw Wrong(text);
            query._clauses.Add(Read(match));
            rest = rest[match.Length..].TrimStart();
            if (rest.Length == 0) return query;
            var word = Joint().Match(rest);
            if (!word.Success || (joint is not null && !joint.Equals(word.Groups[1].Value, StringComparison.OrdinalIgnoreCase)))
                throw Wrong(text);
            joint = word.Groups[1].Value;
            query._any = joint.Equals("OR", StringComparison.OrdinalIgnoreCase);
            rest = rest[word.Length..];
        }
    }

    public bool Matches(JsonObject item) => _any ? _clauses.Any(clause => clause(item)) : _clauses.All(clause => clause(item));

    private static Func<JsonObject, bool> Read(Match match)
    {
        var negated = match.Groups["not"].Length > 0;
        var (field, key) = (match.Groups["field"].Value, match.Groups["key"]);
        var operation = match.Groups["op"].Value;
        var value = match.Groups["text"].Success ? Unescape(match.Groups["text"].Value) : match.Groups["bare"].Value;
        return item => Compare((key.Success ? item[field]?[Unescape(key.Value)] : item[field]) as JsonValue, operation, value) != negated;
    }

    private static bool Compare(JsonValue? found, string operation, string value)
    {
        if (found is null) return value == "null" && operation == ":";
        var text = found.ToString();
        if (operation == ":") return text.Equals(value, StringComparison.OrdinalIgnoreCase);
        if (operation == "~") return text.Contains(value, StringComparison.OrdinalIgnoreCase);
        if (!decimal.TryParse(text, CultureInfo.InvariantCulture, out var left)
            || !decimal.TryParse(value, CultureInfo.InvariantCulture, out var right)) return false;
        return operation switch { ">" => left > right, ">=" => left >= right, "<" => left < right, _ => left <= right };
    }

    private static int PageStart(string page) =>
        page.StartsWith('p') && int.TryParse(page.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            ? start
            : throw StripeFault.Request($"Invalid page: {page}", "page");

    private static string Unescape(string text) =>
        text.Replace("\\'", "'", StringComparison.Ordinal).Replace("\\\"", "\"", StringComparison.Ordinal);

    private static StripeFault Wrong(string text) => StripeFault.Request(
        $"We were unable to parse your search query: {text}. Join clauses as field:'value' by AND or OR, not by both.", "query");

    [GeneratedRegex("""^(?<not>-?)(?<field>\w+)(\[(?<q>['"])(?<key>(\\.|(?!\k<q>).)*)\k<q>\])?\s*(?<op>:|~|>=|<=|>|<)\s*((?<v>['"])(?<text>(\\.|(?!\k<v>).)*)\k<v>|(?<bare>[\w.-]+))""")]
    private static partial Regex Clause();

    [GeneratedRegex(@"^(AND|OR)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Joint();
}
