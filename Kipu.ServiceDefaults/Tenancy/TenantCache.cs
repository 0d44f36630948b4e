using Microsoft.Extensions.DependencyInjection;
using ZiggyCreatures.Caching.Fusion;

namespace Kipu.ServiceDefaults;

/// <summary>
/// Tenant look-ups at memory speed: this process's memory, then Redis, then <see cref="ITenantDirectory"/>.
/// Whoever changes a tenant removes it here; the Redis backplane tells every other process within milliseconds,
/// and an entry that a lost message left behind expires after <see cref="Lifetime"/>.
/// </summary>
public sealed class TenantCache(IFusionCache cache, IServiceScopeFactory scopes)
{
    /// <summary>How long a revoked credential can survive the loss of the backplane.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);

    private readonly FusionCacheEntryOptions _memoryOnly = cache.CreateEntryOptions(options => options.SetSkipDistributedCache(true, true));

    /// <summary>Waits until it is gone from Redis and the others are told.</summary>
    private readonly FusionCacheEntryOptions _everywhere = cache.CreateEntryOptions(options =>
    {
        options.AllowBackgroundDistributedCacheOperations = false;
        options.AllowBackgroundBackplaneOperations = false;
        options.DistributedCacheSoftTimeout = Timeout.InfiniteTimeSpan;
        options.DistributedCacheHardTimeout = TimeSpan.FromSeconds(2);
    });

    public ValueTask<CodeOwner?> FindCodeAsync(string codeHash, CancellationToken cancellationToken) =>
        FindAsync(CodeKey(codeHash), (directory, token) => directory.FindCodeAsync(codeHash, token), cancellationToken);

    public ValueTask<ApiKeyOwner?> FindApiKeyAsync(string keyHash, CancellationToken cancellationToken) =>
        FindAsync(ApiKeyKey(keyHash), (directory, token) => directory.FindApiKeyAsync(keyHash, token), cancellationToken);

    public ValueTask<TenantSnapshot?> FindOrganizationAsync(Guid organizationId, CancellationToken cancellationToken) =>
        FindAsync(OrganizationKey(organizationId), (directory, token) => directory.FindOrganizationAsync(organizationId, token), cancellationToken);

    public ValueTask<TenantMember?> FindMemberAsync(Guid organizationId, Guid userId, CancellationToken cancellationToken) =>
        FindAsync(MemberKey(organizationId, userId), (directory, token) => directory.FindMemberAsync(organizationId, userId, token), cancellationToken);

    public ValueTask ForgetCodeAsync(string codeHash, CancellationToken cancellationToken) =>
        ForgetAsync(CodeKey(codeHash), cancellationToken);

    public ValueTask ForgetApiKeyAsync(string keyHash, CancellationToken cancellationToken) =>
        ForgetAsync(ApiKeyKey(keyHash), cancellationToken);

    public ValueTask ForgetOrganizationAsync(Guid organizationId, CancellationToken cancellationToken) =>
        ForgetAsync(OrganizationKey(organizationId), cancellationToken);

    public ValueTask ForgetMemberAsync(Guid organizationId, Guid userId, CancellationToken cancellationToken) =>
        ForgetAsync(MemberKey(organizationId, userId), cancellationToken);

    private static string CodeKey(string codeHash) => $"tenant:code:{codeHash}";

    private static string ApiKeyKey(string keyHash) => $"tenant:api-key:{keyHash}";

    private static string OrganizationKey(Guid organizationId) => $"tenant:organization:{organizationId}";

    private static string MemberKey(Guid organizationId, Guid userId) => $"tenant:member:{organizationId}:{userId}";

    private async ValueTask ForgetAsync(string key, CancellationToken cancellationToken)
    {
        await cache.RemoveAsync(key, _everywhere, cancellationToken);
        // A request that came before it was gone from Redis has brought it back into this memory.
        await cache.RemoveAsync(key, _memoryOnly, cancellationToken);
    }

    private ValueTask<T?> FindAsync<T>(
        string key, Func<ITenantDirectory, CancellationToken, Task<T?>> find, CancellationToken cancellationToken) where T : class =>
        // Nearly every request finds what it looks for in memory: a bare look there costs half of what a look that could go on does.
        cache.TryGet<T?>(key, _memoryOnly, cancellationToken) is { HasValue: true, Value: { } known } ? new(known) : FetchAsync(key, find, cancellationToken);

    private ValueTask<T?> FetchAsync<T>(
        string key, Func<ITenantDirectory, CancellationToken, Task<T?>> find, CancellationToken cancellationToken) where T : class =>
        cache.GetOrSetAsync<T?>(
            key,
            async (context, token) =>
            {
                // The factory may outlive the request that began it, so it brings its own services.
                await using var scope = scopes.CreateAsyncScope();
                var found = await find(scope.ServiceProvider.GetRequiredService<ITenantDirectory>(), token);

                // What isn't there may be there a moment later: a code that was just bought must not be refused from memory.
                if (found is null) context.Options.SetSkipMemoryCacheWrite(true).SetSkipDistributedCacheWrite(true, true);
                return found;
            },
            token: cancellationToken);
}
