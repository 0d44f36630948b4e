using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Wolverine.EntityFrameworkCore;

namespace Kipu.Auth;

internal static class SessionEndpoints
{
    public static void MapSessions(this IEndpointRouteBuilder routes)
    {
        var auth = routes.MapGroup("/api/auth").WithTags("Auth");
        auth.MapPost("/login", Login).AllowPublic("The password is the credential; guesses are throttled.")
            .ProducesError(CommonErrors.ValidationFailed, SessionErrors.InvalidCredentials, SecondFactorErrors.MfaRequired, CommonErrors.TooManyAttempts);
        auth.MapPost("/refresh", Refresh).AllowPublic("The refresh token is the credential.")
            .ProducesError(CommonErrors.ValidationFailed, SessionErrors.InvalidRefreshToken, SessionErrors.RefreshTokenReused);
        auth.MapPost("/logout", Logout).AllowPublic("Ends the session of the token that it is given, and no other.", optionalTenant: true).AllowEnrolling()
            .ProducesError(CommonErrors.ValidationFailed, CommonErrors.InvalidToken);
    }

    /// <summary>Signs a user in.</summary>
    /// <remarks>
    /// Who has a second factor gets <c>401 mfa_required</c> with a <c>challenge</c>, which <c>/api/auth/mfa/challenge</c> completes with a code.
    /// </remarks>
    public static async Task<Results<Ok<SessionResponse>, ProblemHttpResult>> Login(
        LoginRequest request, HttpContext context, AuthDbContext db, LoginThrottle throttle, Passwords passwords, SecondFactors factors,
        Challenges challenges, SessionIssuer issuer, AuditLog audit, IDbContextOutbox<AuthDbContext> outbox, ClientAddress addresses,
        TimeProvider time, CancellationToken cancellationToken)
    {
        var email = User.Normalize(request.Email);
        if (await throttle.TakeAsync(context, email) is { } wait) return context.TooManyAttempts(wait);

        var found = await db.LookUpAsync(
            "an address is known before its organization is",
            context => context.Users.AsNoTracking().SingleOrDefaultAsync(u => u.NormalizedEmail == email, cancellationToken),
            cancellationToken);
        if (!await passwords.VerifyAsync(found?.PasswordHash, request.Password, cancellationToken))
        {
            using var everybody = TenantScope.EnterSystem("whose address it is, if anybody's, is looked up afterwards");
            await outbox.PublishAsync(new SignInFailed(email, addresses.Of(context)?.ToString(), time.GetUtcNow()));
            await outbox.SaveChangesAndFlushMessagesAsync(cancellationToken);
            return SessionErrors.InvalidCredentials.ToProblem();
        }

        await throttle.SucceedAsync(context, email);
        using var tenant = TenantScope.EnterOrganization(found!.OrganizationId);
        if (await factors.IsEnabledAsync(found.Id, cancellationToken)) return challenges.Refuse(found);

        var organization = await db.Organizations.AsNoTracking().SingleAsync(o => o.Id == found.OrganizationId, cancellationToken);
        var tokens = await issuer.BeginAsync(found, cancellationToken);
        audit.Record(found.OrganizationId, AuditActions.SignInSucceeded, found.Id, "password");
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(RefreshCookie.Hand(context, tokens, found, organization));
    }

    /// <summary>Renews a session: new tokens for a refresh token, which is used up by that.</summary>
    /// <remarks>Using a refresh token twice ends its session, since one of the two users is a thief.</remarks>
    public static async Task<Results<Ok<SessionResponse>, ProblemHttpResult>> Refresh(
        RefreshRequest? request, HttpContext context, AuthDbContext db, SessionIssuer issuer, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var token = RefreshCookie.Read(context.Request, request?.RefreshToken);
        if (!TenantToken.TryReadOrganization(token, out var organizationId)) return SessionErrors.InvalidRefreshToken.ToProblem();

        using var tenant = TenantScope.EnterOrganization(organizationId);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = time.GetUtcNow();
        var hash = TenantToken.HashOf(token);
        var known = await db.RefreshTokens.AsNoTracking().SingleOrDefaultAsync(t => t.TokenHash == hash, cancellationToken);
        if (known is null) return SessionErrors.InvalidRefreshToken.ToProblem();

        var session = await db.Sessions.SingleAsync(s => s.Id == known.SessionId, cancellationToken);
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == session.UserId, cancellationToken);
        if (user is null || !session.IsLive(now) || known.ExpiresAt <= now) return SessionErrors.InvalidRefreshToken.ToProblem();

        var taken = await db.RefreshTokens.Where(t => t.TokenHash == hash && t.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.UsedAt, now), cancellationToken);
        if (taken == 0)
        {
            await RevokeAsync(db, session.Id, now, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return SessionErrors.RefreshTokenReused.ToProblem();
        }

        var organization = await db.Organizations.AsNoTracking().SingleAsync(o => o.Id == organizationId, cancellationToken);
        var tokens = await issuer.ContinueAsync(session, user, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(RefreshCookie.Hand(context, tokens, user, organization));
    }

    /// <summary>Ends the session of the refresh token, or, without one, that of the bearer token.</summary>
    public static async Task<NoContent> Logout(
        RefreshRequest? request, HttpContext context, ClaimsPrincipal caller, AuthDbContext db, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var token = RefreshCookie.Read(context.Request, request?.RefreshToken);
        if (TenantToken.TryReadOrganization(token, out var organizationId))
        {
            using var tenant = TenantScope.EnterOrganization(organizationId);
            var hash = TenantToken.HashOf(token);
            var known = await db.RefreshTokens.AsNoTracking().SingleOrDefaultAsync(t => t.TokenHash == hash, cancellationToken);
            if (known is not null) await RevokeAsync(db, known.SessionId, time.GetUtcNow(), cancellationToken);
        }
        else if (AccessToken.From(caller) is { } access)
        {
            await RevokeAsync(db, access.SessionId, time.GetUtcNow(), cancellationToken);
        }

        if (RefreshCookie.IsBrowser(context.Request)) RefreshCookie.Clear(context);
        return TypedResults.NoContent();
    }

    private static Task<int> RevokeAsync(AuthDbContext db, Guid sessionId, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Sessions.Where(s => s.Id == sessionId && s.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.RevokedAt, now), cancellationToken);
}
