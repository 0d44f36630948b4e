using Kipu.ServiceDefaults;
using Microsoft.Extensions.Logging.Abstractions;
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
        var keys = Create(FetchAsync);

        await keys.GetConfigurationAsync(default);
        await keys.GetConfigurationAsync(default);
        Assert.Equal(1, _fetches);

        _time.Advance(PublishedKeys.Lifetime);
        await keys.GetConfigurationAsync(default);
        Assert.Equal(2, _fetches);
    }

    [Fact]
    public async Task Old_ones_go_on_while_new_ones_are_fetched()
    {
        var answer = new TaskCompletionSource<OpenIdConnectConfiguration>();
        var keys = Create(_ => _fetches++ == 0 ? Task.FromResult(new OpenIdConnectConfiguration()) : answer.Task);
        var old = await keys.GetConfigurationAsync(default);

        _time.Advance(PublishedKeys.Lifetime);
        Assert.Same(old, await keys.GetConfigurationAsync(default));
        Assert.Same(old, await keys.GetConfigurationAsync(default));
        Assert.Equal(2, _fetches);

        var fresh = new OpenIdConnectConfiguration();
        answer.SetResult(fresh);
        Assert.Same(fresh, await keys.GetConfigurationAsync(default));
    }

    [Fact]
    public async Task Those_that_nobody_asked_for_in_long_are_not_used_without_another_look()
    {
        var keys = Create(FetchAsync);
        var old = await keys.GetConfigurationAsync(default);

        _time.Advance(2 * PublishedKeys.Lifetime);

        Assert.NotSame(old, await keys.GetConfigurationAsync(default));
    }

    [Fact]
    public async Task A_change_is_noticed_however_soon_it_comes_after_another()
    {
        var keys = Create(FetchAsync);
        await keys.GetConfigurationAsync(default);

        keys.Change();
        await keys.GetConfigurationAsync(default);
        keys.Change();
        await keys.GetConfigurationAsync(default);

        Assert.Equal(3, _fetches);
    }

    [Fact]
    public async Task What_a_fetch_brings_is_not_used_when_it_changed_meanwhile()
    {
        var answer = new TaskCompletionSource<OpenIdConnectConfiguration>();
        var keys = Create(_ => _fetches++ == 0 ? answer.Task : FetchAsync(default));
        var request = keys.GetConfigurationAsync(default);

        keys.Change();
        var old = new OpenIdConnectConfiguration();
        answer.SetResult(old);

        Assert.NotSame(old, await request);
    }

    [Fact]
    public async Task Tokens_with_unknown_keys_have_them_fetched_once_a_second_at_most()
    {
        var keys = Create(FetchAsync);
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
        var keys = Create(_ => away ? throw new IOException("away") : FetchAsync(default));
        var known = await keys.GetConfigurationAsync(default);

        away = true;
        keys.Change();
        Assert.Same(known, await keys.GetConfigurationAsync(default));

        away = false;
        _time.Advance(PublishedKeys.Pause);
        await keys.GetConfigurationAsync(default);
        Assert.NotSame(known, await keys.GetConfigurationAsync(default));
    }

    [Fact]
    public async Task While_Auth_hangs_requests_wait_for_one_fetch_together_and_go_on_with_the_known_ones()
    {
        var hangs = false;
        var keys = Create(token => hangs ? HangAsync(token) : FetchAsync(token));
        var known = await keys.GetConfigurationAsync(default);

        hangs = true;
        keys.Change();
        Task<OpenIdConnectConfiguration>[] waiting = [keys.GetConfigurationAsync(default), keys.GetConfigurationAsync(default)];
        Assert.DoesNotContain(waiting, request => request.IsCompleted);
        _time.Advance(PublishedKeys.Patience);

        Assert.All(await Task.WhenAll(waiting), keys => Assert.Same(known, keys));
        Assert.Equal(2, _fetches);
        Assert.Same(known, await keys.GetConfigurationAsync(default));
    }

    [Fact]
    public async Task Without_any_the_failure_is_told_and_the_next_request_asks_again()
    {
        var away = true;
        var keys = Create(_ => away ? throw new IOException("away") : FetchAsync(default));

        await Assert.ThrowsAsync<IOException>(() => keys.GetConfigurationAsync(default));

        away = false;
        Assert.NotNull(await keys.GetConfigurationAsync(default));
    }

    [Fact]
    public async Task Without_any_a_hanging_Auth_is_told_as_a_timeout()
    {
        var keys = Create(HangAsync);

        var request = keys.GetConfigurationAsync(default);
        _time.Advance(PublishedKeys.Patience);

        await Assert.ThrowsAsync<TimeoutException>(() => request);
    }

    private PublishedKeys Create(Func<CancellationToken, Task<OpenIdConnectConfiguration>> fetch) =>
        new(fetch, _time, NullLogger<PublishedKeys>.Instance);

    private async Task<OpenIdConnectConfiguration> HangAsync(CancellationToken cancellationToken)
    {
        _fetches++;
        await Task.Delay(Timeout.InfiniteTimeSpan, _time, cancellationToken);
        throw new InvalidOperationException("Nobody waits this long.");
    }

    private Task<OpenIdConnectConfiguration> FetchAsync(CancellationToken cancellationToken)
    {
        _fetches++;
        return Task.FromResult(new OpenIdConnectConfiguration());
    }
}
