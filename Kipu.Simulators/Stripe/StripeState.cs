using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>
/// What the simulated account holds, in memory. Whoever reads or changes it holds <see cref="Gate"/>, so that each call,
/// press of a button and expiry is one step for all others.
/// </summary>
internal sealed class StripeState(TimeProvider time)
{
    public const string ApiVersion = "2026-10-28.endive";

    private readonly Dictionary<string, JsonObject> _objects = [];
    private readonly Dictionary<string, List<JsonObject>> _kinds = [];
    private readonly Dictionary<string, string> _endpointSecrets = [];

    public Lock Gate { get; } = new();

    public long Now => time.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>The API call that is the cause of what happens now; null for what a page or time causes.</summary>
    public (string Id, string? IdempotencyKey)? Cause { get; set; }

    /// <summary>Told of each new event.</summary>
    public event Action<JsonObject>? EventCreated;

    public static string NewId(string prefix) => $"{prefix}_{RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 24)}";

    public JsonObject Add(JsonObject item)
    {
        _objects.Add((string)item["id"]!, item);
        KindOf((string)item["object"]!).Add(item);
        return item;
    }

    public void Remove(JsonObject item)
    {
        _objects.Remove((string)item["id"]!);
        KindOf((string)item["object"]!).Remove(item);
    }

    public JsonObject? Find(string id) => _objects.GetValueOrDefault(id);

    public JsonObject? Find(string kind, string id) =>
        _objects.GetValueOrDefault(id) is { } item && (string)item["object"]! == kind ? item : null;

    public JsonObject Get(string kind, string id, string param = "id", int status = 404) =>
        Find(kind, id) ?? throw StripeFault.NoSuch(kind, id, param, status);

    /// <summary>All objects of a kind, newest first.</summary>
    public IEnumerable<JsonObject> All(string kind) => KindOf(kind).AsEnumerable().Reverse();

    public string SecretOf(JsonObject endpoint) => _endpointSecrets[(string)endpoint["id"]!];

    public void KeepSecret(JsonObject endpoint, string secret) => _endpointSecrets[(string)endpoint["id"]!] = secret;

    /// <summary>Records that something happened to an object and has it sent to the endpoints that listen to it.</summary>
    /// <param name="type">The event's type.</param>
    /// <param name="item">The object as it is now.</param>
    /// <param name="previous">For an update: the old values of what changed.</param>
    public void Emit(string type, JsonObject item, JsonObject? previous = null)
    {
        var data = new JsonObject { ["object"] = item.DeepClone() };
        if (previous is not null) data["previous_attributes"] = previous;
        var created = Add(new JsonObject
        {
            ["id"] = NewId("evt"),
            ["object"] = "event",
            ["api_version"] = ApiVersion,
            ["created"] = Now,
            ["data"] = data,
            ["livemode"] = false,
            ["pending_webhooks"] = 0L,
            ["request"] = new JsonObject { ["id"] = Cause?.Id, ["idempotency_key"] = Cause?.IdempotencyKey },
            ["type"] = type,
        });
        EventCreated?.Invoke(created);
    }

    public void Clear()
    {
        _objects.Clear();
        _kinds.Clear();
        _endpointSecrets.Clear();
    }

    /// <summary>How many objects of each kind there are.</summary>
    public JsonObject Count() => new(_kinds.Select(kind => KeyValuePair.Create(kind.Key, (JsonNode?)kind.Value.Count)));

    private List<JsonObject> KindOf(string kind)
    {
        if (!_kinds.TryGetValue(kind, out var items)) _kinds[kind] = items = [];
        return items;
    }
}
