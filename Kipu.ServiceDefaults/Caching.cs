using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using StackExchange.Redis;
using ZiggyCreatures.Caching.Fusion;
using ZiggyCreatures.Caching.Fusion.Backplane.StackExchangeRedis;

namespace Kipu.ServiceDefaults;

internal static class Caching
{
    /// <summary>
    /// FusionCache over this process's memory, with Redis as backplane. Credentials are cached in it, so nothing stale outlives a minute:
    /// fail-safe bridges an outage of Auth, no more.
    /// </summary>
    public static void AddKipuCache(this IHostApplicationBuilder builder)
    {
        builder.AddRedisClient("redis", settings => settings.DisableHealthChecks = true);
        builder.Services.AddFusionCache()
            .WithOptions(options => options.DisableTagging = true)
            .WithDefaultEntryOptions(options =>
            {
                options.Duration = TenantCache.Lifetime;
                options.IsFailSafeEnabled = true;
                options.FailSafeMaxDuration = TimeSpan.FromMinutes(1);
                options.FailSafeThrottleDuration = TimeSpan.FromSeconds(1);
                // What one process has read is no news to the others.
                options.SkipBackplaneNotifications = true;
            })
            .WithBackplane(services => new RedisBackplane(new RedisBackplaneOptions
            {
                ConnectionMultiplexerFactory = () => Task.FromResult(services.GetRequiredService<IConnectionMultiplexer>()),
            }));
    }
}
