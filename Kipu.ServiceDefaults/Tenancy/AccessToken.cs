using System.Security.Claims;

namespace Kipu.ServiceDefaults;

/// <summary>The claims of an access token.</summary>
public sealed record AccessToken(Guid UserId, Guid OrganizationId, Role Role, Guid SessionId)
{
    public const string Issuer = "kipu";
    public const string Audience = "kipu";
    public const string OrganizationClaim = "org";
    public const string RoleClaim = "role";
    public const string SessionClaim = "sid";

    /// <returns>Null when a claim is missing or malformed.</returns>
    public static AccessToken? From(ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue("sub"), out var userId)
        && Guid.TryParse(principal.FindFirstValue(OrganizationClaim), out var organizationId)
        && Enum.TryParse<Role>(principal.FindFirstValue(RoleClaim), ignoreCase: true, out var role)
        && Guid.TryParse(principal.FindFirstValue(SessionClaim), out var sessionId)
            ? new(userId, organizationId, role, sessionId)
            : null;
}
