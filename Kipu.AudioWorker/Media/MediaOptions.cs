using System.ComponentModel.DataAnnotations;

namespace Kipu.AudioWorker;

/// <summary>Configuration section <c>Media</c>.</summary>
internal sealed class MediaOptions
{
    /// <summary>Where masters and segments lie while they are worked on; a folder in the system's temporary one when not set.</summary>
    public string? ScratchFolder { get; init; }

    /// <summary>How long a master that nobody uses is kept for the next segment of its job.</summary>
    [Range(0, 86400)]
    public double IdleSeconds { get; init; } = 120;

    /// <summary>How long a transfer from or to Storage may stand still; then it has failed.</summary>
    [Range(1, 3600)]
    public double TransferIdleSeconds { get; init; } = 120;

    /// <summary>The longest recording that is listened to; what goes on longer is cut off, and the analysis says so.</summary>
    [Range(1, 100_000)]
    public double MaxSeconds { get; init; } = 8 * 3600;

    /// <summary>Length of a segment that is analysed in one go.</summary>
    [Range(10, 3600)]
    public double SegmentSeconds { get; init; } = 15 * 60;

    /// <summary>How far a segment reaches over its cuts: who speaks there is known again on the other side.</summary>
    [Range(0, 120)]
    public double OverlapSeconds { get; init; } = 15;

    public TimeSpan TransferIdle => TimeSpan.FromSeconds(TransferIdleSeconds);
}
