using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using RabbitMQ.Client;
using StackExchange.Redis;

namespace Kipu.ServiceDefaults;

/// <summary>
/// <c>/alive</c>: the process runs (restart it when not). <c>/health</c>: it can serve (send it no traffic when not).
/// Both also in production; the gateway does not forward those of the services. Each check has two seconds.
/// </summary>
public static class Health
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    public static void MapDefaultEndpoints(this WebApplication app)
    {
        app.MapHealthChecks("/health").AllowPublic("Probes carry no credentials; the answer is one word.");
        app.MapHealthChecks("/alive", new HealthCheckOptions { Predicate = check => check.Tags.Contains("live") })
            .AllowPublic("Probes carry no credentials; the answer is one word.");
        app.MapOpenApi("/openapi/{documentName}.json").AllowPublic("The API's description is public.");
    }

    internal static void AddDefaultHealthChecks(this IHostApplicationBuilder builder) =>
        builder.Services.AddHealthChecks().AddCheck("self", () => HealthCheckResult.Healthy(), ["live"]);

    /// <summary>Redis answers a ping. It holds no state that a service can't do without, so its loss degrades and does not unready.</summary>
    internal static void AddRedisHealth(this IHostApplicationBuilder builder) => builder.Services.AddHealthChecks().Add(new(
        "redis", services => new Check(async _ => await services.GetRequiredService<IConnectionMultiplexer>().GetDatabase().PingAsync()),
        HealthStatus.Degraded, ["ready"], Limit));

    /// <summary>The broker answers, and no message went astray. Publishing goes through the outbox, so its loss delays and does not unready.</summary>
    internal static void AddMessagingHealth(this IHostApplicationBuilder builder) => builder.Services.AddHealthChecks().Add(new(
        "rabbitmq", services => new Check(async token =>
        {
            var broker = services.GetRequiredService<IConnection>();
            if (!broker.IsOpen) throw new InvalidOperationException("The connection to the broker is closed.");
            await using var channel = await broker.CreateChannelAsync(cancellationToken: token);
            var unrouted = await channel.MessageCountAsync(MessageRoutes.UnroutedQueue, token);
            if (unrouted > 0) throw new InvalidOperationException($"{unrouted} messages found no listener; they wait in {MessageRoutes.UnroutedQueue}.");
        }),
        HealthStatus.Degraded, ["ready"], Limit));

    /// <summary>Adds a check that is healthy when the probe ends without an exception within two seconds.</summary>
    public static void AddReadiness(this IHostApplicationBuilder builder, string name, Func<IServiceProvider, CancellationToken, Task> probe) =>
        builder.Services.AddHealthChecks().Add(new(
            name, services => new Check(token => probe(services, token)), HealthStatus.Unhealthy, ["ready"], Limit));

    private sealed class Check(Func<CancellationToken, Task> probe) : IHealthCheck
    {
        [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever fails the probe is the ill health to report.")]
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                await probe(cancellationToken).WaitAsync(cancellationToken);
                return HealthCheckResult.Healthy();
            }
            catch (Exception exception)
            {
                return new(context.Registration.FailureStatus, $"{context.Registration.Name} does not answer.", exception);
            }
        }
    }
}
