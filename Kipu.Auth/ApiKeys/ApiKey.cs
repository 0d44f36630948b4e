using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Auth;

/// <summary>A key by which another program acts for an organization, by its keyed hash.</summary>
internal sealed class ApiKey : ITenantOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid OrganizationId { get; init; }
    public required string Name { get; init => field = value.Trim(); }
    public required string KeyHash { get; init; }

    /// <summary>How the key begins.</summary>
    public required string Prefix { get; init; }

    public required IReadOnlyList<ApiKeyScope> Scopes { get; init; }
    public required Guid CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }
    public DateTimeOffset? LastUsedAt { get; init; }
    public DateTimeOffset? RevokedAt { get; set; }

    public ApiKeyOwner ToOwner() => new(OrganizationId, Id, Scopes, ExpiresAt);

    /// <param name="usedAt">A use that the database doesn't know of yet.</param>
    public ApiKeyInfo ToInfo(DateTimeOffset? usedAt) =>
        new(Id, Name, Prefix, Scopes, CreatedBy, CreatedAt, ExpiresAt, usedAt > LastUsedAt || LastUsedAt is null ? usedAt : LastUsedAt);
}

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.HasTenant();
        builder.HasKey(k => new { k.OrganizationId, k.Id });
        builder.Property(k => k.Name).HasMaxLength(100);
        builder.Property(k => k.KeyHash).HasMaxLength(64);
        builder.Property(k => k.Prefix).HasMaxLength(ApiKeys.ShownLength);
        builder.PrimitiveCollection(k => k.Scopes).ElementType(scope => scope.HasConversion<string>());
        builder.HasOne<Organization>().WithMany().HasForeignKey(k => k.OrganizationId);
        // Finding the tenant of a request.
        builder.HasIndex(k => k.KeyHash).IsUnique();
    }
}
