using System.ComponentModel.DataAnnotations;

namespace Kipu.Voice;

/// <summary>Section "Voice": how long conversations may last.</summary>
internal sealed class VoiceOptions
{
    /// <summary>A conversation in which nobody has said anything for so long is ended.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Longest conversation.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "04:00:00")]
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromMinutes(60);
}

/// <summary>Where the outside reaches Kipu.</summary>
internal sealed class PublicOptions
{
    /// <summary>The gateway's address as a browser sees it.</summary>
    [Required, Url]
    public required string PublicUrl { get; init; }
}
