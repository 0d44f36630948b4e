using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>
/// What the simulated account holds, in memory. Whoever reads or changes it holds <see cref="Gate"/>, so that each call,
/// press of a button and expiry is one step for all others.
/// </summary>
internal sealed class StripeState(AccountClock clock)
{
    public const string ApiVersion = "2026-10-28.endive";

    private readonly Dictionary<string, JsonObject> _objects = [];
    private readonly Dictionary<string, List<JsonObject>> _kinds = [];
    private readonly Dictionary<string, string> _endpointSecrets = [];
    private readonly Dictionary<string, JsonObject> _notes = [];

    public Lock Gate { get; } = new();

    /// <summary>The time for whoever is being served: the account's, unless a customer's is pinned.</summary>
    public long Now => clock.Now;

    public AccountClock Clock => clock;

    /// <summary>How the account bills, and where it does otherwise with a customer.</summary>
    public BillingPolicy Billing { get; } = new();

    /// <summary>Where this simulator is reached by its clients, for the links in what time makes.</summary>
    public string BaseUrl { get; set; } = "http://localhost";

    /// <summary>The API call that is the cause of what happens now; null for what a page or time causes.</summary>
    public (string Id, string? IdempotencyKey)? Cause { get; set; }

    /// <summary>Told of each new event.</summary>
    public event Action<JsonObject>? EventCreated;

    public static string NewId(string prefix) =>
        $"{prefix}_{RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 24)}";

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

    /// <summary>Takes an object away and leaves what Stripe leaves: its id, and that it is deleted.</summary>
    public JsonObject Bury(JsonObject item)
    {
        Remove(item);
        return _objects[item.Id()] = new JsonObject { ["id"] = item.Id(), ["object"] = item.Text("object"), ["deleted"] = true };
    }

    /// <summary>What the simulator knows of an object beside what it shows.</summary>
    public JsonObject Notes(string id)
    {
        if (!_notes.TryGetValue(id, out var notes)) _notes[id] = notes = [];
        return notes;
    }

    /// <summary>The time at which a customer lives: that of their test clock, else the account's and what they are ahead of it.</summary>
    public long TimeOf(string? customer) =>
        customer is not null
            && Find(customer)?.Text("test_clock") is { } id && Find(id) is { } owned ? owned.Number("frozen_time") : clock.Of(customer);

    public IDisposable InTimeOf(string? customer) => clock.Pin(TimeOf(customer));

    public JsonObject? Find(string id) => _objects.GetValueOrDefault(id);

    public JsonObject? Find(string kind, string id) =>
        _objects.GetValueOrDefault(id) is { } item && (string)item["object"]! == kind ? item : null;

    public JsonObject Get(string kind, string id, string param = "id", int status = 404) =>
        Find(kind, id) is { } item && !item.Is("deleted") ? item : throw StripeFault.NoSuch(kind, id, param, status);

    /// <summary>All objects of a kind, newest first.</summary>
    public IEnumerable<JsonObject> All(string kind) => KindOf(kind).AsEnumerable().Reverse();

    public string SecretOf(JsonObject endpoint) => _endpointSecrets[(string)endpoint["id"]!];

    public void KeepSecret(JsonObject endpoint, string secret) => _endpointSecrets[(string)endpoint["id"]!] = secret;

    /// <summary>Changes an object, and tells of it with the old values of what changed, if anything did.</summary>
    public void Change(string type, JsonObject item, Action change)
    {
        var before = (JsonObject)item.DeepClone();
        change();
        var previous = new JsonObject();
        foreach (var (name, value) in item)
        {
            if (!JsonNode.DeepEquals(value, before[name])) previous[name] = before[name]?.DeepClone();
        }

        if (previous.Count > 0) Emit(type, item, previous);
    }

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
            ["created"] = clock.Account,
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
        _notes.Clear();
        clock.Reset();
        Billing.Reset();
    }

    /// <summary>How many objects of each kind there are.</summary>
    public JsonObject Count() => new(_kinds.Select(kind => KeyValuePair.Create(kind.Key, (JsonNode?)kind.Value.Count)));

    private List<JsonObject> KindOf(string kind)
    {
        if (!_kinds.TryGetValue(kind, out var items)) _kinds[kind] = items = [];
        return items;
    }
}
