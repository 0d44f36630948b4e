using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;

namespace Kipu.Auth;

/// <summary>
/// The keys of access tokens, shared by all replicas through the database. A key serves 90 days; its successor is published
/// a day before it signs, so that every service knows it by then.
/// </summary>
internal sealed class SigningKeys(IServiceScopeFactory scopes, IDataProtectionProvider protection, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Service = TimeSpan.FromDays(90);
    private static readonly TimeSpan Notice = TimeSpan.FromDays(1);
    private static readonly TimeSpan Reload = TimeSpan.FromMinutes(5);

    private readonly IDataProtector _protector = protection.CreateProtector("Kipu.Auth.SigningKey");
    private readonly SemaphoreSlim _turn = new(1);
    private volatile Loaded? _loaded;

    /// <summary>What a token that is issued now is signed with.</summary>
    public async Task<SigningCredentials> CurrentAsync(CancellationToken cancellationToken) => (await LoadAsync(cancellationToken)).Current;

    /// <summary>The public keys of all tokens that can still be valid.</summary>
    public async Task<IReadOnlyList<ECDsaSecurityKey>> PublishedAsync(CancellationToken cancellationToken) =>
        (await LoadAsync(cancellationToken)).Published;

    public void Dispose() => _turn.Dispose();

    private async Task<Loaded> LoadAsync(CancellationToken cancellationToken)
    {
        if (_loaded is { } loaded && time.GetUtcNow() < loaded.Until) return loaded;

        await _turn.WaitAsync(cancellationToken);
        try
        {
            return _loaded is { } other && time.GetUtcNow() < other.Until ? other : _loaded = await ReadAsync(cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<Loaded> ReadAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AuthDbContext>();
        var now = time.GetUtcNow();
        var keys = await db.SigningKeys.AsNoTracking().Where(k => k.CreatedAt > now - Service - Notice - Notice)
            .OrderBy(k => k.CreatedAt).ToListAsync(cancellationToken);
        if (keys.Count == 0 || keys[^1].CreatedAt + Service < now) keys.Add(await AddAsync(now, cancellationToken));

        var signing = keys.FindLast(k => k.CreatedAt + Notice <= now) ?? keys[0];
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(_protector.Unprotect(signing.ProtectedPrivateKey), out _);
        var credentials = new SigningCredentials(new ECDsaSecurityKey(key) { KeyId = signing.Id }, SecurityAlgorithms.EcdsaSha256);
        return new(credentials, [.. keys.Select(PublicKeyOf)], now + Reload);
    }

    /// <summary>Makes a key, unless another replica did so at the same time.</summary>
    private async Task<SigningKey> AddAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AuthDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('signing-keys'))", cancellationToken);
        var theirs = await db.SigningKeys.Where(k => k.CreatedAt + Service >= now)
            .OrderByDescending(k => k.CreatedAt).FirstOrDefaultAsync(cancellationToken);
        if (theirs is not null) return theirs;

        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var key = new SigningKey
        {
            Id = Guid.CreateVersion7(now).ToString(),
            PublicKey = pair.ExportSubjectPublicKeyInfo(),
            ProtectedPrivateKey = _protector.Protect(pair.ExportPkcs8PrivateKey()),
            CreatedAt = now,
        };
        db.SigningKeys.Add(key);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return key;
    }

    private static ECDsaSecurityKey PublicKeyOf(SigningKey stored)
    {
        var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(stored.PublicKey, out _);
        return new(key) { KeyId = stored.Id };
    }

    private sealed record Loaded(SigningCredentials Current, IReadOnlyList<ECDsaSecurityKey> Published, DateTimeOffset Until);
}
