using System.Collections.Concurrent;

namespace Kipu.Voice;

/// <summary>The conversations that this process relays. Others learn of an end when they next renew their hold.</summary>
internal sealed class RelayRegistry
{
    private readonly ConcurrentDictionary<(Guid OrganizationId, Guid SessionId), VoiceRelay> _relays = new();

    /// <summary>Registers a relay, ending the one that has the same session.</summary>
    public void Add(VoiceRelay relay)
    {
        VoiceRelay? previous = null;
        _relays.AddOrUpdate(relay.Key, relay, (_, other) =>
        {
            previous = other;
            return relay;
        });
        previous?.End(VoiceEnd.Replaced);
    }

    public void Remove(VoiceRelay relay) => _relays.TryRemove(new(relay.Key, relay));

    public void End(Guid organizationId, Guid sessionId, VoiceEnd end)
    {
        if (_relays.TryGetValue((organizationId, sessionId), out var relay)) relay.End(end);
    }
}
