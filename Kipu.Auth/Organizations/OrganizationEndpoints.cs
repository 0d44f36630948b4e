using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Wolverine.EntityFrameworkCore;

namespace Kipu.Auth;

internal static class OrganizationEndpoints
{
    public static void MapOrganizations(this IEndpointRouteBuilder routes)
    {
        var organizations = routes.MapGroup("/api/organizations").WithTags("Organizations");
        organizations.MapPost("/validate-code", ValidateCode).AllowPublic("Tells of a code only to who holds it.")
            .ProducesError(CommonErrors.ValidationFailed, OrganizationErrors.InvalidCode, OrganizationErrors.CodeUnclaimed)
            .ThrottleCodes(OrganizationErrors.InvalidCode);
        organizations.MapCreateFromCode();
        organizations.MapGet("/current", Current).RequireTenant();
        organizations.MapPatch("/current", Update).RequireTenant().RequireRole(Role.Admin).ProducesError(CommonErrors.ValidationFailed);
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

    /// <summary>Changes the organization's name or language.</summary>
    public static async Task<Ok<OrganizationDetails>> Update(
        UpdateOrganizationRequest request, TenantContext tenant, AuthDbContext db, IDbContextOutbox<AuthDbContext> outbox, AuditLog audit,
        CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var before = await db.Organizations.AsNoTracking().SingleAsync(o => o.Id == tenant.OrganizationId, cancellationToken);
        var (name, language) = (request.Name?.Trim() ?? before.Name, request.Language ?? before.Language);

        // By SQL, since a seat that is taken at the same time changes the row too.
        await db.Organizations.Where(o => o.Id == tenant.OrganizationId).ExecuteUpdateAsync(
            set => set.SetProperty(o => o.Name, name).SetProperty(o => o.Language, language), cancellationToken);
        if (name != before.Name) audit.Record(tenant.OrganizationId, AuditActions.SettingsChanged, tenant.UserId, $"name: {name}");
        if (language != before.Language) audit.Record(tenant.OrganizationId, AuditActions.SettingsChanged, tenant.UserId, $"language: {language}");
        await outbox.PublishAsync(new TenantChanged(tenant.OrganizationId, []));
        var after = await db.Organizations.AsNoTracking().SingleAsync(o => o.Id == tenant.OrganizationId, cancellationToken);
        await outbox.SaveChangesAndFlushMessagesAsync(cancellationToken);
        return TypedResults.Ok(after.ToDetails());
    }
}
