using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kipu.Auth;

/// <summary>The signed-in user's own profile. Needs a bearer token: a code with x-user-id names a user and proves nothing.</summary>
internal static class MeEndpoints
{
    public static void MapMe(this IEndpointRouteBuilder routes)
    {
        var me = routes.MapGroup("/api/auth/me").WithTags("Auth").RequireTenant().ProducesError(UserErrors.UserRequired);
        me.MapGet("/", Me);
        me.MapPatch("/", UpdateMe).ProducesError(CommonErrors.ValidationFailed);
    }

    /// <summary>Who the caller is, with their organization, its limits and its usage.</summary>
    public static async Task<Results<Ok<MeResponse>, ProblemHttpResult>> Me(
        ClaimsPrincipal caller, AuthDbContext db, CancellationToken cancellationToken) =>
        await FindAsync(caller, db, cancellationToken) is { } user
            ? TypedResults.Ok(await AnswerAsync(user, db, cancellationToken))
            : UserErrors.UserRequired.ToProblem();

    /// <summary>Changes the caller's name or language.</summary>
    public static async Task<Results<Ok<MeResponse>, ProblemHttpResult>> UpdateMe(
        UpdateMeRequest request, ClaimsPrincipal caller, AuthDbContext db, CancellationToken cancellationToken)
    {
        if (await FindAsync(caller, db, cancellationToken) is not { } user) return UserErrors.UserRequired.ToProblem();

        user.Name = request.Name ?? user.Name;
        user.Locale = request.Locale ?? user.Locale;
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(await AnswerAsync(user, db, cancellationToken));
    }

    private static async Task<User?> FindAsync(ClaimsPrincipal caller, AuthDbContext db, CancellationToken cancellationToken) =>
        AccessToken.From(caller) is { } token ? await db.Users.SingleOrDefaultAsync(u => u.Id == token.UserId, cancellationToken) : null;

    private static async Task<MeResponse> AnswerAsync(User user, AuthDbContext db, CancellationToken cancellationToken)
    {
        var organization = await db.Organizations.AsNoTracking().SingleAsync(o => o.Id == user.OrganizationId, cancellationToken);
        return new(user.ToInfo(), organization.ToInfo(), organization.Limits, organization.Usage);
    }
}
