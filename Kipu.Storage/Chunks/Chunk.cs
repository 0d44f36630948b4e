using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Storage;

/// <summary>A piece of a recording that was acknowledged: its object is in the store.</summary>
internal sealed class Chunk : ITenantOwned
{
    public required Guid OrganizationId { get; init; }
    public required Guid RecordingId { get; init; }

    /// <summary>Its place in the recording, from 0.</summary>
    public required int Index { get; init; }
    public required long Size { get; init; }
    public required string Sha256 { get; init; }
    public required string ObjectKey { get; init; }

    /// <summary>Where it begins in the meeting, when the client said so: pauses leave no gap in the audio itself.</summary>
    public long? StartMs { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
}

internal sealed class ChunkConfiguration : IEntityTypeConfiguration<Chunk>
{
    public void Configure(EntityTypeBuilder<Chunk> builder)
    {
        builder.HasTenant();
        builder.HasKey(c => new { c.OrganizationId, c.RecordingId, c.Index });
        builder.Property(c => c.Sha256).HasMaxLength(64);
        builder.Property(c => c.ObjectKey).HasMaxLength(200);
        builder.HasOne<Upload>().WithMany().HasForeignKey(c => new { c.OrganizationId, c.RecordingId });
    }
}
