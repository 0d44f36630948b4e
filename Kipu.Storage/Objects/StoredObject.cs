using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Storage;

/// <summary>What is kept of a recording once it is whole.</summary>
internal enum ObjectKind
{
    /// <summary>The bytes as they were recorded or uploaded.</summary>
    Master,
    /// <summary>The same sound in a container with length and index, for players.</summary>
    Playback,
    /// <summary>Its outline, as JSON.</summary>
    Waveform,
}

internal sealed class StoredObject : ITenantOwned
{
    public required Guid OrganizationId { get; init; }
    public required Guid RecordingId { get; init; }
    public required ObjectKind Kind { get; init; }

    /// <summary>Empty for a master that lies, as it came, in its recording's chunks.</summary>
    public string ObjectKey { get; private set; } = "";
    public string ContentType { get; private set; } = "";
    public long Bytes { get; private set; }

    /// <summary>Lower-case hex; also its entity tag.</summary>
    public string Sha256 { get; private set; } = "";
    public DateTimeOffset CreatedAt { get; private set; }

    public bool LiesInChunks => ObjectKey.Length is 0;

    public static StoredObject Of(Guid organizationId, Guid recordingId, ObjectKind kind, WriteResult written, string contentType,
        DateTimeOffset now)
    {
        var stored = new StoredObject { OrganizationId = organizationId, RecordingId = recordingId, Kind = kind };
        stored.Hold(written, contentType, now);
        return stored;
    }

    /// <summary>Points to other content from now on; the object that was held before is the caller's to delete.</summary>
    public void Hold(WriteResult written, string contentType, DateTimeOffset now)
    {
        ObjectKey = written.Key;
        ContentType = contentType;
        Bytes = written.Bytes;
        Sha256 = written.Sha256;
        CreatedAt = now;
    }
}

internal sealed class StoredObjectConfiguration : IEntityTypeConfiguration<StoredObject>
{
    public void Configure(EntityTypeBuilder<StoredObject> builder)
    {
        builder.ToTable("stored_objects");
        builder.HasTenant();
        builder.HasKey(o => new { o.OrganizationId, o.RecordingId, o.Kind });
        builder.Property(o => o.Kind).HasConversion<string>().HasMaxLength(16);
        builder.Property(o => o.ObjectKey).HasMaxLength(200);
        builder.Property(o => o.ContentType).HasMaxLength(200);
        builder.Property(o => o.Sha256).HasMaxLength(64);
    }
}

/// <summary>Where objects lie in the bucket. Each write has a key of its own, so that no two can mix.</summary>
internal static class ObjectKeys
{
    public static string ChunkFolder(Guid organizationId, Guid recordingId) => $"chunks/{organizationId}/{recordingId}/";

    public static string ObjectFolder(Guid organizationId, Guid recordingId) => $"objects/{organizationId}/{recordingId}/";

    public static string NewChunk(Guid organizationId, Guid recordingId) =>
        $"{ChunkFolder(organizationId, recordingId)}{Guid.CreateVersion7()}";

    public static string NewObject(Guid organizationId, Guid recordingId, ObjectKind kind) =>
        $"{ObjectFolder(organizationId, recordingId)}{NameOf(kind)}-{Guid.CreateVersion7()}";

    /// <summary>Whose object lies under a key; null for a key that none of the above has made.</summary>
    public static (Guid OrganizationId, Guid RecordingId)? OwnerOf(string key) =>
        key.Split('/') is ["chunks" or "objects", var organization, var recording, _]
        && Guid.TryParse(organization, out var organizationId) && Guid.TryParse(recording, out var recordingId)
            ? (organizationId, recordingId)
            : null;

    /// <param name="name">One that <see cref="NameOf"/> gives: the route lets no other through.</param>
    public static ObjectKind KindOf(string name) => Enum.Parse<ObjectKind>(name, ignoreCase: true);

    public static string NameOf(ObjectKind kind) => kind switch
    {
        ObjectKind.Master => "master",
        ObjectKind.Playback => "playback",
        _ => "waveform",
    };
}
