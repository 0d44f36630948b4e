using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kipu.Auth;

/// <summary>What an organization demands of its members' sign-ins.</summary>
internal static class SecurityEndpoints
{
    public static void MapSecurity(this IEndpointRouteBuilder routes)
    {
        var security = routes.MapGroup("/api/organizations/current/security").WithTags("Organizations").RequireTenant();
        security.MapGet("/", Security);
        security.MapPut("/", ChangeSecurity).RequireRole(Role.Owner).ProducesError(CommonErrors.ValidationFailed);
    }

    /// <summary>Whether members need a second factor.</summary>
    public static async Task<Ok<OrganizationSecurity>> Security(TenantContext tenant, AuthDbContext db, CancellationToken cancellationToken)
    {
        var organization = await db.Organizations.AsNoTracking().SingleAsync(o => o.Id == tenant.OrganizationId, cancellationToken);
        return TypedResults.Ok(new OrganizationSecurity(organization.RequireSecondFactor));
    }

    /// <summary>Requires a second factor of all members, or no longer.</summary>
    /// <remarks>
    /// A member without one is signed in only far enough to set it up: at once at their next sign-in, and within ten minutes, when their
    /// access token ends, in sessions that exist already. Sign-ins by the organization's own identity provider are left to that provider.
    /// </remarks>
    public static async Task<Ok<OrganizationSecurity>> ChangeSecurity(
        OrganizationSecurity request, TenantContext tenant, AuthDbContext db, AuditLog audit, CancellationToken cancellationToken)
    {
        // By SQL, since reservations of users change the row meanwhile.
        var required = request.RequireSecondFactor!.Value;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Organizations.Where(o => o.Id == tenant.OrganizationId)
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.RequireSecondFactor, required), cancellationToken);
        audit.Record(tenant.OrganizationId, AuditActions.SettingsChanged, tenant.UserId, $"require second factor: {required}");
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(request);
    }
}
