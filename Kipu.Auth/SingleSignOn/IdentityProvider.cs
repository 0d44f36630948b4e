using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Auth;

/// <summary>An organization's own OpenID Connect provider.</summary>
internal sealed class IdentityProvider : ITenantOwned
{
    public required Guid OrganizationId { get; init; }
    public required string Issuer { get; set; }
    public required string ClientId { get; set; }

    /// <summary>Encrypted by data protection.</summary>
    public required string ProtectedClientSecret { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }
}

/// <summary>A domain whose mail addresses sign in at the organization's provider, once DNS has shown that it is the organization's.</summary>
internal sealed class EmailDomain : ITenantOwned
{
    public required Guid OrganizationId { get; init; }
    public required string Domain { get; init; }

    /// <summary>What the domain's TXT record has to say.</summary>
    public required string Token { get; init; }

    public DateTimeOffset? VerifiedAt { get; set; }

    public string TxtRecord => $"kipu-verification={Token}";

    public EmailDomainInfo ToInfo() => new(Domain, VerifiedAt is not null, TxtRecord);
}

internal sealed class IdentityProviderConfiguration : IEntityTypeConfiguration<IdentityProvider>
{
    public void Configure(EntityTypeBuilder<IdentityProvider> builder)
    {
        builder.HasTenant();
        builder.HasKey(p => p.OrganizationId);
        builder.Property(p => p.Issuer).HasMaxLength(300);
        builder.Property(p => p.ClientId).HasMaxLength(200);
        builder.Property(p => p.ProtectedClientSecret).HasMaxLength(2000);
        builder.HasOne<Organization>().WithOne().HasForeignKey<IdentityProvider>(p => p.OrganizationId);
    }
}

internal sealed class EmailDomainConfiguration : IEntityTypeConfiguration<EmailDomain>
{
    public const string VerifiedIndex = "ix_email_domains_verified";

    public void Configure(EntityTypeBuilder<EmailDomain> builder)
    {
        builder.HasTenant();
        builder.HasKey(d => new { d.OrganizationId, d.Domain });
        builder.Property(d => d.Domain).HasMaxLength(253);
        builder.Property(d => d.Token).HasMaxLength(40);
        builder.Ignore(d => d.TxtRecord);
        builder.HasOne<Organization>().WithMany().HasForeignKey(d => d.OrganizationId);
        // Finding the organization of an address; a domain can be verified by one only.
        builder.HasIndex(d => d.Domain).IsUnique().HasFilter("verified_at is not null").HasDatabaseName(VerifiedIndex);
    }
}
