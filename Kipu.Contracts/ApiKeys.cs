using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Kipu.Contracts;

/// <summary>What an API key may do.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ApiKeyScope>))]
public enum ApiKeyScope
{
    /// <summary>GET and HEAD.</summary>
    [JsonStringEnumMemberName("read")] Read,

    /// <summary>Every other method.</summary>
    [JsonStringEnumMemberName("write")] Write,

    /// <summary>Acts as ADMIN instead of USER, within the other scopes.</summary>
    [JsonStringEnumMemberName("admin")] Admin,
}

/// <summary>What an API key is good for, as Auth answers other services.</summary>
public sealed record ApiKeyOwner(Guid OrganizationId, Guid KeyId, IReadOnlyList<ApiKeyScope> Scopes, DateTimeOffset? ValidUntil);

/// <summary>Makes an API key.</summary>
/// <param name="Name">What it is for; people tell keys apart by it.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="ExpiresAt">When it ends; absent for a key that ends only when it is revoked.</param>
public sealed record CreateApiKeyRequest(
    [property: Required, MaxLength(100), RegularExpression(@"^[\s\S]*\S[\s\S]*$", ErrorMessage = "The name must not be blank.")] string Name,
    [property: Required, MinLength(1), MaxLength(3)] IReadOnlyList<ApiKeyScope> Scopes,
    DateTimeOffset? ExpiresAt);

/// <summary>An API key, without its secret.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Prefix">How it begins.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="CreatedBy">The user who made it.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="ExpiresAt">When it ends; null for no end.</param>
/// <param name="LastUsedAt">When it was last used, to the minute or better; null for never.</param>
public sealed record ApiKeyInfo(
    Guid Id, string Name, string Prefix, IReadOnlyList<ApiKeyScope> Scopes, Guid CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt,
    DateTimeOffset? LastUsedAt);

/// <summary>A new API key. The only answer that ever holds its secret.</summary>
public sealed record CreateApiKeyResponse(string Key, ApiKeyInfo ApiKey);
