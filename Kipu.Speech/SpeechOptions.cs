using System.ComponentModel.DataAnnotations;

namespace Kipu.Speech;

/// <summary>Configuration section <c>Speech</c>.</summary>
public sealed class SpeechOptions
{
    public const string Section = "Speech";

    /// <summary>The recognisers that may write words, best first: <c>whisper</c>, <c>sphinx-en</c>, <c>sample-voices-es</c>. Empty: none.</summary>
    public IReadOnlyList<string> Transcribers { get; init; } = [];

    /// <summary>Where Debian's pocketsphinx-en-us lies.</summary>
    public string EnglishModelFolder { get; init; } = "/usr/share/pocketsphinx/model/en-us";

    /// <summary>Silero's model; the one that the build lays beside the program when not set.</summary>
    public string? VadModelPath { get; init; }

    /// <summary>espeak-ng's name of the voice that answers in Spanish.</summary>
    [RegularExpression(VoicePattern)]
    public string SpanishVoice { get; init; } = "es-419+f2";

    /// <summary>The voice that answers in English: <c>flite:</c> and flite's name of it, or a name of espeak-ng's.</summary>
    [RegularExpression(VoicePattern)]
    public string EnglishVoice { get; init; } = "flite:slt";

    private const string VoicePattern = @"^(flite:)?[a-zA-Z][a-zA-Z0-9+-]*$";
}
