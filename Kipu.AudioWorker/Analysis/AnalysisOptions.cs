using System.ComponentModel.DataAnnotations;

namespace Kipu.AudioWorker;

/// <summary>Configuration section <c>Analysis</c>.</summary>
internal sealed class AnalysisOptions
{
    public const string Gemini = "gemini";
    public const string Embedded = "embedded";

    /// <summary>Who finds the words and reads them: <c>gemini</c>, or <c>embedded</c> for recognisers on this machine.</summary>
    [Required, RegularExpression($"^({Gemini}|{Embedded})$")]
    public string Engine { get; init; } = Gemini;
}
