using System.Collections.Concurrent;
using StackExchange.Redis;

namespace Kipu.ServiceDefaults;

/// <summary>
/// Notes in Redis when an API key was last used. A process does so at most every <see cref="Precision"/> for a key and waits for no answer:
/// a request pays a look into memory.
/// </summary>
public sealed class ApiKeyUses(IConnectionMultiplexer redis, TimeProvider time)
{
    public static readonly TimeSpan Precision = TimeSpan.FromSeconds(10);

    private static readonly RedisKey Uses = "kipu:api-key-uses";

    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _noted = new();

    public void Note(Guid keyId)
    {
        var now = time.GetUtcNow();
        if (_noted.TryGetValue(keyId, out var last) && now - last < Precision) return;
        _noted[keyId] = now;
        _ = redis.GetDatabase().HashSetAsync(Uses, keyId.ToString(), now.ToUnixTimeMilliseconds(), flags: CommandFlags.FireAndForget);
    }

    /// <summary>When each key was last used, as far as Redis knows.</summary>
    public async Task<IReadOnlyDictionary<Guid, DateTimeOffset>> ReadAsync()
    {
        var entries = await redis.GetDatabase().HashGetAllAsync(Uses);
        return entries.ToDictionary(e => Guid.Parse(e.Name.ToString()), e => DateTimeOffset.FromUnixTimeMilliseconds((long)e.Value));
    }

    public Task ForgetAsync(IEnumerable<Guid> keyIds) =>
        redis.GetDatabase().HashDeleteAsync(Uses, [.. keyIds.Select(id => (RedisValue)id.ToString())]);
}
