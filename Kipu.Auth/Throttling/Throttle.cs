using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using StackExchange.Redis;

namespace Kipu.Auth;

/// <summary>How often something may be tried in a window that begins with the first try.</summary>
internal sealed record ThrottleLimit(string What, int Tries, TimeSpan Window);

/// <summary>Counts tries in Redis, for all replicas. A try is counted before it is made: parallel ones can't outrun the limit.</summary>
internal sealed class Throttle(IConnectionMultiplexer redis)
{
    private const string Count = """
        local tries = redis.call('incr', KEYS[1])
        if tries == 1 then redis.call('pexpire', KEYS[1], ARGV[1]) end
        return { tries, redis.call('pttl', KEYS[1]) }
        """;

    /// <param name="limit">The limit.</param>
    /// <param name="who">Who tries, or on whom: an address, an id. Kept as its hash.</param>
    /// <returns>How long to wait; null when the try may go on.</returns>
    public async Task<TimeSpan?> TakeAsync(ThrottleLimit limit, string who)
    {
        RedisKey key = $"throttle:{limit.What}:{Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(who)))}";
        var counted = (RedisResult[])(await redis.GetDatabase().ScriptEvaluateAsync(Count, [key], [(long)limit.Window.TotalMilliseconds]))!;
        return (long)counted[0] <= limit.Tries ? null : TimeSpan.FromMilliseconds((long)counted[1]);
    }

    /// <summary>Says in Retry-After how long to wait.</summary>
    public static void TellToWait(HttpResponse response, TimeSpan wait) =>
        response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
}
