using Kipu.ServiceDefaults;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ZiggyCreatures.Caching.Fusion;

namespace Kipu.Tests;

/// <summary>Two caches over the same Redis, as two services have.</summary>
public sealed class TenantCacheTests(KipuSystem kipu)
{
    // Well under the time after which an entry ends by itself.
    private static readonly TimeSpan Soon = TenantCache.Lifetime / 3;

    private readonly HeldDirectory _directory = new();
    private readonly string _code = $"{Guid.NewGuid():N}";

    [Fact]
    public async Task What_one_service_forgets_another_asks_for_again()
    {
        using var here = await StartAsync();
        using var there = await StartAsync();
        await HearAsync(here, there, mark: $"{Guid.NewGuid():N}");
        _directory.Answer();
        Assert.NotNull(await FindAsync(here));
        Assert.NotNull(await FindAsync(there));
        _directory.Owner = null;

        await ForgetAsync(there, _code);

        await Eventually.TrueAsync(async () => await FindAsync(here) is null, Soon);
        Assert.Null(await FindAsync(there));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_read_before_it_was_revoked_is_not_kept(bool revokedHere)
    {
        using var here = await StartAsync();
        using var there = await StartAsync();
        await HearAsync(here, there, mark: $"{Guid.NewGuid():N}");
        var reading = FindAsync(here);
        await _directory.Asked;
        _directory.Owner = null;

        if (revokedHere) await ForgetAsync(here, _code);
        else await HearAsync(here, there, _code);
        _directory.Answer();
        Assert.NotNull(await reading);

        await Eventually.TrueAsync(async () => await FindAsync(here) is null, Soon);
    }

    private async Task<CodeOwner?> FindAsync(IHost service) =>
        await service.Services.GetRequiredService<TenantCache>().FindCodeAsync(_code, TestContext.Current.CancellationToken);

    private static async Task ForgetAsync(IHost service, string code) =>
        await service.Services.GetRequiredService<TenantCache>().ForgetCodeAsync(code, TestContext.Current.CancellationToken);

    /// <summary>Tells of a change there until it was heard here: a cache that was just made has yet to subscribe.</summary>
    private static async Task HearAsync(IHost here, IHost there, string mark)
    {
        var heard = new TaskCompletionSource();
        _ = here.Services.GetRequiredService<TenantCache>();
        here.Services.GetRequiredService<IFusionCache>().Events.Backplane.MessageReceived += (_, told) =>
        {
            if (told.Message.CacheKey?.EndsWith(mark, StringComparison.Ordinal) is true) heard.TrySetResult();
        };
        await Eventually.TrueAsync(async () =>
        {
            await ForgetAsync(there, mark);
            return heard.Task.IsCompleted;
        });
    }

    private async Task<IHost> StartAsync()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:redis", await kipu.GetConnectionStringAsync("redis"))]);
        builder.Logging.ClearProviders();
        builder.AddKipuCache();
        builder.Services.AddSingleton<ITenantDirectory>(_directory);
        builder.Services.AddSingleton<TenantCache>();
        return builder.Build();
    }

    /// <summary>Knows one code, and answers what was so when it was asked.</summary>
    private sealed class HeldDirectory : ITenantDirectory
    {
        private readonly TaskCompletionSource _asked = new();
        private readonly TaskCompletionSource _answer = new();

        public CodeOwner? Owner { get; set; } = new(Guid.CreateVersion7(), ValidUntil: null);

        public Task Asked => _asked.Task;

        public void Answer() => _answer.SetResult();

        public async Task<CodeOwner?> FindCodeAsync(string codeHash, CancellationToken cancellationToken)
        {
            var owner = Owner;
            _asked.TrySetResult();
            await _answer.Task.WaitAsync(cancellationToken);
            return owner;
        }

        public Task<ApiKeyOwner?> FindApiKeyAsync(string keyHash, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<TenantSnapshot?> FindOrganizationAsync(Guid organizationId, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<TenantMember?> FindMemberAsync(Guid organizationId, Guid userId, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
