using System.ComponentModel.DataAnnotations;

namespace Kipu.Simulators;

/// <summary>Settings of section <c>Gemini</c>.</summary>
internal sealed class GeminiSimulatorOptions
{
    /// <summary>The key that works. The words invalid, quota and blocked are keys as well, each with its own failure.</summary>
    [Required]
    public string ApiKey { get; set; } = "kipu-simulator";

    /// <summary>How long an uploaded file stays in state PROCESSING.</summary>
    public TimeSpan FileProcessingTime { get; set; } = TimeSpan.Zero;

    /// <summary>How long a voice connection lasts.</summary>
    public TimeSpan LiveConnectionTime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long before its end a voice connection is told so.</summary>
    public TimeSpan LiveGoAwayLead { get; set; } = TimeSpan.FromSeconds(50);

    /// <summary>How much faster than it is played an answer is sent.</summary>
    [Range(1, 1000)]
    public double LiveSpeed { get; set; } = 4;

    /// <summary>Whether the end of a turn waits until the answer has been played, as Gemini does.</summary>
    public bool LiveWaitsForPlayback { get; set; } = true;
}
