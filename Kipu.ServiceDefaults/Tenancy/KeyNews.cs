using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Kipu.ServiceDefaults;

/// <summary>
/// Tells all services over Redis that the signing keys changed, so that a retired one is refused at once. A service that misses it learns of it
/// by its regular look at the published keys.
/// </summary>
public sealed partial class KeyNews(IConnectionMultiplexer redis, ILogger<KeyNews> logger) : IHostedService
{
    private static readonly RedisChannel Channel = RedisChannel.Literal("kipu:signing-keys");

    private event Action? Changed;

    /// <summary>What this process does when keys changed.</summary>
    public void OnChange(Action action) => Changed += action;

    public async Task TellAsync()
    {
        Changed?.Invoke();
        try
        {
            await redis.GetSubscriber().PublishAsync(Channel, RedisValue.EmptyString);
        }
        catch (Exception exception) when (Outage.Is(exception))
        {
            LogLate(logger, exception);
        }
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await redis.GetSubscriber().SubscribeAsync(Channel, (_, _) => Changed?.Invoke());
        }
        catch (Exception exception) when (Outage.Is(exception))
        {
            LogLate(logger, exception);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Warning, "Redis is away: changes of signing keys are noticed by the regular look at them, within minutes")]
    private static partial void LogLate(ILogger logger, Exception exception);
}
