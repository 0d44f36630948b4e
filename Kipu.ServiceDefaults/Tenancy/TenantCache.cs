using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using ZiggyCreatures.Caching.Fusion;
using ZiggyCreatures.Caching.Fusion.Events;

namespace Kipu.ServiceDefaults;

/// <summary>
/// Tenant look-ups at memory speed: this process's memory, then <see cref="ITenantDirectory"/>.
/// Whoever changes a tenant removes it here; the Redis backplane tells every other process within milliseconds,
/// and an entry that a lost message left behind expires a second after <see cref="Lifetime"/>.
/// </summary>
public sealed class TenantCache : IDisposable
{
    /// <summary>How long a revoked credential can survive the loss of the backplane.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);

    private readonly IFusionCache _cache;
    private readonly IServiceScopeFactory _scopes;

    /// <summary>Waits until the others are told.</summary>
    private readonly FusionCacheEntryOptions _everywhere;

    private readonly Kind<string, CodeOwner> _codes = new(CodeKey, static (directory, hash, token) => directory.FindCodeAsync(hash, token));

    private readonly Kind<string, ApiKeyOwner> _apiKeys = new(ApiKeyKey, static (directory, hash, token) => directory.FindApiKeyAsync(hash, token));

    private readonly Kind<Guid, TenantSnapshot> _organizations = new(
        OrganizationKey, static (directory, id, token) => directory.FindOrganizationAsync(id, token));

    private readonly Kind<(Guid Organization, Guid User), TenantMember> _members = new(
        of => MemberKey(of.Organization, of.User), static (directory, of, token) => directory.FindMemberAsync(of.Organization, of.User, token));

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
        FindAsync(_codes, codeHash, cancellationToken);

    public ValueTask<ApiKeyOwner?> FindApiKeyAsync(string keyHash, CancellationToken cancellationToken) =>
        FindAsync(_apiKeys, keyHash, cancellationToken);

    public ValueTask<TenantSnapshot?> FindOrganizationAsync(Guid organizationId, CancellationToken cancellationToken) =>
        FindAsync(_organizations, organizationId, cancellationToken);

    public ValueTask<TenantMember?> FindMemberAsync(Guid organizationId, Guid userId, CancellationToken cancellationToken) =>
        FindAsync(_members, (organizationId, userId), cancellationToken);

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
        Interlocked.Increment(ref _changes);
    }

    /// <summary>
    /// The cache removes what it is told to by itself. That is done once more after the count, so that what a look-up began to read before
    /// the change either is removed here or finds that the count has moved; and counted again, for what was found between the two.
    /// </summary>
    private void OnMessage(object? sender, FusionCacheBackplaneMessageEventArgs message)
    {
        Interlocked.Increment(ref _changes);
        if (message.Message.CacheKey is { } key) _cache.Remove(key);
        Interlocked.Increment(ref _changes);
    }

    /// <remarks>Nearly every request asks for what one just before it asked for, and is spared the look into the cache.</remarks>
    private ValueTask<T?> FindAsync<TWhat, T>(Kind<TWhat, T> kind, TWhat what, CancellationToken cancellationToken)
        where TWhat : notnull where T : class
    {
        var changes = Interlocked.Read(ref _changes);
        return kind.Latest.Find(what, changes) is { } known ? new(known) : FetchAsync(kind, what, changes, cancellationToken);
    }

    private async ValueTask<T?> FetchAsync<TWhat, T>(Kind<TWhat, T> kind, TWhat what, long changes, CancellationToken cancellationToken)
        where TWhat : notnull where T : class
    {
        var key = kind.KeyOf(what);
        try
        {
            var found = await _cache.GetOrSetAsync<T?>(
                key,
                async (context, token) =>
                {
                    // This lives as long as the process, and a directory's database context as long as one question.
                    await using var scope = _scopes.CreateAsyncScope();
                    var found = await kind.Find(scope.ServiceProvider.GetRequiredService<ITenantDirectory>(), what, token);

                    // What isn't there may be there a moment later: a code that was just bought must not be refused from memory.
                    if (found is null) context.Options.SetSkipMemoryCacheWrite();
                    return found;
                },
                token: cancellationToken);
            if (found is not null) kind.Latest.Note(what, found, changes);
            return found;
        }
        finally
        {
            // What was read while something changed may be from before the change, and its removal too early to have met it.
            if (Interlocked.Read(ref _changes) != changes) await _cache.RemoveAsync(key, token: CancellationToken.None);
        }
    }

    /// <summary>One kind of what is looked up.</summary>
    private sealed class Kind<TWhat, T>(Func<TWhat, string> keyOf, Func<ITenantDirectory, TWhat, CancellationToken, Task<T?>> find)
        where TWhat : notnull where T : class
    {
        public Latest<TWhat, T> Latest { get; } = new();

        public Func<TWhat, string> KeyOf => keyOf;

        public Func<ITenantDirectory, TWhat, CancellationToken, Task<T?>> Find => find;
    }

    /// <summary>What was found within the last second. It holds as long as nothing whatever has changed.</summary>
    private sealed class Latest<TWhat, T> where TWhat : notnull where T : class
    {
        private const int Most = 10_000;
        private const long Milliseconds = 1000;

        private readonly ConcurrentDictionary<TWhat, Entry> _entries = new();

        public T? Find(TWhat what, long changes) =>
            _entries.TryGetValue(what, out var entry) && entry.Changes == changes && Environment.TickCount64 - entry.At < Milliseconds
                ? entry.Found
                : null;

        public void Note(TWhat what, T found, long changes)
        {
            if (_entries.Count >= Most) _entries.Clear();
            _entries[what] = new(found, changes, Environment.TickCount64);
        }

        private sealed record Entry(T Found, long Changes, long At);
    }
}
