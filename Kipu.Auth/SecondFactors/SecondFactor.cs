using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Auth;

/// <summary>A user's authenticator app (RFC 6238). It counts from when a code of it was verified.</summary>
internal sealed class SecondFactor : ITenantOwned
{
    public required Guid OrganizationId { get; init; }
    public required Guid UserId { get; init; }

    /// <summary>The shared secret, encrypted by data protection.</summary>
    public required byte[] ProtectedSecret { get; set; }

    public DateTimeOffset? EnabledAt { get; set; }

    /// <summary>The time step of the last code that was accepted: one at or before it is refused, so that a code works once.</summary>
    public long? LastStep { get; init; }
}

/// <summary>A recovery code, by its keyed hash.</summary>
internal sealed class RecoveryCode : ITenantOwned
{
    public required Guid OrganizationId { get; init; }
    public required Guid UserId { get; init; }
    public required string CodeHash { get; init; }
    public DateTimeOffset? UsedAt { get; init; }
}

internal sealed class SecondFactorConfiguration : IEntityTypeConfiguration<SecondFactor>
{
    public void Configure(EntityTypeBuilder<SecondFactor> builder)
    {
        builder.HasTenant();
        builder.HasKey(f => new { f.OrganizationId, f.UserId });
        builder.Property(f => f.ProtectedSecret).HasMaxLength(500);
        builder.HasOne<User>().WithOne().HasForeignKey<SecondFactor>(f => new { f.OrganizationId, f.UserId });
    }
}

internal sealed class RecoveryCodeConfiguration : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.HasTenant();
        builder.HasKey(c => new { c.OrganizationId, c.UserId, c.CodeHash });
        builder.Property(c => c.CodeHash).HasMaxLength(64);
        builder.HasOne<User>().WithMany().HasForeignKey(c => new { c.OrganizationId, c.UserId });
    }
}
