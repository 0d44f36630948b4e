using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Recordings;

/// <summary>How long an organization keeps recordings; without a row, until somebody deletes them.</summary>
internal sealed class RetentionPolicy : ITenantOwned
{
    public required Guid OrganizationId { get; init; }
    public required int Days { get; init; }
    public Guid? UpdatedBy { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
}

internal sealed class RetentionPolicyConfiguration : IEntityTypeConfiguration<RetentionPolicy>
{
    public void Configure(EntityTypeBuilder<RetentionPolicy> builder)
    {
        builder.HasTenant();
        builder.ToTable("retention_policies");
        builder.HasKey(p => p.OrganizationId);
    }
}
