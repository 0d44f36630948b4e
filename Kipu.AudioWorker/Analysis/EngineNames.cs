using Kipu.Speech;

namespace Kipu.AudioWorker;

/// <summary>
/// What an engine's name of itself tells: Kipu's simulator of Gemini listens with the embedded recognisers, and says with which.
/// </summary>
internal static class EngineNames
{
    public const string None = "none";
    private const string Simulator = "kipu-simulator/";
    private const string SampleVoices = "sample-voices";

    /// <summary>What wrote the words: behind the simulator one of the embedded recognisers, else the model itself.</summary>
    public static string TranscriberOf(string model) =>
        model.StartsWith(Simulator, StringComparison.Ordinal) ? model[Simulator.Length..] : model;

    /// <summary>Voices that are meant for the project's samples alone.</summary>
    public static bool IsDemo(string transcriber) => transcriber.Contains(SampleVoices, StringComparison.Ordinal);

    public static string ConfidenceOf(string transcriber) => transcriber switch
    {
        None => None,
        _ when transcriber.Contains("sphinx", StringComparison.Ordinal) || IsDemo(transcriber) => "low",
        _ when transcriber.Contains("whisper", StringComparison.Ordinal) => "medium",
        _ => "high",
    };

    /// <summary>A language of two letters, whatever a model adds to it; null when it names none.</summary>
    public static string? LanguageOf(string? code) =>
        code?.Split('-')[0].Trim() is { Length: 2 } language ? language.ToLowerInvariant() : null;

    /// <summary>Codes that follow from the recogniser's name.</summary>
    public static IEnumerable<string> ReasonsOf(string transcriber)
    {
        if (transcriber is None) yield return Reason.NoModelForLanguage;
        if (IsDemo(transcriber)) yield return Reason.SampleVoices;
        if (transcriber.Contains("sphinx", StringComparison.Ordinal)) yield return Reason.LowAccuracy;
    }
}
