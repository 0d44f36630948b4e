using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Npgsql;

namespace Kipu.Auth;

/// <summary>Somebody who was asked to become a member. Accepted or revoked, it is gone; the audit log remembers.</summary>
internal sealed class Invitation : ITenantOwned
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required string Email { get; init; }
    public required string NormalizedEmail { get; init; }
    public required Role Role { get; init; }

    /// <summary>No foreign key: the invitation holds when its sender has gone.</summary>
    public Guid? InvitedBy { get; init; }

    /// <summary>Of the link that was mailed last; earlier ones are of no use.</summary>
    public string TokenHash { get; private set; } = "";

    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>Makes a link, which replaces the one before.</summary>
    /// <returns>What the link holds; it is stored nowhere.</returns>
    public string Renew(DateTimeOffset now)
    {
        var token = TenantToken.Generate(OrganizationId);
        TokenHash = TenantToken.HashOf(token);
        ExpiresAt = now + Lifetime;
        return token;
    }

    public InvitationInfo ToInfo() => new(Id, Email, Role, InvitedBy, CreatedAt, ExpiresAt);
}

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    private const string EmailIndex = "ix_invitations_organization_id_normalized_email";

    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.HasTenant();
        builder.HasKey(i => new { i.OrganizationId, i.Id });
        builder.Property(i => i.Email).HasMaxLength(254);
        builder.Property(i => i.NormalizedEmail).HasMaxLength(254);
        builder.Property(i => i.Role).HasConversion<string>().HasMaxLength(10);
        builder.Property(i => i.TokenHash).HasMaxLength(TenantToken.HashLength);
        builder.HasOne<Organization>().WithMany().HasForeignKey(i => i.OrganizationId);
        // One an address in an organization.
        builder.HasIndex(i => new { i.OrganizationId, i.NormalizedEmail }).IsUnique().HasDatabaseName(EmailIndex);
        // The look-up of an accepted link.
        builder.HasIndex(i => i.TokenHash).IsUnique();
    }

    /// <summary>Whether saving failed because the organization has invited the address already.</summary>
    public static bool IsDuplicate(DbUpdateException exception) => exception.InnerException is PostgresException
    {
        SqlState: PostgresErrorCodes.UniqueViolation,
        ConstraintName: EmailIndex,
    };
}
