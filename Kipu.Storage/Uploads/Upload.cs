using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Storage;

internal enum UploadState
{
    Receiving,
    /// <summary>Its chunks are being joined; nothing more is taken.</summary>
    Assembling,
    Finalized,
}

/// <summary>A recording's audio on its way in, and afterwards the memory of how it came.</summary>
internal sealed class Upload : ITenantOwned
{
    public required Guid OrganizationId { get; init; }
    public required Guid RecordingId { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public UploadState State { get; private set; }

    /// <summary>What is spoken, when the recording says so.</summary>
    public string? Language { get; init; }

    /// <summary>Durably stored by now: chunks, and their bytes.</summary>
    public int ChunkCount { get; private set; }
    public long Bytes { get; private set; }

    /// <summary>Who joins the chunks, and until when nobody else may try.</summary>
    public Guid? AssemblyToken { get; private set; }
    public DateTimeOffset? AssemblyUntil { get; private set; }

    public Guid? JobId { get; private set; }
    public string? Sha256 { get; private set; }
    public DateTimeOffset? FinalizedAt { get; private set; }

    /// <summary>When the objects that the master has replaced were deleted.</summary>
    public DateTimeOffset? TidiedAt { get; private set; }

    public bool IsAssembling(DateTimeOffset now) => State is UploadState.Assembling && AssemblyUntil > now;

    public void Count(Chunk chunk)
    {
        ChunkCount++;
        Bytes += chunk.Size;
    }

    public void BeginAssembly(Guid token, DateTimeOffset until)
    {
        State = UploadState.Assembling;
        AssemblyToken = token;
        AssemblyUntil = until;
        JobId ??= Guid.CreateVersion7();
    }

    public void AbandonAssembly()
    {
        State = UploadState.Receiving;
        AssemblyToken = null;
        AssemblyUntil = null;
    }

    public void Complete(StoredObject master, DateTimeOffset now)
    {
        State = UploadState.Finalized;
        AssemblyToken = null;
        AssemblyUntil = null;
        JobId ??= Guid.CreateVersion7();
        Bytes = master.Bytes;
        Sha256 = master.Sha256;
        FinalizedAt = now;
    }

    public void Tidy(DateTimeOffset now) => TidiedAt = now;
}

internal sealed class UploadConfiguration : IEntityTypeConfiguration<Upload>
{
    public void Configure(EntityTypeBuilder<Upload> builder)
    {
        builder.HasTenant();
        builder.HasKey(u => new { u.OrganizationId, u.RecordingId });
        builder.Property(u => u.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(u => u.Language).HasMaxLength(8);
        builder.Property(u => u.Sha256).HasMaxLength(64);
        // The sweep: finished uploads whose leftovers are still there, oldest first.
        builder.HasIndex(u => u.FinalizedAt)
            .HasFilter("tidied_at is null and finalized_at is not null").HasDatabaseName("ix_uploads_untidied");
    }
}
