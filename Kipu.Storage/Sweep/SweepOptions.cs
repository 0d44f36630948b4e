using System.ComponentModel.DataAnnotations;

namespace Kipu.Storage;

/// <summary>Configuration section <c>Sweep</c>.</summary>
internal sealed class SweepOptions
{
    [Range(1, 86400)]
    public int PeriodSeconds { get; init; } = 15;

    /// <summary>How long a finalized recording's chunks are left alone; requests that still read them end within.</summary>
    [Range(0, 86400)]
    public int KeepChunksSeconds { get; init; } = 60;

    /// <summary>Age at which the parts of an unfinished multipart upload are given up.</summary>
    [Range(1, 720)]
    public int AbandonedPartsHours { get; init; } = 24;

    /// <summary>Uploads that one pass tidies, and that it gives up.</summary>
    [Range(1, 1000)]
    public int Batch { get; init; } = 20;

    /// <summary>How long the mark of what is gone refuses requests that began before; none may last longer.</summary>
    [Range(1, 720)]
    public int KeepMarksHours { get; init; } = 24;

    /// <summary>How often the store itself is looked through, beside what the database tells of it.</summary>
    [Range(1, 10080)]
    public int StrayMinutes { get; init; } = 60;

    /// <summary>Thousands of objects that are looked at each time; the next time goes on behind them.</summary>
    [Range(1, 10000)]
    public int StrayPages { get; init; } = 100;

    /// <summary>Age at which an object that no row knows is one that none will know.</summary>
    [Range(1, 8760)]
    public int StrayHours { get; init; } = 48;
}
