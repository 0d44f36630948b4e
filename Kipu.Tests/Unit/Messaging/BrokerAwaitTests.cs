using System.Net;
using System.Net.Sockets;
using Kipu.ServiceDefaults;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using RabbitMQ.Client;

namespace Kipu.Tests;

public sealed class BrokerAwaitTests
{
    [Fact]
    public async Task A_service_that_starts_before_its_broker_waits_for_it()
    {
        var port = FreePort();
        var starting = AwaitOf(port, TimeProvider.System).StartingAsync(TestContext.Current.CancellationToken);
        Assert.False(starting.IsCompleted);

        using var broker = new TcpListener(IPAddress.Loopback, port);
        broker.Start();
        await starting;

        Assert.True(broker.Pending());
    }

    [Fact]
    public async Task A_broker_that_never_comes_is_left_to_the_messaging_to_report()
    {
        var time = new FakeTimeProvider();
        var begin = time.GetUtcNow();

        var starting = AwaitOf(FreePort(), time).StartingAsync(TestContext.Current.CancellationToken);
        while (!starting.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(250));
            await Task.Yield();
        }

        await starting;
        Assert.True(time.GetUtcNow() - begin > TimeSpan.FromMinutes(2));
    }

    private static BrokerAwait AwaitOf(int port, TimeProvider time) =>
        new(new ConnectionFactory { Uri = new Uri($"amqp://127.0.0.1:{port}") }, time, NullLogger<BrokerAwait>.Instance);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
