using System.ComponentModel.DataAnnotations;

namespace Kipu.Contracts;

/// <summary>A member of an organization.</summary>
/// <param name="Id">The user's id.</param>
/// <param name="Email">What they sign in with.</param>
/// <param name="Name">What they are called.</param>
/// <param name="Role">What they may do.</param>
/// <param name="EmailVerified">Whether the address proved to be theirs.</param>
/// <param name="CreatedAt">When they joined.</param>
/// <param name="LastActiveAt">When they last signed in or renewed a session; null when they never did, or long ago.</param>
public sealed record MemberInfo(
    Guid Id, string Email, string Name, Role Role, bool EmailVerified, DateTimeOffset CreatedAt, DateTimeOffset? LastActiveAt);

/// <summary>Makes somebody a member at once; a mail lets them choose their password.</summary>
public sealed record AddMemberRequest(
    [property: Required, EmailAddress, MaxLength(254)] string Email,
    [property: Required, MaxLength(100)] string Name,
    [property: EnumDataType(typeof(Role))] Role Role = Role.User);

public sealed record ChangeMemberRequest([property: Required, EnumDataType(typeof(Role))] Role? Role);

/// <summary>An invitation that waits to be accepted.</summary>
/// <param name="Id">The invitation's id.</param>
/// <param name="Email">Who is invited.</param>
/// <param name="Role">What they will be.</param>
/// <param name="InvitedBy">The user who invited them; null when nobody was signed in.</param>
/// <param name="CreatedAt">When they were invited.</param>
/// <param name="ExpiresAt">When the mailed link ends; sending it again makes a new one.</param>
public sealed record InvitationInfo(Guid Id, string Email, Role Role, Guid? InvitedBy, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);

/// <summary>Invites somebody by mail. They take one of the plan's seats when they accept.</summary>
public sealed record InviteRequest(
    [property: Required, EmailAddress, MaxLength(254)] string Email,
    [property: EnumDataType(typeof(Role))] Role Role = Role.User);
