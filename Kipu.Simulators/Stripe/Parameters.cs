using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace Kipu.Simulators;

/// <summary>
/// A call's parameters, decoded from a form or a query: <c>items[0][price]=x</c> nests, a list is numbered or <c>a[]</c>.
/// It remembers what was read, so that <see cref="End"/> refuses what nobody asked for, as Stripe does.
/// </summary>
internal sealed class Parameters
{
    private readonly Dictionary<string, object> _values = [];
    private readonly HashSet<string> _read = [];
    private readonly string _path;

    private Parameters(string path) => _path = path;

    /// <summary>Whether <see cref="End"/> was called: a handler has to, before it changes anything.</summary>
    public bool Ended { get; private set; }

    public static Parameters Parse(string encoded)
    {
        var root = new Parameters("");
        foreach (var (key, values) in QueryHelpers.ParseQuery(encoded))
        {
            foreach (var value in values) root.Put(Segments(key), value ?? "");
        }

        return root;
    }

    public bool Has(string name) => _values.ContainsKey(name);

    /// <returns>The text; null when it is absent or empty (which clears a value).</returns>
    public string? Text(string name)
    {
        _read.Add(name);
        return _values.GetValueOrDefault(name) switch
        {
            null or "" => null,
            string text => text,
            _ => throw StripeFault.Request($"Invalid string: {Path(name)} is a hash", Path(name), "parameter_invalid_string"),
        };
    }

    public string Required(string name) => Text(name) ?? throw StripeFault.Missing(Path(name));

    public long? Integer(string name, long min = long.MinValue, long max = long.MaxValue)
    {
        if (Text(name) is not { } text) return null;
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            throw StripeFault.Request($"Invalid integer: {text}", Path(name), "parameter_invalid_integer");
        if (value < min || value > max)
            throw StripeFault.Request($"Invalid integer: {text} must be between {min} and {max}", Path(name), "parameter_invalid_integer");
        return value;
    }

    public bool? Flag(string name) => Text(name) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        var text => throw StripeFault.Request($"Invalid boolean: {text}", Path(name)),
    };

    public string? OneOf(string name, params string[] allowed)
    {
        var text = Text(name);
        if (text is null || allowed.Contains(text)) return text;
        throw StripeFault.Request($"Invalid {Path(name)}: must be one of {string.Join(", ", allowed)}", Path(name));
    }

    public string? Url(string name)
    {
        var text = Text(name);
        if (text is null || (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")) return text;
        throw StripeFault.Request("Not a valid URL", Path(name), "url_invalid");
    }

    public Parameters? Nested(string name)
    {
        _read.Add(name);
        return _values.GetValueOrDefault(name) switch
        {
            null or "" => null,
            Parameters nested => nested,
            _ => throw StripeFault.Request($"Invalid object: {Path(name)}", Path(name)),
        };
    }

    public IReadOnlyList<Parameters> Items(string name) =>
        Nested(name) is not { } list ? [] : [.. list.Indices(name).Select(index => list.Nested(index) ?? throw StripeFault.Missing(list.Path(index)))];

    public IReadOnlyList<string> Texts(string name) =>
        Nested(name) is not { } list ? [] : [.. list.Indices(name).Select(list.Required)];

    /// <summary>Metadata keys are set, or deleted by an empty value; <c>metadata=</c> deletes all.</summary>
    public void ApplyMetadata(JsonObject target)
    {
        var metadata = target["metadata"]!.AsObject();
        if (Has("metadata") && Nested("metadata") is null) metadata.Clear();
        foreach (var key in Nested("metadata")?._values.Keys ?? Enumerable.Empty<string>())
        {
            if (Nested("metadata")!.Text(key) is { } value) metadata[key] = value;
            else metadata.Remove(key);
        }
    }

    /// <summary>A filter on a time: <c>created=1</c>, or <c>created[gte]=1&amp;created[lt]=2</c>.</summary>
    public Func<JsonObject, bool> Range(string name)
    {
        if (_values.GetValueOrDefault(name) is string)
        {
            var exact = Integer(name);
            return item => exact is null || (long)item[name]! == exact;
        }

        var range = Nested(name);
        long? gt = range?.Integer("gt"), gte = range?.Integer("gte"), lt = range?.Integer("lt"), lte = range?.Integer("lte");
        return item => (long)item[name]! is var at && !(at <= gt) && !(at < gte) && !(at >= lt) && !(at > lte);
    }

    /// <summary>Refuses parameters that were not read.</summary>
    public void End()
    {
        Ended = true;
        foreach (var (name, value) in _values)
        {
            if (!_read.Contains(name)) throw StripeFault.Unknown(Path(name));
            (value as Parameters)?.End();
        }
    }

    private IEnumerable<string> Indices(string name)
    {
        if (_values.Keys.FirstOrDefault(key => !int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out _)) is not null)
            throw StripeFault.Request("Invalid array", name);
        return _values.Keys.OrderBy(key => int.Parse(key, CultureInfo.InvariantCulture));
    }

    private string Path(string name) => _path.Length == 0 ? name : $"{_path}[{name}]";

    private void Put(ReadOnlySpan<string> segments, string value)
    {
        var name = segments[0].Length > 0 ? segments[0] : _values.Count.ToString(CultureInfo.InvariantCulture);
        if (segments.Length == 1)
        {
            _values[name] = value;
            return;
        }

        if (_values.GetValueOrDefault(name) is not Parameters nested) _values[name] = nested = new Parameters(Path(name));
        nested.Put(segments[1..], value);
    }

    private static string[] Segments(string key)
    {
        var open = key.IndexOf('[', StringComparison.Ordinal);
        if (open <= 0 || !key.EndsWith(']')) return [key];
        return [key[..open], .. key[(open + 1)..^1].Split("][")];
    }
}
