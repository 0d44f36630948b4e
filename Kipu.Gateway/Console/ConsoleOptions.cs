using System.ComponentModel.DataAnnotations;

namespace Kipu.Gateway;

/// <summary>Section <c>Console</c>.</summary>
internal sealed class ConsoleOptions
{
    /// <summary>Where the built console lies, from the content root.</summary>
    [Required]
    public required string Path { get; init; }
}
