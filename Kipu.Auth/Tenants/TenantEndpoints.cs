using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kipu.Auth;

/// <summary>What other services ask Auth about a tenant that their cache doesn't know.</summary>
internal static class TenantEndpoints
{
    public static void MapTenants(this IEndpointRouteBuilder routes)
    {
        var tenants = routes.MapInternal();
        tenants.MapGet("/codes/{codeHash}", FindCode);
        tenants.MapGet("/api-keys/{keyHash}", FindApiKey);
        tenants.MapGet("/organizations/{id:guid}", FindOrganization);
        tenants.MapGet("/organizations/{id:guid}/members/{userId:guid}", FindMember);
        tenants.MapGet("/users/count", CountUsers);
    }

    public static async Task<Results<Ok<CodeOwner>, ProblemHttpResult>> FindCode(
        string codeHash, ITenantDirectory directory, CancellationToken cancellationToken) =>
        Found(await directory.FindCodeAsync(codeHash, cancellationToken));

    public static async Task<Results<Ok<ApiKeyOwner>, ProblemHttpResult>> FindApiKey(
        string keyHash, ITenantDirectory directory, CancellationToken cancellationToken) =>
        Found(await directory.FindApiKeyAsync(keyHash, cancellationToken));

    public static async Task<Results<Ok<TenantSnapshot>, ProblemHttpResult>> FindOrganization(
        Guid id, ITenantDirectory directory, CancellationToken cancellationToken) =>
        Found(await directory.FindOrganizationAsync(id, cancellationToken));

    public static async Task<Results<Ok<TenantMember>, ProblemHttpResult>> FindMember(
        Guid id, Guid userId, ITenantDirectory directory, CancellationToken cancellationToken) =>
        Found(await directory.FindMemberAsync(id, userId, cancellationToken));

    /// <summary>How many of its plan's users the organization of the call has.</summary>
    public static async Task<Results<Ok<UserCount>, ProblemHttpResult>> CountUsers(AuthDbContext db, CancellationToken cancellationToken) =>
        await db.Organizations.AsNoTracking()
            .SingleOrDefaultAsync(o => o.Id == TenantScope.OrganizationId, cancellationToken) is { } organization
            ? TypedResults.Ok(new UserCount(organization.Users))
            : CommonErrors.NotFound.ToProblem();

    private static Results<Ok<T>, ProblemHttpResult> Found<T>(T? found) where T : class =>
        found is null ? CommonErrors.NotFound.ToProblem() : TypedResults.Ok(found);
}
