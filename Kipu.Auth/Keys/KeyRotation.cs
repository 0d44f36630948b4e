using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Kipu.Auth;

/// <summary>Makes signing keys, brings a successor's turn forward, and retires a key that leaked. One replica at a time.</summary>
internal sealed partial class KeyRotation(
    AuthDbContext db, IDataProtectionProvider protection, KeyNews news, TimeProvider time, ILogger<KeyRotation> logger)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Kipu.Auth.SigningKey");

    public ECDsa Open(SigningKey key)
    {
        var pair = ECDsa.Create();
        pair.ImportPkcs8PrivateKey(_protector.Unprotect(key.ProtectedPrivateKey), out _);
        return pair;
    }

    /// <summary>The plan for now, with the keys that it lacks made and stored.</summary>
    public Task<KeyPlan> KeepAsync(CancellationToken cancellationToken) => ChangeAsync(_ => { }, cancellationToken);

    /// <summary>The successor signs from now on; the key before it is published until its last token has ended.</summary>
    public Task<KeyPlan> RotateAsync(CancellationToken cancellationToken) =>
        ChangeAsync(keys => Advance(keys, time.GetUtcNow()), cancellationToken);

    /// <summary>No token of this key counts any more. If it was the one that signs, its successor takes over.</summary>
    /// <returns>Null when there is no such key.</returns>
    public async Task<KeyPlan?> RetireAsync(string id, CancellationToken cancellationToken)
    {
        var known = false;
        var plan = await ChangeAsync(
            keys =>
            {
                if (keys.Find(k => k.Id == id) is not { } key) return;
                known = true;
                var now = time.GetUtcNow();
                var signs = KeyPlan.Of(keys, now).Signing == key;
                key.RetiredAt ??= now;
                if (signs) Advance(keys, now);
                LogRetired(logger, id);
            },
            cancellationToken);
        return known ? plan : null;
    }

    private static void Advance(List<SigningKey> keys, DateTimeOffset now)
    {
        if (keys.Where(k => k.RetiredAt is null && k.SignsAt > now).MinBy(k => k.SignsAt) is { } successor) successor.SignsAt = now;
    }

    private async Task<KeyPlan> ChangeAsync(Action<List<SigningKey>> change, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('signing-keys'))", cancellationToken);
        var keys = await db.SigningKeys.ToListAsync(cancellationToken);
        change(keys);
        var now = time.GetUtcNow();
        while (KeyPlan.Of(keys, now).SuccessorDue is { } due)
        {
            var key = Make(now, due);
            keys.Add(key);
            db.SigningKeys.Add(key);
        }

        var changed = db.ChangeTracker.HasChanges();
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (changed) await news.TellAsync();
        return KeyPlan.Of(keys, now);
    }

    private SigningKey Make(DateTimeOffset now, DateTimeOffset signsAt)
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var key = new SigningKey
        {
            Id = Guid.CreateVersion7(now).ToString(),
            PublicKey = pair.ExportSubjectPublicKeyInfo(),
            ProtectedPrivateKey = _protector.Protect(pair.ExportPkcs8PrivateKey()),
            CreatedAt = now,
            SignsAt = signsAt,
        };
        LogMade(logger, key.Id, signsAt);
        return key;
    }

    [LoggerMessage(LogLevel.Information, "Made signing key {KeyId}; it signs from {SignsAt}")]
    private static partial void LogMade(ILogger logger, string keyId, DateTimeOffset signsAt);

    [LoggerMessage(LogLevel.Warning, "Retired signing key {KeyId}: its tokens count no more")]
    private static partial void LogRetired(ILogger logger, string keyId);
}
