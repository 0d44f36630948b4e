using System.Diagnostics;

namespace Kipu.Tests;

[Collection(Chaos.Name)]
public sealed class KillTests(KipuSystem kipu)
{
    private const int Orders = 600;

    /// <summary>Twelve SIGKILLs at random over publisher and consumers, and one of the broker in the middle.</summary>
    [Fact]
    public async Task Messages_have_their_effect_once_whatever_is_killed_while_they_travel()
    {
        await using var probe = await MessagingProbe.CreateAsync(kipu);
        probe.Start("publisher", MessagingProbe.Publishing, ("Probe__Orders", $"{Orders}"), ("Probe__PerSecond", "20"));
        await KipuSystem.WaitUntilAsync(() => probe.IsReadyAsync(MessagingProbe.Publishing), "the publisher has made its tables");
        probe.Start("consumer", MessagingProbe.Consuming, ("Probe__ListenTo", "payments"));
        probe.Start("other consumer", MessagingProbe.Consuming, ("Probe__ListenTo", "payments"));
        await KipuSystem.WaitUntilAsync(() => probe.IsReadyAsync(MessagingProbe.Consuming), "a consumer has made its tables");
        await KipuSystem.WaitUntilAsync(async () => await probe.CountAsync(MessagingProbe.Consuming, "count(*) from effects") > 0, "messages travel");

        await KillAtRandomAsync(probe, times: 6);
        await kipu.KillAsync("rabbitmq");
        await KillAtRandomAsync(probe, times: 2);
        await kipu.StartAsync("rabbitmq");
        await KillAtRandomAsync(probe, times: 4);

        await KipuSystem.WaitUntilAsync(
            async () => await probe.CountAsync(MessagingProbe.Publishing, "count(*) from orders") == Orders, "all orders are committed");
        await KipuSystem.WaitUntilAsync(
            async () => await probe.CountAsync(MessagingProbe.Consuming, "count(distinct order_id) from effects") == Orders,
            "each message has had its effect");
        await KipuSystem.WaitUntilAsync(
            async () => await probe.CountAsync(MessagingProbe.Publishing, "count(*) from wolverine.wolverine_outgoing_envelopes") == 0,
            "the outbox is empty");
        Assert.Equal(Orders, await probe.CountAsync(MessagingProbe.Consuming, "count(*) from effects"));
        Assert.Equal(0, await probe.CountAsync(MessagingProbe.Consuming, "count(*) from wolverine.wolverine_dead_letters"));
        Assert.Equal(0, await probe.CountDeadLettersInTheBrokerAsync());
    }

    /// <summary>Kills at moments that progress sets, so that each kill hits messages on their way.</summary>
    private static async Task KillAtRandomAsync(MessagingProbe probe, int times)
    {
        string[] victims = ["publisher", "consumer", "other consumer"];
        for (var i = 0; i < times; i++)
        {
            var since = Stopwatch.StartNew();
            var pause = TimeSpan.FromMilliseconds(Random.Shared.Next(500, 3000));
            await KipuSystem.WaitUntilAsync(() => Task.FromResult(since.Elapsed > pause), "a random moment has come");
            probe.KillAndRestart(victims[Random.Shared.Next(victims.Length)]);
        }
    }
}
