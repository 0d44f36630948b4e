namespace Kipu.Speech;

/// <summary>Configuration section <c>Speech</c>.</summary>
public sealed class SpeechOptions
{
    public const string Section = "Speech";

    /// <summary>The recognisers that may write words, best first: <c>whisper</c>, <c>sphinx-en</c>, <c>sample-voices-es</c>. Empty: none.</summary>
    public IReadOnlyList<string> Transcribers { get; init; } = [];

    /// <summary>Scratch folder for PCM between processes; the system's temporary folder when not set.</summary>
    public string? ScratchFolder { get; init; }
}
