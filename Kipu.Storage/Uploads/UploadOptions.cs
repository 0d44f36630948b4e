using System.ComponentModel.DataAnnotations;

namespace Kipu.Storage;

/// <summary>Configuration section <c>Uploads</c>.</summary>
internal sealed class UploadOptions
{
    /// <summary>The largest file that one request may bring.</summary>
    [Range(1, ObjectWriter.MaxObjectBytes)]
    public long MaxBytes { get; init; } = ObjectWriter.MaxObjectBytes;

    /// <summary>How long room stays reserved for an upload from which nothing more is heard.</summary>
    [Range(10, 86400)]
    public int ReservationSeconds { get; init; } = 900;

    /// <summary>How long after its last bytes an unfinished upload is given up.</summary>
    [Range(1, 8760)]
    public int AbandonedHours { get; init; } = 168;

    /// <summary>The same for one that was announced (tus): from its beginning it holds the room of the whole file.</summary>
    [Range(1, 8760)]
    public int AnnouncedHours { get; init; } = 24;
}
