using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kipu.Auth;

internal static class OrganizationEndpoints
{
    public static void MapOrganizations(this IEndpointRouteBuilder routes)
    {
        var organizations = routes.MapGroup("/api/organizations").WithTags("Organizations");
        organizations.MapPost("/validate-code", ValidateCode).AllowPublic("Tells of a code only to who holds it.")
            .ProducesError(CommonErrors.ValidationFailed, OrganizationErrors.InvalidCode, OrganizationErrors.CodeUnclaimed);
        organizations.MapCreateFromCode();
        organizations.MapGet("/current", Current).RequireTenant();
    }

    /// <summary>Tells which organization a code belongs to.</summary>
    public static async Task<Results<Ok<ValidateCodeResponse>, ProblemHttpResult>> ValidateCode(
        ValidateCodeRequest request, CodeOwners owners, TenantCache tenants, CancellationToken cancellationToken)
    {
        var (owner, refusal) = await owners.FindAsync(request.Code, cancellationToken);
        if (owner is null) return refusal!.ToProblem();

        return await tenants.FindOrganizationAsync(owner.OrganizationId, cancellationToken) is { } found
            ? TypedResults.Ok(new ValidateCodeResponse(true, new(found.OrganizationId, found.Name, found.Plan, found.Status)))
            : OrganizationErrors.InvalidCode.ToProblem();
    }

    /// <summary>The caller's organization, with the limits of its plan and what it uses of them.</summary>
    public static async Task<Ok<OrganizationDetails>> Current(TenantContext tenant, AuthDbContext db, CancellationToken cancellationToken)
    {
        var organization = await db.Organizations.AsNoTracking().SingleAsync(o => o.Id == tenant.OrganizationId, cancellationToken);
        return TypedResults.Ok(organization.ToDetails());
    }
}
