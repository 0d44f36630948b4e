using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Kipu.Auth;

/// <summary>The keys of access tokens, as this process knows them: read from the database every five minutes, and when another changed them.</summary>
internal sealed class SigningKeys(IServiceScopeFactory scopes, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Reload = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _turn = new(1);
    private volatile Loaded? _loaded;
    private long _changes;

    /// <summary>What a token that is issued now is signed with.</summary>
    public async Task<SigningCredentials> CurrentAsync(CancellationToken cancellationToken) => (await LoadAsync(cancellationToken)).Current;

    /// <summary>The public keys of all tokens that can be valid, now or soon.</summary>
    public async Task<IReadOnlyList<ECDsaSecurityKey>> PublishedAsync(CancellationToken cancellationToken) =>
        (await LoadAsync(cancellationToken)).Published;

    /// <summary>Reads them anew at the next question.</summary>
    public void Forget() => Interlocked.Increment(ref _changes);

    public void Dispose() => _turn.Dispose();

    private async Task<Loaded> LoadAsync(CancellationToken cancellationToken)
    {
        if (_loaded is { } loaded && IsCurrent(loaded)) return loaded;

        await _turn.WaitAsync(cancellationToken);
        try
        {
            return _loaded is { } other && IsCurrent(other) ? other : _loaded = await ReadAsync(cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    private bool IsCurrent(Loaded loaded) => loaded.Changes == Interlocked.Read(ref _changes) && time.GetUtcNow() < loaded.Until;

    private async Task<Loaded> ReadAsync(CancellationToken cancellationToken)
    {
        // Before the keys: what changes while they are read makes them old at once.
        var changes = Interlocked.Read(ref _changes);
        await using var scope = scopes.CreateAsyncScope();
        var rotation = scope.ServiceProvider.GetRequiredService<KeyRotation>();
        var plan = await rotation.KeepAsync(cancellationToken);
        var signing = plan.Signing!;
        var credentials = new SigningCredentials(
            new ECDsaSecurityKey(rotation.Open(signing)) { KeyId = signing.Id }, SecurityAlgorithms.EcdsaSha256);

        // The successor's turn may come before the next reading.
        var now = time.GetUtcNow();
        var until = plan.Published.Where(k => k.SignsAt > now).Select(k => k.SignsAt).Append(now + Reload).Min();
        return new(credentials, [.. plan.Published.Select(PublicKeyOf)], changes, until);
    }

    private static ECDsaSecurityKey PublicKeyOf(SigningKey stored)
    {
        var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(stored.PublicKey, out _);
        return new(key) { KeyId = stored.Id };
    }

    private sealed record Loaded(SigningCredentials Current, IReadOnlyList<ECDsaSecurityKey> Published, long Changes, DateTimeOffset Until);
}
