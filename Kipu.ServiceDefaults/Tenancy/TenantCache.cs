using Microsoft.Extensions.DependencyInjection;
using ZiggyCreatures.Caching.Fusion;
using ZiggyCreatures.Caching.Fusion.Events;

namespace Kipu.ServiceDefaults;

/// <summary>
/// Tenant look-ups at memory speed: this process's memory, then <see cref="ITenantDirectory"/>.
/// Whoever changes a tenant removes it here; the Redis backplane tells every other process within milliseconds,
/// and an entry that a lost message left behind expires after <see cref="Lifetime"/>.
/// </summary>
public sealed class TenantCache : IDisposable
{
    /// <summary>How long a revoked credential can survive the loss of the backplane.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);

    private readonly IFusionCache _cache;
    private readonly IServiceScopeFactory _scopes;

    /// <summary>Waits until the others are told.</summary>
    private readonly FusionCacheEntryOptions _everywhere;

    private long _changes;

    public TenantCache(IFusionCache cache, IServiceScopeFactory scopes)
    {
        (_cache, _scopes) = (cache, scopes);
        _everywhere = cache.CreateEntryOptions(options =>
        {
            options.SkipBackplaneNotifications = false;
            options.AllowBackgroundBackplaneOperations = false;
        });
        cache.Events.Backplane.MessageReceived += OnMessage;
    }

    public ValueTask<CodeOwner?> FindCodeAsync(string codeHash, CancellationToken cancellationToken) =>
        FindAsync(CodeKey(codeHash), codeHash, static (directory, hash, token) => directory.FindCodeAsync(hash, token), cancellationToken);

    public ValueTask<ApiKeyOwner?> FindApiKeyAsync(string keyHash, CancellationToken cancellationToken) =>
        FindAsync(ApiKeyKey(keyHash), keyHash, static (directory, hash, token) => directory.FindApiKeyAsync(hash, token), cancellationToken);

    public ValueTask<TenantSnapshot?> FindOrganizationAsync(Guid organizationId, CancellationToken cancellationToken) =>
        FindAsync(
            OrganizationKey(organizationId), organizationId, static (directory, id, token) => directory.FindOrganizationAsync(id, token), cancellationToken);

    public ValueTask<TenantMember?> FindMemberAsync(Guid organizationId, Guid userId, CancellationToken cancellationToken) =>
        FindAsync(
            MemberKey(organizationId, userId), (Organization: organizationId, User: userId),
            static (directory, of, token) => directory.FindMemberAsync(of.Organization, of.User, token), cancellationToken);

    public ValueTask ForgetCodeAsync(string codeHash, CancellationToken cancellationToken) =>
        ForgetAsync(CodeKey(codeHash), cancellationToken);

    public ValueTask ForgetApiKeyAsync(string keyHash, CancellationToken cancellationToken) =>
        ForgetAsync(ApiKeyKey(keyHash), cancellationToken);

    public ValueTask ForgetOrganizationAsync(Guid organizationId, CancellationToken cancellationToken) =>
        ForgetAsync(OrganizationKey(organizationId), cancellationToken);

    public ValueTask ForgetMemberAsync(Guid organizationId, Guid userId, CancellationToken cancellationToken) =>
        ForgetAsync(MemberKey(organizationId, userId), cancellationToken);

    public void Dispose() => _cache.Events.Backplane.MessageReceived -= OnMessage;

    private static string CodeKey(string codeHash) => $"tenant:code:{codeHash}";

    private static string ApiKeyKey(string keyHash) => $"tenant:api-key:{keyHash}";

    private static string OrganizationKey(Guid organizationId) => $"tenant:organization:{organizationId}";

    private static string MemberKey(Guid organizationId, Guid userId) => $"tenant:member:{organizationId}:{userId}";

    private async ValueTask ForgetAsync(string key, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _changes);
        await _cache.RemoveAsync(key, _everywhere, cancellationToken);
    }

    /// <summary>
    /// The cache removes what it is told to by itself. That is done once more after the count, so that what a look-up began to read before
    /// the change either is removed here or finds that the count has moved.
    /// </summary>
    private void OnMessage(object? sender, FusionCacheBackplaneMessageEventArgs message)
    {
        Interlocked.Increment(ref _changes);
        if (message.Message.CacheKey is { } key) _cache.Remove(key);
    }

    private ValueTask<T?> FindAsync<TWhat, T>(
        string key, TWhat what, Func<ITenantDirectory, TWhat, CancellationToken, Task<T?>> find, CancellationToken cancellationToken) where T : class =>
        // Nearly every request finds what it looks for in memory: a bare look there costs half of what a look that could go on does.
        _cache.TryGet<T?>(key, token: cancellationToken) is { HasValue: true, Value: { } known }
            ? new(known)
            : FetchAsync(key, what, find, cancellationToken);

    private async ValueTask<T?> FetchAsync<TWhat, T>(
        string key, TWhat what, Func<ITenantDirectory, TWhat, CancellationToken, Task<T?>> find, CancellationToken cancellationToken) where T : class
    {
        var changes = Interlocked.Read(ref _changes);
        try
        {
            return await _cache.GetOrSetAsync<T?>(
                key,
                async (context, token) =>
                {
                    // This lives as long as the process, and a directory's database context as long as one question.
                    await using var scope = _scopes.CreateAsyncScope();
                    var found = await find(scope.ServiceProvider.GetRequiredService<ITenantDirectory>(), what, token);

                    // What isn't there may be there a moment later: a code that was just bought must not be refused from memory.
                    if (found is null) context.Options.SetSkipMemoryCacheWrite();
                    return found;
                },
                token: cancellationToken);
        }
        finally
        {
            // What was read while something changed may be from before the change, and its removal too early to have met it.
            if (Interlocked.Read(ref _changes) != changes) await _cache.RemoveAsync(key, token: CancellationToken.None);
        }
    }
}
