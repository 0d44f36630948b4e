using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Kipu.ServiceDefaults;

/// <summary>
/// Lets a service that starts before its broker wait for it: Wolverine would report each attempt as an error, and give up. After
/// <see cref="Patience"/> it may, so that a broker which never comes is seen.
/// </summary>
internal sealed partial class BrokerAwait(IConnectionFactory factory, TimeProvider time, ILogger<BrokerAwait> logger) : IHostedLifecycleService
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var begin = time.GetTimestamp();
        for (var attempt = 0; !await AnswersAsync(cancellationToken); attempt++)
        {
            if (attempt == 0) LogWaiting();
            if (time.GetElapsedTime(begin) > Patience) return;
            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    /// <summary>A real connection, for an open port tells little: a container's is open before anything listens in it.</summary>
    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await factory.CreateConnectionAsync(cancellationToken);
            return true;
        }
        catch (BrokerUnreachableException)
        {
            return false;
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Information, "Waiting for RabbitMQ")]
    private partial void LogWaiting();
}
