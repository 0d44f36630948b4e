using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Storage;

internal enum UploadState
{
    Receiving,
    /// <summary>Its chunks are being joined; nothing more is taken.</summary>
    Assembling,
    Finalized,
    /// <summary>Given up by its client or by time, or its recording was deleted. The sweep removes what it left, and a day later the row,
    /// which until then keeps requests that still run from bringing it back.</summary>
    Gone,
}

/// <summary>A file whose length is said before its bytes come, as tus does.</summary>
/// <param name="Length">Its bytes.</param>
/// <param name="Metadata">Upload-Metadata as it was sent.</param>
/// <param name="Concat">Upload-Concat as it was sent.</param>
internal sealed record AnnouncedFile(long Length, string? Metadata, string? Concat)
{
    public bool IsPart => Concat is TusHeaders.Partial;
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

    /// <summary>Of a file that was announced: how many bytes it will be. Room for all of them is taken.</summary>
    public long? Length { get; private set; }

    /// <summary>What the client said of the file, who may ask for it again.</summary>
    public string? Metadata { get; private set; }
    public string? Concat { get; private set; }

    /// <summary>Whether it is no recording's audio, but a part that will be joined with others.</summary>
    public bool IsPart => Concat is TusHeaders.Partial;

    /// <summary>Whether all bytes that were announced are there.</summary>
    public bool IsWhole => Length == Bytes;

    /// <summary>Who joins the chunks, and until when nobody else may try.</summary>
    public Guid? AssemblyToken { get; private set; }
    public DateTimeOffset? AssemblyUntil { get; private set; }

    public Guid? JobId { get; private set; }
    public string? Sha256 { get; private set; }

    /// <summary>When the last bytes came.</summary>
    public DateTimeOffset HeardAt { get; private set; }

    /// <summary>Since when nothing more is taken: it was finalized, or is gone.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>When the objects that serve nobody since then were deleted.</summary>
    public DateTimeOffset? TidiedAt { get; private set; }

    public bool IsAssembling(DateTimeOffset now) => State is UploadState.Assembling && AssemblyUntil > now;

    public bool IsOf(AnnouncedFile file) => Length == file.Length && Metadata == file.Metadata && Concat == file.Concat;

    /// <summary>Counts as its own what a part has brought.</summary>
    public void Take(Upload part)
    {
        ChunkCount += part.ChunkCount;
        Bytes += part.Bytes;
    }

    public void Count(Chunk chunk)
    {
        ChunkCount++;
        Bytes += chunk.Size;
        HeardAt = chunk.ReceivedAt;
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
        EndedAt = now;
    }

    public void End(DateTimeOffset now)
    {
        State = UploadState.Gone;
        AssemblyToken = null;
        AssemblyUntil = null;
        ChunkCount = 0;
        Bytes = 0;
        Length = null;
        Metadata = null;
        Concat = null;
        Sha256 = null;
        EndedAt = now;
        TidiedAt = null;
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
        // The sweep: ended uploads whose leftovers are still there, oldest first.
        builder.HasIndex(u => u.EndedAt, "ix_uploads_untidied").HasDatabaseName("ix_uploads_untidied")
            .HasFilter("tidied_at is null and ended_at is not null");
        // The sweep: marks of what is gone.
        builder.HasIndex(u => u.EndedAt, "ix_uploads_gone").HasFilter("state = 'Gone'").HasDatabaseName("ix_uploads_gone");
        // The sweep: uploads that nobody goes on with. Not by HeardAt: each chunk would have to write the index as well.
        builder.HasIndex(u => u.CreatedAt, "ix_uploads_open").HasFilter("ended_at is null").HasDatabaseName("ix_uploads_open");
    }
}
