using Microsoft.EntityFrameworkCore;

namespace Kipu.Auth;

/// <summary>Where every service's tenant look-ups end: codes, organizations and members as the database has them.</summary>
internal sealed class AuthDirectory(AuthDbContext db) : ITenantDirectory
{
    public Task<CodeOwner?> FindCodeAsync(string codeHash, CancellationToken cancellationToken) => db.LookUpAsync(
        "a code's hash is what names the tenant",
        context => context.Codes.AsNoTracking().Where(c => c.CodeHash == codeHash && c.OrganizationId != null)
            .Select(c => new CodeOwner(c.OrganizationId!.Value, c.ValidUntil)).SingleOrDefaultAsync(cancellationToken),
        cancellationToken);

    public async Task<ApiKeyOwner?> FindApiKeyAsync(string keyHash, CancellationToken cancellationToken)
    {
        var key = await db.LookUpAsync(
            "an API key's hash is what names the tenant",
            context => context.ApiKeys.AsNoTracking().SingleOrDefaultAsync(k => k.KeyHash == keyHash && k.RevokedAt == null, cancellationToken),
            cancellationToken);
        return key?.ToOwner();
    }

    public async Task<TenantSnapshot?> FindOrganizationAsync(Guid organizationId, CancellationToken cancellationToken)
    {
        using var scope = TenantScope.EnterOrganization(organizationId);
        var organization = await db.Organizations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == organizationId, cancellationToken);
        return organization?.ToSnapshot();
    }

    public async Task<TenantMember?> FindMemberAsync(Guid organizationId, Guid userId, CancellationToken cancellationToken)
    {
        using var scope = TenantScope.EnterOrganization(organizationId);
        return await db.Users.AsNoTracking().Where(u => u.OrganizationId == organizationId && u.Id == userId)
            .Select(u => new TenantMember(u.Id, u.Role)).SingleOrDefaultAsync(cancellationToken);
    }
}
