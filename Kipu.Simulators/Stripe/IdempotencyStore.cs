using System.Collections.Concurrent;

namespace Kipu.Simulators;

/// <summary>
/// Answers by idempotency key, for a day: the same call again gets the first one's answer, byte for byte; another call
/// with the key is refused. A key belongs to the API key it came with.
/// </summary>
internal sealed class IdempotencyStore(TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    private readonly ConcurrentDictionary<(string Account, string Key), Entry> _entries = new();

    /// <returns>The stored answer, or null when the caller is to work, and then to <see cref="Complete"/> or <see cref="Release"/>.</returns>
    public StripeAnswer? Begin(string account, string key, string fingerprint)
    {
        var mine = new Entry(fingerprint, time.GetUtcNow());
        var entry = _entries.AddOrUpdate((account, key), mine, (_, old) => time.GetUtcNow() - old.At >= Kept ? mine : old);
        if (ReferenceEquals(entry, mine)) return null;
        if (entry.Fingerprint != fingerprint)
        {
            throw new StripeFault(400, "idempotency_error", "Keys for idempotent requests can only be used with the same parameters they were first "
                + $"used with. Try using a key other than '{key}' if you meant to execute a different request.");
        }

        return entry.Answer ?? throw StripeFault.Request(
            "There is currently another in-progress request using this Idempotency-Key.", code: "idempotency_key_in_use", status: 409);
    }

    public void Complete(string account, string key, StripeAnswer answer) => _entries[(account, key)].Answer = answer;

    /// <summary>Forgets a call that was refused before anything was done.</summary>
    public void Release(string account, string key) => _entries.TryRemove((account, key), out _);

    public void Clear() => _entries.Clear();

    private sealed class Entry(string fingerprint, DateTimeOffset at)
    {
        private volatile StripeAnswer? _answer;

        public string Fingerprint { get; } = fingerprint;
        public DateTimeOffset At { get; } = at;

        public StripeAnswer? Answer
        {
            get => _answer;
            set => _answer = value;
        }
    }
}

/// <summary>An answer as it goes over the wire.</summary>
internal sealed record StripeAnswer(int Status, string Body);
