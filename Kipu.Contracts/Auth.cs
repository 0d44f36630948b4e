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

/// <summary>A user.</summary>
/// <param name="Id">The user's id.</param>
/// <param name="Email">What they sign in with.</param>
/// <param name="Name">What they are called.</param>
/// <param name="Role">What they may do in their organization.</param>
/// <param name="Locale"><c>es</c> or <c>en</c>.</param>
/// <param name="EmailVerified">Whether the address proved to be theirs.</param>
public sealed record UserInfo(Guid Id, string Email, string Name, Role Role, string Locale, bool EmailVerified);

/// <summary>A signed-in session.</summary>
/// <param name="Success">Always true; failures are problem details.</param>
/// <param name="User">Who is signed in.</param>
/// <param name="Organization">The organization that the tokens act for.</param>
/// <param name="AccessToken">A JWT for <c>Authorization: Bearer</c>.</param>
/// <param name="RefreshToken">Absent for browsers, which get it as a cookie.</param>
/// <param name="ExpiresIn">Seconds until the access token expires.</param>
/// <param name="OrganizationCode">Only when the sign-up made an organization: its trial code, never shown again.</param>
/// <param name="MfaEnrolmentRequired">
/// The organization requires a second factor and the user has none: the access token is good for setting one up and nothing else.
/// </param>
public sealed record SessionResponse(
    bool Success, UserInfo User, OrganizationInfo Organization, string AccessToken,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? RefreshToken,
    int ExpiresIn,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? OrganizationCode = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool MfaEnrolmentRequired = false);

/// <summary>Who the caller is: <c>GET /api/auth/me</c>.</summary>
public sealed record MeResponse(
    UserInfo User, OrganizationInfo Organization, OrganizationLimits Limits, OrganizationUsage Usage, UserPreferences Preferences);

/// <summary>How a user wants Kipu to be, on whatever device.</summary>
/// <param name="Theme"><c>system</c>, <c>light</c> or <c>dark</c>.</param>
/// <param name="Notifications">What they want mail about.</param>
public sealed record UserPreferences(string Theme, NotificationSettings Notifications);

/// <summary>What a user wants mail about.</summary>
/// <param name="AnalysisReady">A recording of theirs was analysed.</param>
/// <param name="WeeklyTasks">Once a week, the action items that are still open.</param>
/// <param name="Failures">A recording of theirs could not be analysed.</param>
public sealed record NotificationSettings(bool AnalysisReady, bool WeeklyTasks, bool Failures);

/// <summary>Changes what a user wants mail about; what is absent stays.</summary>
public sealed record UpdateNotifications(bool? AnalysisReady, bool? WeeklyTasks, bool? Failures);

/// <summary>Changes the caller's own profile; what is absent stays.</summary>
public sealed record UpdateMeRequest(
    [property: MaxLength(100), RegularExpression(@"^[\s\S]*\S[\s\S]*$", ErrorMessage = "The name must not be blank.")] string? Name,
    [property: RegularExpression("^(es|en)$")] string? Locale,
    [property: RegularExpression("^(system|light|dark)$")] string? Theme = null,
    UpdateNotifications? Notifications = null);

/// <summary>Changes the caller's password and ends their other sessions.</summary>
public sealed record ChangePasswordRequest(
    [property: Required, MaxLength(128)] string CurrentPassword,
    [property: Required, MinLength(10), MaxLength(128)] string NewPassword);

/// <summary>Has a link to choose a new password mailed, if the address has an account.</summary>
public sealed record ForgotPasswordRequest([property: Required, EmailAddress, MaxLength(254)] string Email);

/// <summary>Sets a password by the token of a mailed link, which works once.</summary>
public sealed record ResetPasswordRequest(
    [property: Required, MaxLength(200)] string Token,
    [property: Required, MinLength(10), MaxLength(128)] string Password);

/// <summary>Confirms an address by the token of a mailed link, which works once.</summary>
public sealed record VerifyEmailRequest([property: Required, MaxLength(200)] string Token);

/// <summary>A sign-in of the caller that has not ended.</summary>
/// <param name="Id">The session's id.</param>
/// <param name="UserAgent">What the browser or program calls itself.</param>
/// <param name="Address">The network address that it was last used from.</param>
/// <param name="CreatedAt">When it began.</param>
/// <param name="LastUsedAt">When it was last renewed; access tokens are renewed about every ten minutes.</param>
/// <param name="Current">Whether it is the one that asks.</param>
public sealed record SessionInfo(Guid Id, string? UserAgent, string? Address, DateTimeOffset CreatedAt, DateTimeOffset LastUsedAt, bool Current);

/// <summary>Makes a user of who was invited, by the token of the invitation's link.</summary>
public sealed record AcceptInvitationRequest(
    [property: Required, MaxLength(200)] string Token,
    [property: Required, MaxLength(100)] string Name,
    [property: Required, MinLength(10), MaxLength(128)] string Password);

public sealed record ValidateCodeRequest([property: Required, MaxLength(16)] string Code);

public sealed record ValidateCodeResponse(bool Success, OrganizationInfo Organization);

/// <summary>
/// Makes an organization from a code that was bought before there was one. The code works once. Without a password the owner is mailed a link
/// to choose one.
/// </summary>
public sealed record CreateFromCodeRequest(
    [property: Required, MaxLength(120)] string Name,
    [property: Required, MaxLength(16)] string Code,
    [property: Required, EmailAddress, MaxLength(254)] string OwnerEmail,
    [property: Required, MaxLength(100)] string OwnerName,
    [property: MinLength(10), MaxLength(128)] string? Password);

public sealed record CreateFromCodeResponse(bool Success, OrganizationInfo Organization, UserInfo Owner);
