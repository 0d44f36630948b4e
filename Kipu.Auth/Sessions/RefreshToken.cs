using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Auth;

/// <summary>A refresh token, by its hash. It works once; used again, it was stolen.</summary>
internal sealed class RefreshToken : ITenantOwned
{
    public required string TokenHash { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid SessionId { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? UsedAt { get; init; }
}

internal sealed class RefreshTokenConfiguration : IEntityTypeConfiguration<RefreshToken>
{
    public void Configure(EntityTypeBuilder<RefreshToken> builder)
    {
        builder.HasTenant();
        builder.HasKey(t => t.TokenHash);
        builder.Property(t => t.TokenHash).HasMaxLength(TenantToken.HashLength);
        builder.HasOne<Session>().WithMany().HasForeignKey(t => new { t.OrganizationId, t.SessionId }).OnDelete(DeleteBehavior.Cascade);
        // The sweep of what has ended.
        builder.HasIndex(t => t.ExpiresAt);
    }
}
