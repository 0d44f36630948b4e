using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kipu.Auth;

internal static class AcceptInvitationEndpoint
{
    public static void MapAcceptInvitation(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/auth/accept-invitation", Accept).WithTags("Auth")
            .AllowPublic("The mailed token is the credential, and works once.").ProducesError(
                CommonErrors.ValidationFailed, InvitationErrors.Invalid, UserErrors.WeakPassword, UserErrors.EmailTaken,
                CommonErrors.LimitExceeded, CommonErrors.OrganizationSuspended);

    /// <summary>Makes a member of who was invited, on one of the plan's seats, and signs them in.</summary>
    /// <remarks>Whatever refuses it leaves the invitation as it was: it can be accepted once there is a seat.</remarks>
    public static async Task<Results<Created<SessionResponse>, ProblemHttpResult>> Accept(
        AcceptInvitationRequest request, HttpContext context, AuthDbContext db, Passwords passwords, CommonPasswords common,
        SessionIssuer issuer, AuditLog audit, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!TenantToken.TryReadOrganization(request.Token, out var organizationId)) return InvitationErrors.Invalid.ToProblem();

        var now = time.GetUtcNow();
        var hash = TenantToken.HashOf(request.Token);
        using var tenant = TenantScope.EnterOrganization(organizationId);
        var invitation = await db.Invitations.AsNoTracking().SingleOrDefaultAsync(i => i.TokenHash == hash && i.ExpiresAt > now, cancellationToken);
        if (invitation is null) return InvitationErrors.Invalid.ToProblem();
        if (common.Contains(request.Password, invitation.Email)) return UserErrors.WeakPassword.ToProblem();

        await db.EndReadingAsync();
        var (passwordHash, full) = await passwords.HashUnlessAsync(
            request.Password, () => db.FindNoSeatAsync(organizationId, cancellationToken), cancellationToken);
        if (passwordHash is null) return full!;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Of two at once the second waits here, and then finds it gone.
        var taken = await db.Invitations.Where(i => i.TokenHash == hash).ExecuteDeleteAsync(cancellationToken);
        if (taken == 0) return InvitationErrors.Invalid.ToProblem();
        if (await db.TakeSeatAsync(organizationId, cancellationToken) is { } refusal) return refusal;

        var user = new User
        {
            OrganizationId = organizationId,
            Email = invitation.Email,
            NormalizedEmail = invitation.NormalizedEmail,
            Name = request.Name,
            PasswordHash = passwordHash,
            Role = invitation.Role,
            Locale = SignUpEndpoints.LocaleOf(context.Request),
            // Who has the link reads the address's mail.
            EmailVerifiedAt = now,
            CreatedAt = now,
        };
        db.Users.Add(user);
        audit.Record(organizationId, AuditActions.UserJoined, user.Id, user.Email);
        var organization = await db.Organizations.AsNoTracking().SingleAsync(o => o.Id == organizationId, cancellationToken);
        var tokens = await issuer.BeginAsync(user, cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (SignUpEndpoints.IsTaken(exception))
        {
            return UserErrors.EmailTaken.ToProblem();
        }

        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Created("/api/auth/me", RefreshCookie.Hand(context, tokens, user, organization));
    }
}
