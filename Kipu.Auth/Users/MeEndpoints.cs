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
        me.MapGet("/", Me).AllowEnrolling();
        me.MapPatch("/", UpdateMe).AllowSuspended().ProducesError(CommonErrors.ValidationFailed);
    }

    /// <summary>Who the caller is, with their organization, its limits and its usage.</summary>
    public static async Task<Results<Ok<MeResponse>, ProblemHttpResult>> Me(
        ClaimsPrincipal caller, AuthDbContext db, CancellationToken cancellationToken) =>
        await db.FindCallerAsync(caller, cancellationToken) is { } user
            ? TypedResults.Ok(await AnswerAsync(user, db, cancellationToken))
            : UserErrors.UserRequired.ToProblem();

    /// <summary>Changes the caller's name, language, theme or what they want mail about.</summary>
    public static async Task<Results<Ok<MeResponse>, ProblemHttpResult>> UpdateMe(
        UpdateMeRequest request, ClaimsPrincipal caller, AuthDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindCallerAsync(caller, cancellationToken) is not { } user) return UserErrors.UserRequired.ToProblem();

        user.Name = request.Name ?? user.Name;
        user.Locale = request.Locale ?? user.Locale;
        user.Theme = request.Theme ?? user.Theme;
        user.NotifiesAnalysisReady = request.Notifications?.AnalysisReady ?? user.NotifiesAnalysisReady;
        user.NotifiesFailures = request.Notifications?.Failures ?? user.NotifiesFailures;
        if (request.Notifications?.WeeklyTasks is { } weekly) user.WeeklyTasksSince = weekly ? user.WeeklyTasksSince ?? time.GetUtcNow() : null;
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(await AnswerAsync(user, db, cancellationToken));
    }

    private static async Task<MeResponse> AnswerAsync(User user, AuthDbContext db, CancellationToken cancellationToken)
    {
        var organization = await db.Organizations.AsNoTracking().SingleAsync(o => o.Id == user.OrganizationId, cancellationToken);
        return new(user.ToInfo(), organization.ToInfo(), organization.Limits, organization.Usage, user.ToPreferences());
    }
}
