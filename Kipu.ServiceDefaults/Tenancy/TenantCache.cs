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

    private readonly FusionCacheEntryOptions _memoryOnly = cache.CreateEntryOptions(options => options.SetSkipDistributedCacheRead(true));

    /// <summary>Each look-up in this process's memory alone: what a request pays that is not its caller's first. Null when it isn't there.</summary>
    public CodeOwner? KnownCode(string codeHash) => Known<CodeOwner>(CodeKey(codeHash));

    /// <inheritdoc cref="KnownCode"/>
    public ApiKeyOwner? KnownApiKey(string keyHash) => Known<ApiKeyOwner>(ApiKeyKey(keyHash));

    /// <inheritdoc cref="KnownCode"/>
    public TenantSnapshot? KnownOrganization(Guid organizationId) => Known<TenantSnapshot>(OrganizationKey(organizationId));

    /// <inheritdoc cref="KnownCode"/>
    public TenantMember? KnownMember(Guid organizationId, Guid userId) => Known<TenantMember>(MemberKey(organizationId, userId));

    public ValueTask<CodeOwner?> FindCodeAsync(string codeHash, CancellationToken cancellationToken) =>
        FindAsync(CodeKey(codeHash), (directory, token) => directory.FindCodeAsync(codeHash, token), cancellationToken);

    public ValueTask<ApiKeyOwner?> FindApiKeyAsync(string keyHash, CancellationToken cancellationToken) =>
        FindAsync(ApiKeyKey(keyHash), (directory, token) => directory.FindApiKeyAsync(keyHash, token), cancellationToken);

    public ValueTask<TenantSnapshot?> FindOrganizationAsync(Guid organizationId, CancellationToken cancellationToken) =>
        FindAsync(OrganizationKey(organizationId), (directory, token) => directory.FindOrganizationAsync(organizationId, token), cancellationToken);

    public ValueTask<TenantMember?> FindMemberAsync(Guid organizationId, Guid userId, CancellationToken cancellationToken) =>
        FindAsync(MemberKey(organizationId, userId), (directory, token) => directory.FindMemberAsync(organizationId, userId, token), cancellationToken);

    public ValueTask ForgetCodeAsync(string codeHash, CancellationToken cancellationToken) =>
        cache.RemoveAsync(CodeKey(codeHash), token: cancellationToken);

    public ValueTask ForgetApiKeyAsync(string keyHash, CancellationToken cancellationToken) =>
        cache.RemoveAsync(ApiKeyKey(keyHash), token: cancellationToken);

    public ValueTask ForgetOrganizationAsync(Guid organizationId, CancellationToken cancellationToken) =>
        cache.RemoveAsync(OrganizationKey(organizationId), token: cancellationToken);

    public ValueTask ForgetMemberAsync(Guid organizationId, Guid userId, CancellationToken cancellationToken) =>
        cache.RemoveAsync(MemberKey(organizationId, userId), token: cancellationToken);

    private static string CodeKey(string codeHash) => $"tenant:code:{codeHash}";

    private static string ApiKeyKey(string keyHash) => $"tenant:api-key:{keyHash}";

    private static string OrganizationKey(Guid organizationId) => $"tenant:organization:{organizationId}";

    private static string MemberKey(Guid organizationId, Guid userId) => $"tenant:member:{organizationId}:{userId}";

    private T? Known<T>(string key) where T : class => cache.TryGet<T?>(key, _memoryOnly).GetValueOrDefault(null);

    private ValueTask<T?> FindAsync<T>(
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
