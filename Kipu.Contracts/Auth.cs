using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Kipu.Contracts;

/// <summary>Creates a user: with an organization's name also that organization, with a code a member of the code's.</summary>
public sealed record SignUpRequest(
    [property: Required, EmailAddress, MaxLength(254)] string Email,
    [property: Required, MinLength(10), MaxLength(128)] string Password,
    [property: Required, MaxLength(100)] string Name,
    [property: MaxLength(120)] string? OrganizationName,
    [property: MaxLength(16)] string? OrganizationCode);

public sealed record LoginRequest(
    [property: Required, EmailAddress, MaxLength(254)] string Email,
    [property: Required, MaxLength(128)] string Password);

/// <summary>Renews a session. Browsers send no token here: theirs is in the cookie.</summary>
public sealed record RefreshRequest([property: MaxLength(200)] string? RefreshToken);

public sealed record UserInfo(Guid Id, string Email, string Name, Role Role, string Locale);

/// <summary>A signed-in session.</summary>
/// <param name="Success">Always true; failures are problem details.</param>
/// <param name="User">Who is signed in.</param>
/// <param name="Organization">The organization that the tokens act for.</param>
/// <param name="AccessToken">A JWT for <c>Authorization: Bearer</c>.</param>
/// <param name="RefreshToken">Absent for browsers, which get it as a cookie.</param>
/// <param name="ExpiresIn">Seconds until the access token expires.</param>
/// <param name="OrganizationCode">Only when the sign-up made an organization: its trial code, never shown again.</param>
public sealed record SessionResponse(
    bool Success, UserInfo User, OrganizationInfo Organization, string AccessToken,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? RefreshToken,
    int ExpiresIn,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? OrganizationCode = null);

/// <summary>Who the caller is: <c>GET /api/auth/me</c>.</summary>
public sealed record MeResponse(UserInfo User, OrganizationInfo Organization, OrganizationLimits Limits, OrganizationUsage Usage);

/// <summary>Changes the caller's own profile; what is absent stays.</summary>
public sealed record UpdateMeRequest(
    [property: MaxLength(100), RegularExpression(@"^[\s\S]*\S[\s\S]*$", ErrorMessage = "The name must not be blank.")] string? Name,
    [property: RegularExpression("^(es|en)$")] string? Locale);

public sealed record ValidateCodeRequest([property: Required, MaxLength(16)] string Code);

public sealed record ValidateCodeResponse(bool Success, OrganizationInfo Organization);

/// <summary>Makes an organization from a code that was bought before there was one. The code works once.</summary>
public sealed record CreateFromCodeRequest(
    [property: Required, MaxLength(120)] string Name,
    [property: Required, MaxLength(16)] string Code,
    [property: Required, EmailAddress, MaxLength(254)] string OwnerEmail,
    [property: Required, MaxLength(100)] string OwnerName,
    [property: Required, MinLength(10), MaxLength(128)] string Password);

public sealed record CreateFromCodeResponse(bool Success, OrganizationInfo Organization, UserInfo Owner);
