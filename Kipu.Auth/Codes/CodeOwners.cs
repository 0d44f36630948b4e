using Microsoft.EntityFrameworkCore;

namespace Kipu.Auth;

/// <summary>Tells whose a code is that somebody typed, or why it is of no use to them.</summary>
internal sealed class CodeOwners(AuthDbContext db, TenantCache tenants, OrganizationCodes codes, TimeProvider time)
{
    public async Task<(CodeOwner? Owner, ApiError? Refusal)> FindAsync(string? text, CancellationToken cancellationToken)
    {
        if (!OrganizationCodes.TryNormalize(text, out var code)) return (null, OrganizationErrors.InvalidCode);

        var hash = codes.Hash(code);
        var now = time.GetUtcNow();
        if (await tenants.FindCodeAsync(hash, cancellationToken) is { } owner)
        {
            return owner.ValidUntil is null || now < owner.ValidUntil ? (owner, null) : (null, OrganizationErrors.InvalidCode);
        }

        var waiting = await db.LookUpAsync(
            "a bought code waits without an organization",
            context => context.Codes.AsNoTracking()
                .SingleOrDefaultAsync(c => c.CodeHash == hash && c.OrganizationId == null, cancellationToken),
            cancellationToken);
        return (null, waiting?.IsValid(now) is true ? OrganizationErrors.CodeUnclaimed : OrganizationErrors.InvalidCode);
    }
}
