using System.Text.Json;
using Microsoft.Extensions.Caching.StackExchangeRedis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using StackExchange.Redis;
using ZiggyCreatures.Caching.Fusion;
using ZiggyCreatures.Caching.Fusion.Backplane.StackExchangeRedis;
using ZiggyCreatures.Caching.Fusion.Serialization.SystemTextJson;

namespace Kipu.ServiceDefaults;

internal static class Caching
{
    /// <summary>
    /// FusionCache over memory and Redis, with Redis as backplane. Credentials are cached in it, so nothing stale outlives a minute:
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
                // A dead Redis costs a cold key the whole hard time-out.
                options.DistributedCacheHardTimeout = TimeSpan.FromMilliseconds(100);
                options.DistributedCacheSoftTimeout = TimeSpan.FromMilliseconds(50);
                options.AllowBackgroundDistributedCacheOperations = true;
            })
            .WithSerializer(new FusionCacheSystemTextJsonSerializer(new JsonSerializerOptions { IncludeFields = true }))
            .WithDistributedCache(services => new RedisCache(new RedisCacheOptions
            {
                ConnectionMultiplexerFactory = () => Task.FromResult(services.GetRequiredService<IConnectionMultiplexer>()),
                InstanceName = "kipu:",
            }))
            .WithBackplane(services => new RedisBackplane(new RedisBackplaneOptions
            {
                ConnectionMultiplexerFactory = () => Task.FromResult(services.GetRequiredService<IConnectionMultiplexer>()),
            }));
    }
}
