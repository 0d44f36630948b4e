using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Auth;

/// <summary>A code that authenticates an organization, by its keyed hash. Without an organization it waits to make one.</summary>
internal sealed class OrganizationCode
{
    public required string CodeHash { get; init; }
    public Guid? OrganizationId { get; set; }

    /// <summary>The plan that was bought with it; what an organization made from it starts on.</summary>
    public Plan Plan { get; private set; }

    public bool IsTrial { get; init; }
    public DateTimeOffset? ValidUntil { get; private set; }
    public required DateTimeOffset CreatedAt { get; init; }

    public static OrganizationCode Trial(string codeHash, Guid organizationId, DateTimeOffset now) =>
        new() { CodeHash = codeHash, OrganizationId = organizationId, IsTrial = true, CreatedAt = now };

    /// <summary>Takes what its issue says. It may come after its revocation, or after it was claimed: neither is undone.</summary>
    public void Issue(CodeIssued message)
    {
        OrganizationId ??= message.OrganizationId;
        Plan = message.Plan;
        if (message.ValidUntil is { } end) EndAt(end);
    }

    /// <summary>Ends it then, unless it ends earlier.</summary>
    public void EndAt(DateTimeOffset end)
    {
        if (ValidUntil is null || end < ValidUntil) ValidUntil = end;
    }

    public bool IsValid(DateTimeOffset now) => ValidUntil is null || now < ValidUntil;
}

internal sealed class OrganizationCodeConfiguration : IEntityTypeConfiguration<OrganizationCode>
{
    public void Configure(EntityTypeBuilder<OrganizationCode> builder)
    {
        builder.HasKey(c => c.CodeHash);
        builder.Property(c => c.CodeHash).HasMaxLength(64);
        builder.Property(c => c.Plan).HasConversion<string>().HasMaxLength(20);
        builder.HasOne<Organization>().WithMany().HasForeignKey(c => c.OrganizationId);
        // The trial codes that end when a paid one comes.
        builder.HasIndex(c => c.OrganizationId);
    }
}
