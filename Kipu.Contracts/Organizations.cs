using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Kipu.Contracts;

/// <summary>Where an organization stands. Suspended and cancelled ones can read and export for 30 days, but not create.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OrganizationStatus>))]
public enum OrganizationStatus
{
    [JsonStringEnumMemberName("TRIAL")] Trial,
    [JsonStringEnumMemberName("ACTIVE")] Active,
    [JsonStringEnumMemberName("SUSPENDED")] Suspended,
    [JsonStringEnumMemberName("CANCELLED")] Cancelled,
}

/// <summary>What a member may do; each role includes those before it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Role>))]
public enum Role
{
    [JsonStringEnumMemberName("USER")] User,
    [JsonStringEnumMemberName("ADMIN")] Admin,
    [JsonStringEnumMemberName("OWNER")] Owner,
}

/// <summary>What every service has to know of an organization to serve a request of it.</summary>
public sealed record TenantSnapshot(Guid OrganizationId, string Name, Plan Plan, OrganizationStatus Status);

/// <summary>Whose a code is, as Auth answers other services.</summary>
/// <param name="OrganizationId">The organization that the code authenticates.</param>
/// <param name="ValidUntil">When it stops to; null for no end.</param>
public sealed record CodeOwner(Guid OrganizationId, DateTimeOffset? ValidUntil);

/// <summary>A member of an organization, as Auth answers other services.</summary>
public sealed record TenantMember(Guid UserId, Role Role);

public sealed record OrganizationInfo(Guid Id, string Name, Plan Plan, OrganizationStatus Status);

/// <summary>Limits of an organization's plan and what it uses of them. Bytes, except the GB that the contract names so.</summary>
public sealed record OrganizationLimits(int MaxUsers, int MaxRecordings, long MaxStorageBytes, int MaxVoiceSessions);

public sealed record OrganizationUsage(int Users, long StorageBytes);

/// <summary>An organization with its limits and usage: <c>GET /api/organizations/current</c>.</summary>
public sealed record OrganizationDetails(
    Guid Id, string Name, Plan Plan, OrganizationStatus Status, string Language, OrganizationLimits Limits, OrganizationUsage Usage,
    DateTimeOffset CreatedAt);

/// <summary>Changes an organization's settings; what is absent stays.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Language">The language that it is written to in: <c>es</c> or <c>en</c>.</param>
public sealed record UpdateOrganizationRequest(
    [property: MaxLength(120), RegularExpression(@"^[\s\S]*\S[\s\S]*$", ErrorMessage = "The name must not be blank.")] string? Name,
    [property: RegularExpression("^(es|en)$")] string? Language);

/// <summary>Names, acronyms and terms that transcription should know: <c>GET</c> and <c>PUT /api/organizations/current/vocabulary</c>.</summary>
/// <param name="Terms">In the order given; at most 500 of up to 80 characters.</param>
public sealed record Vocabulary([property: Required] IReadOnlyList<string> Terms);
