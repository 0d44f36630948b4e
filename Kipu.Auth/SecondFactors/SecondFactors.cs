using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Kipu.Auth;

/// <summary>Checks codes of second factors and uses them up. Works within the user's organization.</summary>
internal sealed class SecondFactors(AuthDbContext db, Totps totps, OrganizationCodes codes, GuessThrottle throttle, TimeProvider time)
{
    public const int RecoveryCodeCount = 10;

    // 32^10 of them, as organization codes; written in two halves.
    private const int RecoveryCodeLength = 10;
    private const int Digits = 6;

    public Task<SecondFactor?> FindAsync(Guid userId, CancellationToken cancellationToken) =>
        db.SecondFactors.AsNoTracking().SingleOrDefaultAsync(f => f.UserId == userId, cancellationToken);

    public async Task<bool> IsEnabledAsync(Guid userId, CancellationToken cancellationToken) =>
        await FindAsync(userId, cancellationToken) is { EnabledAt: not null };

    /// <summary>Keeps a secret that waits to be verified, in place of one that waited before.</summary>
    /// <returns>False when a verified one is there.</returns>
    public async Task<bool> TryBeginAsync(User user, byte[] secret, CancellationToken cancellationToken)
    {
        // One statement: of two that begin at once the later one counts, as when one follows the other.
        var protectedSecret = totps.Protect(secret);
        return await db.Database.ExecuteSqlAsync(
            $"""
            insert into second_factors (organization_id, user_id, protected_secret) values ({user.OrganizationId}, {user.Id}, {protectedSecret})
            on conflict (organization_id, user_id) do update set protected_secret = excluded.protected_secret
            where second_factors.enabled_at is null
            """,
            cancellationToken) == 1;
    }

    /// <summary>Takes a code of the app or a recovery code. The attempt is counted first; five wrong ones in a row close the way for a while.</summary>
    /// <returns>How it went, and how long to wait when that is <see cref="CodeCheck.Throttled"/>.</returns>
    public async Task<(CodeCheck Check, TimeSpan Wait)> TryAsync(SecondFactor factor, string code, CancellationToken cancellationToken)
    {
        if (await throttle.TakeAsync(GuessLimit.SecondFactor, factor.UserId.ToString()) is { } wait) return (CodeCheck.Throttled, wait);

        var text = string.Concat(code.Where(c => c is not (' ' or '-')));
        var check = text.Length == Digits && text.All(char.IsAsciiDigit)
            ? await TryAppAsync(factor, text, cancellationToken)
            : await TryRecoveryAsync(factor, text, cancellationToken);
        if (check is not CodeCheck.Wrong) await throttle.ForgetAsync(GuessLimit.SecondFactor, factor.UserId.ToString());
        return (check, default);
    }

    /// <summary>Replaces the user's recovery codes; the caller saves. Only here they can be read.</summary>
    public async Task<IReadOnlyList<string>> RenewRecoveryCodesAsync(SecondFactor factor, CancellationToken cancellationToken)
    {
        db.RecoveryCodes.RemoveRange(await db.RecoveryCodes.Where(c => c.UserId == factor.UserId).ToListAsync(cancellationToken));
        var fresh = Enumerable.Range(0, RecoveryCodeCount)
            .Select(_ => RandomNumberGenerator.GetString(OrganizationCodes.Alphabet, RecoveryCodeLength)).ToList();
        db.RecoveryCodes.AddRange(fresh.Select(code => new RecoveryCode
        {
            OrganizationId = factor.OrganizationId,
            UserId = factor.UserId,
            CodeHash = HashOf(factor.UserId, code),
        }));
        return [.. fresh.Select(code => $"{code[..(RecoveryCodeLength / 2)]}-{code[(RecoveryCodeLength / 2)..]}")];
    }

    private async Task<CodeCheck> TryAppAsync(SecondFactor factor, string code, CancellationToken cancellationToken)
    {
        if (totps.StepOf(factor, code) is not { } step) return CodeCheck.Wrong;

        // One atomic update: of two who send the same code at once, one is served.
        var taken = await db.SecondFactors.Where(f => f.UserId == factor.UserId && (f.LastStep == null || f.LastStep < step))
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.LastStep, step), cancellationToken);
        return taken == 1 ? CodeCheck.App : CodeCheck.Wrong;
    }

    private async Task<CodeCheck> TryRecoveryAsync(SecondFactor factor, string code, CancellationToken cancellationToken)
    {
        var hash = HashOf(factor.UserId, code.ToUpperInvariant());
        var now = time.GetUtcNow();
        var taken = await db.RecoveryCodes.Where(c => c.UserId == factor.UserId && c.CodeHash == hash && c.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.UsedAt, now), cancellationToken);
        return taken == 1 ? CodeCheck.Recovery : CodeCheck.Wrong;
    }

    // A colon is in no organization code: the two kinds of hash never meet.
    private string HashOf(Guid userId, string code) => codes.Hash($"recovery:{userId}:{code}");
}

/// <summary>What a code turned out to be.</summary>
internal enum CodeCheck
{
    Wrong,
    App,
    Recovery,
    Throttled,
}
