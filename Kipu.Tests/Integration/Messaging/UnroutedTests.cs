using Kipu.ServiceDefaults;
using RabbitMQ.Client;

namespace Kipu.Tests;

public sealed class UnroutedTests(KipuSystem kipu)
{
    [Fact]
    public async Task A_message_without_a_listener_is_kept_where_operators_see_it()
    {
        await kipu.App;
        var factory = new ConnectionFactory { Uri = new Uri(await kipu.GetConnectionStringAsync("rabbitmq")) };
        await using var connection = await factory.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();

        await channel.BasicPublishAsync(MessageRoutes.Exchange, "NobodyListens", "{}"u8.ToArray());

        BasicGetResult? kept = null;
        await KipuSystem.WaitUntilAsync(
            async () => (kept = await channel.BasicGetAsync(MessageRoutes.UnroutedQueue, autoAck: true)) is not null, "the message is in the queue");
        Assert.Equal("NobodyListens", kept!.RoutingKey);
    }
}
