using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Kipu.ServiceDefaults;

/// <summary>
/// Bounds guesses at secrets, counted in Redis by all services and replicas together. A subject stands there as a hash: no mail address,
/// no code. While Redis is away each process counts for itself.
/// </summary>
public sealed partial class GuessThrottle(IConnectionMultiplexer redis, TimeProvider time, ILogger<GuessThrottle> logger) : IDisposable
{
    // Counting and the end of the window in one step: a crash between the two would leave a count that never ends.
    private const string Count = """
        local attempts = redis.call('incr', KEYS[1])
        if attempts == 1 then redis.call('pexpire', KEYS[1], ARGV[1]) end
        return { attempts, redis.call('pttl', KEYS[1]) }
        """;

    private const string Uncount = "if redis.call('exists', KEYS[1]) == 1 then redis.call('decr', KEYS[1]) end";

    private readonly PartitionedRateLimiter<(GuessLimit Limit, string Key)> _alone =
        PartitionedRateLimiter.Create<(GuessLimit Limit, string Key), string>(guess => RateLimitPartition.GetFixedWindowLimiter(
            guess.Key, _ => new FixedWindowRateLimiterOptions { PermitLimit = guess.Limit.Attempts, Window = guess.Limit.Window }));

    // Read by every request and written only when somebody guesses: whether it is empty must cost nothing.
    private ImmutableDictionary<string, DateTimeOffset> _heldUp = ImmutableDictionary<string, DateTimeOffset>.Empty;

    /// <summary>Whether this process has anybody to hold up; when not, there is no need to find out who asks.</summary>
    public bool HoldsUpAnybody => !_heldUp.IsEmpty;

    /// <summary>Counts an attempt before its secret is looked at, so that parallel ones can't outrun the limit.</summary>
    /// <returns>How long to wait; null when the attempt may go on.</returns>
    public async Task<TimeSpan?> TakeAsync(GuessLimit limit, string subject)
    {
        var key = KeyOf(limit, subject);
        try
        {
            var answer = (long[])(await redis.GetDatabase().ScriptEvaluateAsync(Count, [key], [(long)limit.Window.TotalMilliseconds]))!;
            if (answer[0] <= limit.Attempts) return null;
            var wait = TimeSpan.FromMilliseconds(Math.Max(answer[1], 1));
            HoldUp(key, wait);
            return wait;
        }
        catch (Exception exception) when (Outage.Is(exception))
        {
            LogAlone(logger, limit.Name);
            using var lease = _alone.AttemptAcquire((limit, key));
            return lease.IsAcquired ? null : limit.Window;
        }
    }

    /// <summary>Takes back an attempt that turned out right.</summary>
    public Task GiveBackAsync(GuessLimit limit, string subject) =>
        TryAsync(database => database.ScriptEvaluateAsync(Uncount, [KeyOf(limit, subject)]));

    /// <summary>Forgets all attempts: who knows the secret has proven it.</summary>
    public Task ForgetAsync(GuessLimit limit, string subject)
    {
        var key = KeyOf(limit, subject);
        ImmutableInterlocked.TryRemove(ref _heldUp, key, out _);
        return TryAsync(database => database.KeyDeleteAsync(key));
    }

    /// <summary>
    /// Whether this process has seen that the subject is over its limit; asks nobody. Requests with a right code pay no more than this look,
    /// and a guesser gains one guess in each process by it.
    /// </summary>
    public TimeSpan? HeldUp(GuessLimit limit, string subject)
    {
        var key = KeyOf(limit, subject);
        if (!_heldUp.TryGetValue(key, out var until)) return null;
        var wait = until - time.GetUtcNow();
        if (wait > TimeSpan.Zero) return wait;
        ImmutableInterlocked.TryRemove(ref _heldUp, key, out _);
        return null;
    }

    public void Dispose() => _alone.Dispose();

    private static string KeyOf(GuessLimit limit, string subject) =>
        $"kipu:guesses:{limit.Name}:{Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(subject)))}";

    private void HoldUp(string key, TimeSpan wait)
    {
        var now = time.GetUtcNow();
        ImmutableInterlocked.Update(
            ref _heldUp, heldUp => heldUp.RemoveRange(heldUp.Where(h => h.Value <= now).Select(h => h.Key)).SetItem(key, now + wait));
    }

    private async Task TryAsync(Func<IDatabase, Task> change)
    {
        try
        {
            await change(redis.GetDatabase());
        }
        catch (Exception exception) when (Outage.Is(exception))
        {
            LogAlone(logger, "all");
        }
    }

    [LoggerMessage(LogLevel.Warning, "Redis is away: this process counts guesses ({Limit}) for itself")]
    private static partial void LogAlone(ILogger logger, string limit);
}
