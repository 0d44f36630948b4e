using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Kipu.ServiceDefaults;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Kipu.Tests;

public sealed class BrokerAwaitTests
{
    private const string Proxied = "DispatchProxy derives a class from it.";

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task A_service_that_starts_before_its_broker_waits_for_it()
    {
        var broker = Broker.Create(refusals: 3);
        var begin = _time.GetUtcNow();

        await StartAsync(broker);

        Assert.Equal(4, ((Broker)broker).Attempts);
        Assert.True(_time.GetUtcNow() - begin < TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_broker_that_never_comes_is_left_to_the_messaging_to_report()
    {
        var begin = _time.GetUtcNow();

        await StartAsync(Broker.Create(refusals: int.MaxValue));

        Assert.True(_time.GetUtcNow() - begin > TimeSpan.FromMinutes(2));
    }

    private async Task StartAsync(IConnectionFactory broker)
    {
        var starting = new BrokerAwait(broker, _time, NullLogger<BrokerAwait>.Instance).StartingAsync(TestContext.Current.CancellationToken);
        while (!starting.IsCompleted)
        {
            _time.Advance(TimeSpan.FromMilliseconds(250));
            await Task.Yield();
        }

        await starting;
    }

    /// <summary>Refuses the first connections, and then takes one.</summary>
    [SuppressMessage("Performance", "CA1852", Justification = Proxied)]
    private class Broker : DispatchProxy
    {
        private int _refusals;

        public int Attempts { get; private set; }

        public static IConnectionFactory Create(int refusals)
        {
            var factory = Create<IConnectionFactory, Broker>();
            ((Broker)factory)._refusals = refusals;
            return factory;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (targetMethod?.Name != nameof(IConnectionFactory.CreateConnectionAsync)) throw new NotSupportedException(targetMethod?.Name);
            if (Attempts++ < _refusals) throw new BrokerUnreachableException(new IOException());
            return Task.FromResult(Create<IConnection, Connection>());
        }
    }

    [SuppressMessage("Performance", "CA1852", Justification = Proxied)]
    private class Connection : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            targetMethod?.Name == nameof(IAsyncDisposable.DisposeAsync)
                ? ValueTask.CompletedTask
                : throw new NotSupportedException(targetMethod?.Name);
    }
}
