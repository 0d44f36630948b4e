using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Auth;

/// <summary>What one recording, one analysis, one conversation or one answer has used in all: the latest figures that its service told.</summary>
internal sealed class UsageRecord : ITenantOwned
{
    public required Guid OrganizationId { get; init; }

    /// <summary>The recording, the job of its analysis, the voice session, or an id made for the answer to a question.</summary>
    public required Guid SourceId { get; init; }

    /// <summary>The day, UTC, on which it began: all that it used counts there.</summary>
    public required DateOnly Day { get; init; }

    public int Recordings { get; init; }
    public long Bytes { get; init; }
    public double AudioSeconds { get; init; }
    public double VoiceSeconds { get; init; }
    public long AiTokens { get; init; }
    public long AiCostMicros { get; init; }
}

internal sealed class UsageRecordConfiguration : IEntityTypeConfiguration<UsageRecord>
{
    public void Configure(EntityTypeBuilder<UsageRecord> builder)
    {
        builder.HasTenant();
        builder.ToTable("usage_records");
        builder.HasKey(r => new { r.OrganizationId, r.SourceId });
        builder.HasOne<Organization>().WithMany().HasForeignKey(r => r.OrganizationId);
        // The report of a span of days.
        builder.HasIndex(r => new { r.OrganizationId, r.Day });
    }
}
