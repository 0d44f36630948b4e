using StackExchange.Redis;

namespace Kipu.Auth;

/// <summary>Challenges that wait for a passkey's answer: kept in Redis and never by the client, taken out by the first answer.</summary>
internal sealed class Ceremonies(IConnectionMultiplexer redis)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <param name="purpose">What it is for: an answer to one kind is none to another, and a user's none to another user's.</param>
    /// <param name="state">What the handler needs to check the answer.</param>
    public async Task<Guid> BeginAsync(string purpose, string state)
    {
        var id = Guid.NewGuid();
        await redis.GetDatabase().StringSetAsync(KeyOf(purpose, id), state, Lifetime);
        return id;
    }

    /// <returns>Null when there is none, when it has ended, or when it was answered before.</returns>
    public async Task<string?> TakeAsync(string purpose, Guid id) => await redis.GetDatabase().StringGetDeleteAsync(KeyOf(purpose, id));

    private static string KeyOf(string purpose, Guid id) => $"kipu:ceremonies:{purpose}:{id}";
}
