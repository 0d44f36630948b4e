using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Storage;

/// <summary>A piece of a recording that was acknowledged: it lies in the store or, a small one, in its row.</summary>
internal sealed class Chunk : ITenantOwned
{
    public required Guid OrganizationId { get; init; }
    public required Guid RecordingId { get; init; }

    /// <summary>Its place in the recording, from 0.</summary>
    public required int Index { get; init; }
    public required long Size { get; init; }
    public required string Sha256 { get; init; }

    /// <summary>Empty while the bytes lie in the row.</summary>
    public required string ObjectKey { get; init; }

    /// <summary>Of a chunk in its row, where they were asked for.</summary>
    public ChunkContent? Content { get; init; }

    public bool LiesInRow => ObjectKey.Length is 0;

    /// <summary>Where it begins in the meeting, when the client said so: pauses leave no gap in the audio itself.</summary>
    public long? StartMs { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <param name="sha256">Of the bytes that are there now.</param>
    /// <exception cref="InvalidDataException">They are others than were acknowledged.</exception>
    public void Check(ReadOnlySpan<byte> sha256)
    {
        if (Convert.ToHexStringLower(sha256) == Sha256) return;
        throw new InvalidDataException($"Other bytes are there than were acknowledged for chunk {Index} of recording {RecordingId}.");
    }
}

/// <summary>The bytes of a chunk that lies in its row: read only by who names them.</summary>
internal sealed class ChunkContent
{
    public Guid OrganizationId { get; init; }
    public Guid RecordingId { get; init; }
    public int Index { get; init; }
    public required byte[] Bytes { get; init; }
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
        builder.HasOne(c => c.Content).WithOne().HasForeignKey<ChunkContent>(c => new { c.OrganizationId, c.RecordingId, c.Index });
    }
}

internal sealed class ChunkContentConfiguration : IEntityTypeConfiguration<ChunkContent>
{
    public void Configure(EntityTypeBuilder<ChunkContent> builder)
    {
        builder.ToTable("chunks");
        builder.HasKey(c => new { c.OrganizationId, c.RecordingId, c.Index });
        builder.Property(c => c.Bytes).HasColumnName("content");
    }
}
