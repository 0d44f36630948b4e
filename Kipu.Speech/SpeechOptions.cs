using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Kipu.Speech;

/// <summary>Configuration section <c>Speech</c>.</summary>
public sealed class SpeechOptions
{
    public const string Section = "Speech";

    /// <summary>The recognisers that may write words, best first: <c>whisper</c>, <c>sphinx-en</c>, <c>sample-voices-es</c>. Empty:
    /// none.</summary>
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

    [ValidateObjectMembers]
    public WhisperOptions Whisper { get; init; } = new();

    private const string VoicePattern = @"^(flite:)?[a-zA-Z][a-zA-Z0-9+-]*$";
}

/// <summary>Configuration section <c>Speech:Whisper</c>.</summary>
public sealed class WhisperOptions
{
    /// <summary>A Whisper model in ggml format, which the operator supplies.</summary>
    public string? ModelPath { get; init; }

    /// <summary>What the file's digest must be, hexadecimal; not checked when not set.</summary>
    [RegularExpression("^[0-9a-fA-F]{64}$")]
    public string? ModelSha256 { get; init; }

    /// <summary>Threads of one recognition; as many as there are cores when not set.</summary>
    [Range(1, 128)]
    public int? Threads { get; init; }

    /// <summary>A window of 28 s may take so long; then its process is ended and the window is given up.</summary>
    [Range(10, 3600)]
    public int WindowTimeoutSeconds { get; init; } = 300;
}
