using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.EntityFrameworkCore;

namespace Kipu.Auth;

/// <summary>Proof that an address is its user's: a link that was mailed there comes back.</summary>
internal static class VerifyEmailEndpoints
{
    public static void MapVerifyEmail(this IEndpointRouteBuilder auth)
    {
        auth.MapPost("/verify-email", Verify).AllowPublic("The mailed token is the credential, and works once.")
            .ProducesError(CommonErrors.ValidationFailed, MailedTokenExtensions.InvalidLink);
        auth.MapPost("/verify-email/resend", Resend).RequireTenant().AllowSuspended()
            .ProducesError(UserErrors.UserRequired, CommonErrors.TooManyRequests);
    }

    /// <summary>The letter that goes with a new account; the caller saves its token and publishes what it is sealed into.</summary>
    public static Letter LetterFor(AuthDbContext db, User user, DateTimeOffset now) => new(
        LetterKind.VerifyEmail, user.Locale, user.Email, user.Name,
        db.AddMailedToken(user, MailedTokenPurpose.VerifyEmail, now + MailedToken.VerifyLifetime));

    /// <summary>Confirms the address that the link was mailed to.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> Verify(
        VerifyEmailRequest request, AuthDbContext db, AuditLog audit, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!TenantToken.TryReadOrganization(request.Token, out var organizationId)) return MailedTokenExtensions.InvalidLink.ToProblem();

        var now = time.GetUtcNow();
        using var tenant = TenantScope.EnterOrganization(organizationId);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var user = await db.TakeMailedTokenAsync(request.Token, MailedTokenPurpose.VerifyEmail, now, cancellationToken);
        if (user is null) return MailedTokenExtensions.InvalidLink.ToProblem();

        user.EmailVerifiedAt ??= now;
        audit.Record(organizationId, AuditActions.EmailVerified, user.Id);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Mails the caller another link to confirm their address. Nothing is sent when it is confirmed already.</summary>
    public static async Task<Results<Accepted, ProblemHttpResult>> Resend(
        HttpContext context, ClaimsPrincipal caller, AuthDbContext db, IDbContextOutbox<AuthDbContext> outbox, Mailer mailer, GuessThrottle throttle,
        TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindCallerAsync(caller, cancellationToken) is not { } user) return UserErrors.UserRequired.ToProblem();
        if (user.EmailVerifiedAt is not null) return TypedResults.Accepted((string?)null);
        if (await throttle.TakeAsync(MailLimits.Verification, $"{user.Id}") is { } wait) return context.TooManyMails(wait);

        await outbox.PublishAsync(mailer.Seal(LetterFor(db, user, time.GetUtcNow())));
        await outbox.SaveChangesAndFlushMessagesAsync(cancellationToken);
        return TypedResults.Accepted((string?)null);
    }
}
