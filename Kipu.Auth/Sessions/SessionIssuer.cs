using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Kipu.Auth;

/// <summary>Makes the tokens of a session: a short access token, and the refresh token that gets the next one.</summary>
internal sealed class SessionIssuer(AuthDbContext db, SigningKeys keys, IHttpContextAccessor http, ClientAddress addresses, TimeProvider time)
{
    public static readonly TimeSpan AccessLifetime = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan RefreshLifetime = TimeSpan.FromDays(30);

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>Begins a session; the caller saves it.</summary>
    public Task<SessionTokens> BeginAsync(User user, CancellationToken cancellationToken) =>
        BeginAsync(user, SignInMethod.Password, cancellationToken);

    /// <summary>Begins a session; the caller saves it.</summary>
    public Task<SessionTokens> BeginAsync(User user, SignInMethod method, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var session = new Session
        {
            OrganizationId = user.OrganizationId,
            UserId = user.Id,
            Method = method,
            CreatedAt = now,
            ExpiresAt = now + RefreshLifetime,
        };
        db.Sessions.Add(session);
        return ContinueAsync(session, user, cancellationToken);
    }

    /// <summary>Adds the next tokens to a session; the caller saves it.</summary>
    public async Task<SessionTokens> ContinueAsync(Session session, User user, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var refresh = TenantToken.Generate(session.OrganizationId);
        session.ExpiresAt = now + RefreshLifetime;
        session.LastUsedAt = now;
        session.Address = http.HttpContext is { } context ? addresses.Of(context)?.ToString() : null;
        session.UserAgent = http.HttpContext?.Request.Headers.UserAgent;
        db.RefreshTokens.Add(new()
        {
            TokenHash = TenantToken.HashOf(refresh),
            OrganizationId = session.OrganizationId,
            SessionId = session.Id,
            ExpiresAt = session.ExpiresAt,
        });
        var enrolling = await IsEnrollingAsync(session, user, cancellationToken);
        return new(await AccessTokenAsync(session, user, enrolling, now, cancellationToken), refresh, session.ExpiresAt, enrolling);
    }

    /// <summary>Whether the user has yet to set up a second factor that the organization requires. A new organization requires none.</summary>
    private async Task<bool> IsEnrollingAsync(Session session, User user, CancellationToken cancellationToken) =>
        session.Method is SignInMethod.Password
        && await db.Organizations.AnyAsync(o => o.Id == user.OrganizationId && o.RequireSecondFactor, cancellationToken)
        && !await db.SecondFactors.AnyAsync(f => f.UserId == user.Id && f.EnabledAt != null, cancellationToken);

    private async Task<string> AccessTokenAsync(
        Session session, User user, bool enrolling, DateTimeOffset now, CancellationToken cancellationToken) =>
        Handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = AccessToken.Issuer,
            Audience = AccessToken.Audience,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = (now + AccessLifetime).UtcDateTime,
            SigningCredentials = await keys.CurrentAsync(cancellationToken),
            Subject = new ClaimsIdentity(
            [
                new("sub", user.Id.ToString()),
                new(AccessToken.OrganizationClaim, user.OrganizationId.ToString()),
                new(AccessToken.RoleClaim, user.Role.ToString().ToUpperInvariant()),
                new(AccessToken.SessionClaim, session.Id.ToString()),
                new("name", user.Name),
                .. enrolling ? [new Claim(AccessToken.EnrollingClaim, "true")] : Array.Empty<Claim>(),
            ]),
        });
}

internal sealed record SessionTokens(string Access, string Refresh, DateTimeOffset RefreshExpiresAt, bool IsEnrolling);
