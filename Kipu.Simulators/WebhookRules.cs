using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Kipu.Simulators;

/// <summary>What may go wrong on the way of an event.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WebhookTrouble>))]
public enum WebhookTrouble
{
    /// <summary>Never sent, until it is flushed or resent.</summary>
    [JsonStringEnumMemberName("drop")] Drop,

    /// <summary>Sent several times at once.</summary>
    [JsonStringEnumMemberName("duplicate")] Duplicate,

    /// <summary>Sent later.</summary>
    [JsonStringEnumMemberName("delay")] Delay,

    /// <summary>Events of a window overtake one another.</summary>
    [JsonStringEnumMemberName("reorder")] Reorder,

    /// <summary>Signed with another secret.</summary>
    [JsonStringEnumMemberName("wrong_signature")] WrongSignature,

    /// <summary>Signed an hour ago.</summary>
    [JsonStringEnumMemberName("old_timestamp")] OldTimestamp,

    /// <summary>Signed twice, as while a secret is rotated: first with another one, then with the right one.</summary>
    [JsonStringEnumMemberName("two_signatures")] TwoSignatures,

    /// <summary>The same change comes as a second event with an id of its own.</summary>
    [JsonStringEnumMemberName("second_event")] SecondEvent,
}

/// <summary>A switch for the delivery of events: <c>POST /_sim/webhooks</c>.</summary>
/// <param name="Action">What goes wrong.</param>
/// <param name="Type">With events of this type only; with all when absent.</param>
/// <param name="Customer">With events about this customer only; of Mercado Pago, about this preapproval.</param>
/// <param name="Count">With the next so many; with all when absent.</param>
/// <param name="Times">duplicate: how often each is sent.</param>
/// <param name="Milliseconds">delay: how long; reorder: the step between places.</param>
/// <param name="Window">reorder: how many events change places.</param>
/// <param name="Seed">reorder: the same seed gives the same order.</param>
public sealed record WebhookRule(
    [property: Required] WebhookTrouble? Action,
    string? Type = null,
    string? Customer = null,
    [property: Range(1, 1_000_000)] int? Count = null,
    [property: Range(2, 100)] int Times = 10,
    [property: Range(1, 600_000)] int Milliseconds = 200,
    [property: Range(2, 100)] int Window = 10,
    int Seed = 1)
{
    internal bool Concerns(string type, ReadOnlySpan<string?> about) =>
        (Type is null || Type == type) && (Customer is null || about.Contains(Customer));
}

/// <summary>How one event is to travel.</summary>
internal sealed record DeliveryPlan(bool Dropped, int Copies, TimeSpan Delay, WebhookTrouble? Signing, bool Twice)
{
    public static DeliveryPlan Plain { get; } = new(false, 1, TimeSpan.Zero, null, false);
}

/// <summary>The switches in force. Each event is planned once.</summary>
internal sealed class WebhookRules
{
    private readonly Lock _gate = new();
    private readonly List<ActiveRule> _rules = [];

    public IReadOnlyList<WebhookRule> All
    {
        get
        {
            lock (_gate) return [.. _rules.Select(rule => rule.Rule with { Count = rule.Left })];
        }
    }

    public void Add(WebhookRule rule)
    {
        lock (_gate) _rules.Add(new ActiveRule(rule));
    }

    public void Clear()
    {
        lock (_gate) _rules.Clear();
    }

    public DeliveryPlan Plan(string type, params ReadOnlySpan<string?> about)
    {
        lock (_gate)
        {
            var plan = DeliveryPlan.Plain;
            foreach (var active in _rules)
            {
                if (active.Rule.Concerns(type, about)) plan = active.Apply(plan);
            }

            _rules.RemoveAll(rule => rule.Left == 0);
            return plan;
        }
    }

    private sealed class ActiveRule(WebhookRule rule)
    {
        private readonly Random _random = new(rule.Seed);
        private int[] _places = [];
        private int _next;

        public WebhookRule Rule { get; } = rule;
        public int? Left { get; private set; } = rule.Count;

        public DeliveryPlan Apply(DeliveryPlan plan)
        {
            if (Left is not null) Left--;
            return Rule.Action!.Value switch
            {
                WebhookTrouble.Drop => plan with { Dropped = true },
                WebhookTrouble.Duplicate => plan with { Copies = Rule.Times },
                WebhookTrouble.Delay => plan with { Delay = plan.Delay + TimeSpan.FromMilliseconds(Rule.Milliseconds) },
                WebhookTrouble.Reorder => plan with { Delay = plan.Delay + TimeSpan.FromMilliseconds(Rule.Milliseconds * NextPlace()) },
                WebhookTrouble.SecondEvent => plan with { Twice = true },
                var signing => plan with { Signing = signing },
            };
        }

        private int NextPlace()
        {
            if (_next == _places.Length)
            {
                _places = [.. Enumerable.Range(0, Rule.Window)];
                _random.Shuffle(_places);
                _next = 0;
            }

            return _places[_next++];
        }
    }
}
