using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kipu.Auth;

/// <summary>Sets a password by a mailed link: after it was lost, or for the first time.</summary>
internal static class ResetPasswordEndpoint
{
    public static void MapResetPassword(this IEndpointRouteBuilder auth) =>
        auth.MapPost("/password/reset", Reset).AllowPublic("The mailed token is the credential, and works once.")
            .ProducesError(CommonErrors.ValidationFailed, UserErrors.WeakPassword, MailedTokenExtensions.InvalidLink);

    /// <summary>Sets the password of the user whom the link was mailed to. All their sessions and other links of this kind end.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> Reset(
        ResetPasswordRequest request, AuthDbContext db, Passwords passwords, CommonPasswords common, AuditLog audit, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (!TenantToken.TryReadOrganization(request.Token, out var organizationId)) return MailedTokenExtensions.InvalidLink.ToProblem();

        var now = time.GetUtcNow();
        using var tenant = TenantScope.EnterOrganization(organizationId);
        // Looked at first: who has no link can't have passwords hashed.
        if (!await db.KnowsMailedTokenAsync(request.Token, MailedTokenPurpose.SetPassword, now, cancellationToken))
        {
            return MailedTokenExtensions.InvalidLink.ToProblem();
        }

        await db.EndReadingAsync();
        var passwordHash = await passwords.HashAsync(request.Password, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var user = await db.TakeMailedTokenAsync(request.Token, MailedTokenPurpose.SetPassword, now, cancellationToken);
        if (user is null) return MailedTokenExtensions.InvalidLink.ToProblem();
        // The transaction ends with the refusal, so the link still works for a better password.
        if (common.Contains(request.Password, user.Email)) return UserErrors.WeakPassword.ToProblem();

        user.PasswordHash = passwordHash;
        // Who has the link reads the address's mail.
        user.EmailVerifiedAt ??= now;
        audit.Record(organizationId, AuditActions.PasswordReset, user.Id);
        await db.SaveChangesAsync(cancellationToken);
        await db.MailedTokens.Where(t => t.UserId == user.Id && t.Purpose == MailedTokenPurpose.SetPassword).ExecuteDeleteAsync(cancellationToken);
        await db.EndSessionsAsync(user.Id, except: null, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
