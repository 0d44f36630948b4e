using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Recordings;

/// <summary>A name that somebody gave to a voice. It is kept to be proposed again: names, never voiceprints.</summary>
internal sealed class KnownPersonRow : ITenantOwned
{
    public const int LongestName = 100;

    public required Guid OrganizationId { get; init; }
    public required string Name { get; init; }
    public Guid? UserId { get; init; }
    public required DateTimeOffset NamedAt { get; init; }
}

internal sealed class KnownPersonConfiguration : IEntityTypeConfiguration<KnownPersonRow>
{
    public void Configure(EntityTypeBuilder<KnownPersonRow> builder)
    {
        builder.HasTenant();
        builder.ToTable("known_people");
        builder.HasKey(p => new { p.OrganizationId, p.Name });
        builder.Property(p => p.Name).HasMaxLength(KnownPersonRow.LongestName);
        builder.HasIndex(p => new { p.OrganizationId, p.NamedAt }).IsDescending(false, true);
    }
}
