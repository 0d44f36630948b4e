using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Payments;

/// <summary>A code that was bought. Its text is kept encrypted as long as it may be shown, and only its keyed hash for good.</summary>
internal sealed class OrganizationCode
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string CodeHash { get; init; }
    public Guid? OrganizationId { get; private set; }

    /// <summary>The checkout that issued it; null for one that replaced another.</summary>
    public Guid? CheckoutId { get; init; }

    public Guid? ReplacesId { get; init; }
    public required Plan Plan { get; init; }
    public string? ProtectedCode { get; private set; }
    public required DateTimeOffset ShownUntil { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ValidUntil { get; private set; }

    public static OrganizationCode Bought(Checkout checkout, string hash, string protectedCode, DateTimeOffset now) => new()
    {
        CodeHash = hash,
        OrganizationId = checkout.OrganizationId,
        CheckoutId = checkout.Id,
        Plan = checkout.Plan,
        ProtectedCode = protectedCode,
        ShownUntil = now + CodeIssuer.ShownFor,
        CreatedAt = now,
    };

    /// <summary>A replacement is shown in the answer to whoever asked for it, and never again.</summary>
    public static OrganizationCode Replacing(Guid organizationId, OrganizationCode? old, string hash, Plan plan, DateTimeOffset now) => new()
    {
        CodeHash = hash,
        OrganizationId = organizationId,
        ReplacesId = old?.Id,
        Plan = plan,
        ShownUntil = now,
        CreatedAt = now,
    };

    /// <summary>Ends it then, unless it ends earlier. What has ended is shown to nobody.</summary>
    public CodeRevoked EndAt(DateTimeOffset end, DateTimeOffset now)
    {
        if (ValidUntil is null || end < ValidUntil) ValidUntil = end;
        if (ValidUntil <= now) ProtectedCode = null;
        return new CodeRevoked(Id, CodeHash, OrganizationId, ValidUntil.Value, now);
    }

    /// <summary>It was used to make an organization: from now on nobody needs to see it.</summary>
    public void GiveTo(Guid organizationId)
    {
        OrganizationId ??= organizationId;
        ProtectedCode = null;
    }

    public CodeIssued ToIssue(DateTimeOffset now) => new(Id, CodeHash, OrganizationId, Plan, ValidUntil, now);
}

internal sealed class OrganizationCodeConfiguration : IEntityTypeConfiguration<OrganizationCode>
{
    public void Configure(EntityTypeBuilder<OrganizationCode> builder)
    {
        builder.ToTable("organization_codes");
        builder.Property(c => c.CodeHash).HasMaxLength(64);
        builder.Property(c => c.Plan).HasConversion<string>().HasMaxLength(20);
        builder.Property(c => c.ProtectedCode).HasMaxLength(1000);
        builder.HasIndex(c => c.CodeHash).IsUnique();
        // One code for each paid checkout, however often and in whatever order that is told.
        builder.HasIndex(c => c.CheckoutId).IsUnique();
        // An organization has one code without an end; what it replaced runs out.
        builder.HasIndex(c => c.OrganizationId).IsUnique().HasFilter("organization_id is not null and valid_until is null");
        builder.HasOne<Checkout>().WithMany().HasForeignKey(c => c.CheckoutId).OnDelete(DeleteBehavior.Restrict);
    }
}
