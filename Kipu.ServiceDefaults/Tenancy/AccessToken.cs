using System.Security.Claims;

namespace Kipu.ServiceDefaults;

/// <summary>The claims of an access token.</summary>
/// <param name="UserId">Who is signed in.</param>
/// <param name="OrganizationId">The organization.</param>
/// <param name="Role">What they may do in it.</param>
/// <param name="SessionId">The session that the token belongs to.</param>
/// <param name="IsEnrolling">The organization requires a second factor and the user has none yet: good for nothing but setting one up.</param>
public sealed record AccessToken(Guid UserId, Guid OrganizationId, Role Role, Guid SessionId, bool IsEnrolling = false)
{
    public const string Issuer = "kipu";
    public const string Audience = "kipu";
    public const string OrganizationClaim = "org";
    public const string RoleClaim = "role";
    public const string SessionClaim = "sid";
    public const string EnrollingClaim = "enrolling";

    /// <returns>Null when a claim is missing or malformed.</returns>
    public static AccessToken? From(ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue("sub"), out var userId)
        && Guid.TryParse(principal.FindFirstValue(OrganizationClaim), out var organizationId)
        && Enum.TryParse<Role>(principal.FindFirstValue(RoleClaim), ignoreCase: true, out var role)
        && Guid.TryParse(principal.FindFirstValue(SessionClaim), out var sessionId)
            ? new(userId, organizationId, role, sessionId, principal.HasClaim(c => c.Type == EnrollingClaim))
            : null;
}
