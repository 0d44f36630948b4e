namespace Kipu.Tests;

[Collection(OwnSystems.Name)]
public sealed class SideBySideTests(KipuSystem kipu)
{
    [Fact]
    public async Task A_second_system_beside_the_first_has_its_own_servers_and_data()
    {
        await kipu.App;
        using var state = new StateFolder();
        await using var second = await BackendsOnly.StartAsync(state.Path);
        await using var theirs = await second.OpenRedisAsync();
        await using var ours = await StackExchange.Redis.ConnectionMultiplexer.ConnectAsync(await kipu.GetConnectionStringAsync("redis"));

        await theirs.GetDatabase().StringSetAsync("side-by-side", "theirs");

        Assert.True((await ours.GetDatabase().StringGetAsync("side-by-side")).IsNull);
        Assert.NotEqual(theirs.GetEndPoints(), ours.GetEndPoints());
    }
}
