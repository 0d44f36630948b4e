using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Auth;

/// <summary>What a request with an Idempotency-Key was answered: the same request again gets the same answer, and does nothing twice.</summary>
internal sealed class AnsweredRequest : ITenantOwned
{
    public required Guid OrganizationId { get; init; }
    public required string Key { get; init; }

    /// <summary>The hash of what was asked for, and by whom.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Encrypted by data protection: an answer can hold a secret that is stored nowhere else.</summary>
    public required byte[] ProtectedAnswer { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class AnsweredRequestConfiguration : IEntityTypeConfiguration<AnsweredRequest>
{
    public const string KeyName = "pk_answered_requests";

    public void Configure(EntityTypeBuilder<AnsweredRequest> builder)
    {
        builder.HasTenant();
        builder.HasKey(r => new { r.OrganizationId, r.Key }).HasName(KeyName);
        builder.Property(r => r.Key).HasMaxLength(255);
        builder.Property(r => r.Fingerprint).HasMaxLength(64);
        builder.HasOne<Organization>().WithMany().HasForeignKey(r => r.OrganizationId);
        // The sweep of old ones.
        builder.HasIndex(r => r.CreatedAt);
    }
}
