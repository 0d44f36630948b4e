using Kipu.ServiceDefaults;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ZiggyCreatures.Caching.Fusion;

namespace Kipu.Tests;

/// <summary>Two caches over the same Redis, as two services have, and all that is looked up in them.</summary>
public sealed class TenantCacheTests(KipuSystem kipu)
{
    // Well under the time after which an entry ends by itself.
    private static readonly TimeSpan Soon = TenantCache.Lifetime / 3;

    private static readonly Dictionary<string, LookUp> LookUps = new()
    {
        ["code"] = new(
            async (cache, id) => await cache.FindCodeAsync($"{id:N}", default), (cache, id) => cache.ForgetCodeAsync($"{id:N}", default)),
        ["API key"] = new(
            async (cache, id) => await cache.FindApiKeyAsync($"{id:N}", default), (cache, id) => cache.ForgetApiKeyAsync($"{id:N}", default)),
        ["organization"] = new(
            async (cache, id) => await cache.FindOrganizationAsync(id, default), (cache, id) => cache.ForgetOrganizationAsync(id, default)),
        ["member"] = new(
            async (cache, id) => await cache.FindMemberAsync(Guid.Empty, id, default), (cache, id) => cache.ForgetMemberAsync(Guid.Empty, id, default)),
    };

    private readonly HeldDirectory _directory = new();
    private readonly Guid _id = Guid.NewGuid();

    public static TheoryData<string> Kinds => [.. LookUps.Keys];

    public static TheoryData<string, bool> KindsAndPlaces => new(LookUps.Keys.SelectMany(kind => new[] { (kind, true), (kind, false) }));

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_one_service_forgets_another_asks_for_again(string kind)
    {
        var lookUp = LookUps[kind];
        using var here = await StartAsync();
        using var there = await StartAsync();
        await HearAsync(lookUp, here, there, Guid.NewGuid());
        _directory.Answer();
        Assert.NotNull(await lookUp.Find(CacheOf(here), _id));
        Assert.NotNull(await lookUp.Find(CacheOf(there), _id));
        _directory.IsKnown = false;

        await HearAsync(lookUp, here, there, _id);

        // At once, not when what was found a second ago counts no more.
        Assert.Null(await lookUp.Find(CacheOf(here), _id));
        Assert.Null(await lookUp.Find(CacheOf(there), _id));
    }

    [Theory]
    [MemberData(nameof(KindsAndPlaces))]
    public async Task What_was_read_before_it_was_revoked_is_not_kept(string kind, bool revokedHere)
    {
        var lookUp = LookUps[kind];
        using var here = await StartAsync();
        using var there = await StartAsync();
        await HearAsync(lookUp, here, there, Guid.NewGuid());
        var reading = lookUp.Find(CacheOf(here), _id);
        await _directory.Asked;
        _directory.IsKnown = false;

        if (revokedHere) await lookUp.Forget(CacheOf(here), _id);
        else await HearAsync(lookUp, here, there, _id);
        _directory.Answer();
        Assert.NotNull(await reading);

        await Eventually.TrueAsync(async () => await lookUp.Find(CacheOf(here), _id) is null, Soon);
    }

    private static TenantCache CacheOf(IHost service) => service.Services.GetRequiredService<TenantCache>();

    /// <summary>Tells of a change there until it was heard here: a cache that was just made has yet to subscribe.</summary>
    private static async Task HearAsync(LookUp lookUp, IHost here, IHost there, Guid changed)
    {
        var heard = new TaskCompletionSource();
        _ = CacheOf(here);
        here.Services.GetRequiredService<IFusionCache>().Events.Backplane.MessageReceived += (_, told) =>
        {
            var key = told.Message.CacheKey ?? "";
            if (key.EndsWith($"{changed:N}", StringComparison.Ordinal) || key.EndsWith($"{changed}", StringComparison.Ordinal)) heard.TrySetResult();
        };
        await Eventually.TrueAsync(async () =>
        {
            await lookUp.Forget(CacheOf(there), changed);
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

    /// <summary>How one kind of thing is found and forgotten.</summary>
    private sealed record LookUp(Func<TenantCache, Guid, Task<object?>> Find, Func<TenantCache, Guid, ValueTask> Forget);

    /// <summary>Knows whatever it is asked for, or nothing any more; and answers what was so when it was asked, once it may.</summary>
    private sealed class HeldDirectory : ITenantDirectory
    {
        private readonly TaskCompletionSource _asked = new();
        private readonly TaskCompletionSource _answer = new();

        public bool IsKnown { get; set; } = true;

        public Task Asked => _asked.Task;

        public void Answer() => _answer.SetResult();

        public Task<CodeOwner?> FindCodeAsync(string codeHash, CancellationToken cancellationToken) =>
            AnswerAsync(new CodeOwner(Guid.NewGuid(), ValidUntil: null));

        public Task<ApiKeyOwner?> FindApiKeyAsync(string keyHash, CancellationToken cancellationToken) =>
            AnswerAsync(new ApiKeyOwner(Guid.NewGuid(), Guid.NewGuid(), [ApiKeyScope.Read], ValidUntil: null));

        public Task<TenantSnapshot?> FindOrganizationAsync(Guid organizationId, CancellationToken cancellationToken) =>
            AnswerAsync(new TenantSnapshot(organizationId, "Café del Sur", Plan.Free, OrganizationStatus.Active));

        public Task<TenantMember?> FindMemberAsync(Guid organizationId, Guid userId, CancellationToken cancellationToken) =>
            AnswerAsync(new TenantMember(userId, Role.User));

        private async Task<T?> AnswerAsync<T>(T known) where T : class
        {
            var answer = IsKnown ? known : null;
            _asked.TrySetResult();
            await _answer.Task;
            return answer;
        }
    }
}
