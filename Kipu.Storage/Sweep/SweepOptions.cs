using System.ComponentModel.DataAnnotations;

namespace Kipu.Storage;

/// <summary>Configuration section <c>Sweep</c>.</summary>
internal sealed class SweepOptions
{
    [Range(1, 86400)]
    public int PeriodSeconds { get; init; } = 30;

    /// <summary>How long a finalized recording's chunks are left alone; requests that still read them end within.</summary>
    [Range(0, 86400)]
    public int KeepChunksSeconds { get; init; } = 60;

    /// <summary>Age at which the parts of an unfinished multipart upload are given up.</summary>
    [Range(1, 720)]
    public int AbandonedPartsHours { get; init; } = 24;

    /// <summary>Uploads that one pass tidies.</summary>
    [Range(1, 1000)]
    public int Batch { get; init; } = 20;
}
