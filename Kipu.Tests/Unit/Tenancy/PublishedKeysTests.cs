using Kipu.ServiceDefaults;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Kipu.Tests;

public sealed class PublishedKeysTests
{
    private readonly FakeTimeProvider _time = new();
    private int _fetches;

    [Fact]
    public async Task They_are_fetched_once_until_they_are_old()
    {
        using var keys = new PublishedKeys(FetchAsync, _time);

        await keys.GetConfigurationAsync(default);
        await keys.GetConfigurationAsync(default);
        Assert.Equal(1, _fetches);

        _time.Advance(PublishedKeys.Lifetime);
        await keys.GetConfigurationAsync(default);
        Assert.Equal(2, _fetches);
    }

    [Fact]
    public async Task A_change_is_noticed_however_soon_it_comes_after_another()
    {
        using var keys = new PublishedKeys(FetchAsync, _time);
        await keys.GetConfigurationAsync(default);

        keys.Change();
        await keys.GetConfigurationAsync(default);
        keys.Change();
        await keys.GetConfigurationAsync(default);

        Assert.Equal(3, _fetches);
    }

    [Fact]
    public async Task A_change_during_a_fetch_makes_what_it_brings_old()
    {
        var answer = new TaskCompletionSource<OpenIdConnectConfiguration>();
        using var keys = new PublishedKeys(_ => _fetches++ == 0 ? answer.Task : FetchAsync(default), _time);
        var first = keys.GetConfigurationAsync(default);

        keys.Change();
        answer.SetResult(new());
        await first;

        Assert.NotSame(await first, await keys.GetConfigurationAsync(default));
    }

    [Fact]
    public async Task Tokens_with_unknown_keys_have_them_fetched_once_a_second_at_most()
    {
        using var keys = new PublishedKeys(FetchAsync, _time);
        await keys.GetConfigurationAsync(default);

        keys.RequestRefresh();
        await keys.GetConfigurationAsync(default);
        Assert.Equal(1, _fetches);

        _time.Advance(PublishedKeys.Pause);
        keys.RequestRefresh();
        await keys.GetConfigurationAsync(default);
        Assert.Equal(2, _fetches);
    }

    [Fact]
    public async Task While_Auth_is_away_the_known_ones_hold_and_it_is_asked_again_soon()
    {
        var away = false;
        using var keys = new PublishedKeys(_ => away ? throw new IOException("away") : FetchAsync(default), _time);
        var known = await keys.GetConfigurationAsync(default);

        away = true;
        keys.Change();
        Assert.Same(known, await keys.GetConfigurationAsync(default));

        away = false;
        _time.Advance(PublishedKeys.Pause);
        Assert.NotSame(known, await keys.GetConfigurationAsync(default));
    }

    [Fact]
    public async Task Without_any_the_failure_is_told()
    {
        using var keys = new PublishedKeys(_ => throw new IOException("away"), _time);

        await Assert.ThrowsAsync<IOException>(() => keys.GetConfigurationAsync(default));
    }

    private Task<OpenIdConnectConfiguration> FetchAsync(CancellationToken cancellationToken)
    {
        _fetches++;
        return Task.FromResult(new OpenIdConnectConfiguration());
    }
}
