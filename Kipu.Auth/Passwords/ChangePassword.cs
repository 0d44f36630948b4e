using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kipu.Auth;

/// <summary>A signed-in user's own change of their password.</summary>
internal static class ChangePasswordEndpoint
{
    /// <summary>Who found an unlocked device can't guess on.</summary>
    private static readonly GuessLimit Guesses = new("old-password", 10, TimeSpan.FromMinutes(15));

    public static void MapChangePassword(this IEndpointRouteBuilder auth) =>
        auth.MapPost("/password", ChangePassword).RequireTenant().AllowSuspended().ProducesError(
            CommonErrors.ValidationFailed, UserErrors.UserRequired, UserErrors.WeakPassword, PasswordErrors.WrongPassword,
            CommonErrors.TooManyAttempts);

    /// <summary>Changes the caller's password. Their other sessions end, this one goes on.</summary>
    /// <remarks>Access tokens of the ended sessions run out within ten minutes.</remarks>
    public static async Task<Results<NoContent, ProblemHttpResult>> ChangePassword(
        ChangePasswordRequest request, HttpContext context, ClaimsPrincipal caller, AuthDbContext db, GuessThrottle throttle, Passwords passwords,
        CommonPasswords common, AuditLog audit, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindCallerAsync(caller, cancellationToken) is not { } user) return UserErrors.UserRequired.ToProblem();
        if (await throttle.TakeAsync(Guesses, $"{user.Id}") is { } wait) return context.TooManyAttempts(wait);
        await db.EndReadingAsync();
        if (!await passwords.VerifyAsync(user.PasswordHash, request.CurrentPassword, cancellationToken)) return PasswordErrors.WrongPassword.ToProblem();
        if (common.Contains(request.NewPassword, user.Email)) return UserErrors.WeakPassword.ToProblem();

        await throttle.ForgetAsync(Guesses, $"{user.Id}");
        user.PasswordHash = await passwords.HashAsync(request.NewPassword, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        audit.Record(user.OrganizationId, AuditActions.PasswordChanged, user.Id);
        await db.SaveChangesAsync(cancellationToken);
        await db.EndSessionsAsync(user.Id, except: AccessToken.From(caller)!.SessionId, time.GetUtcNow(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
