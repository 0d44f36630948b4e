using System.Net.Sockets;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;

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
        var address = factory.Uri;
        for (var attempt = 0; !await AnswersAsync(address, cancellationToken); attempt++)
        {
            if (attempt == 0) LogWaiting(address.Host, address.Port);
            if (time.GetElapsedTime(begin) > Patience) return;
            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    /// <summary>The broker opens its port once all of it has started.</summary>
    private static async Task<bool> AnswersAsync(Uri address, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(address.Host, address.Port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Information, "Waiting for RabbitMQ at {Host}:{Port}")]
    private partial void LogWaiting(string host, int port);
}
