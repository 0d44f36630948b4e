namespace Kipu.Simulators;

/// <summary>What a voice session remembers: the talk so far, and how long its audio was.</summary>
internal sealed record LiveMemory(IReadOnlyList<(string Role, string Text)> Turns, double AudioSeconds)
{
    public static LiveMemory Empty { get; } = new([], 0);

    public string Text => string.Join('\n', Turns.Select(turn => turn.Text));

    public LiveMemory With(string role, string text) => this with { Turns = [.. Turns, (role, text)] };
}

/// <summary>States that can be resumed, for two hours.</summary>
internal sealed class LiveMemories(TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(2);

    private readonly Dictionary<string, (LiveMemory Memory, string Model, DateTimeOffset ExpiresAt)> _memories = new(StringComparer.Ordinal);

    public string Keep(LiveMemory memory, string model)
    {
        var handle = Guid.NewGuid().ToString("N");
        lock (_memories)
        {
            var now = time.GetUtcNow();
            foreach (var old in _memories.Where(pair => pair.Value.ExpiresAt < now).Select(pair => pair.Key).ToList()) _memories.Remove(old);
            _memories[handle] = (memory, model, now + Lifetime);
        }

        return handle;
    }

    /// <returns>Null when the handle is unknown, expired, or another model's.</returns>
    public LiveMemory? Find(string handle, string model)
    {
        lock (_memories)
        {
            return _memories.TryGetValue(handle, out var kept) && kept.ExpiresAt > time.GetUtcNow() && kept.Model == model ? kept.Memory : null;
        }
    }

    public void ExpireAll()
    {
        lock (_memories) _memories.Clear();
    }
}
