namespace Kipu.Speech;

/// <summary>A stretch of a recording, in seconds from the recording's start.</summary>
public sealed record TimeRange(double Start, double End)
{
    public double Seconds => End - Start;
}

/// <summary>Everything the embedded engine found in a recording, and which engine it was that found it.</summary>
/// <param name="Measures">What was decoded: length, loudness, waveform.</param>
/// <param name="Activity">Where people speak and where nobody does.</param>
/// <param name="Voices">Who speaks when, told apart by sound alone; nobody is named.</param>
/// <param name="Transcript">The words; null when no recogniser could honestly hear them (<see cref="EngineReport.Reasons"/> says
/// why).</param>
/// <param name="Reading">What the words say; null without a transcript.</param>
/// <param name="Engine">Which parts did the listening, and how far to trust them.</param>
public sealed record HeardRecording(
    Measures Measures, Activity Activity, VoiceReport Voices, Transcript? Transcript, Reading? Reading, EngineReport Engine);

/// <summary>What can be told from the sound alone, without any recogniser of words.</summary>
/// <param name="Measures">What was decoded: length, loudness, waveform.</param>
/// <param name="Activity">Where people speak and where nobody does.</param>
/// <param name="Voices">Who speaks when.</param>
/// <param name="Partial">True when less could be decoded than the file declares, or decoding ended with an error.</param>
/// <param name="Reasons">Stable codes of <see cref="Reason"/>, empty when all is well.</param>
public sealed record MeasuredAudio(
    Measures Measures, Activity Activity, VoiceReport Voices, bool Partial, IReadOnlyList<string> Reasons);

/// <summary>The sound as a whole.</summary>
/// <param name="Container">The container by its first bytes: webm, ogg, mp4, mp3, flac or wav.</param>
/// <param name="Codec">ffmpeg's name of the audio codec.</param>
/// <param name="SampleRate">Samples a second in the file; what is measured is its decode at 16 kHz.</param>
/// <param name="Channels">Channels in the file; at most two are looked at.</param>
/// <param name="Seconds">Seconds decoded, of the part that was asked for.</param>
/// <param name="DeclaredSeconds">The whole file's length by its header; browsers' recordings declare none.</param>
/// <param name="LoudnessLufs">Integrated loudness (ITU-R BS.1770 gating); null when nothing is loud enough to count.</param>
/// <param name="TruePeakDbtp">Highest level between the samples, four times oversampled; null for digital silence.</param>
/// <param name="Waveform">The outline that a player draws.</param>
public sealed record Measures(
    string Container, string Codec, int SampleRate, int Channels, double Seconds, double? DeclaredSeconds,
    double? LoudnessLufs, double? TruePeakDbtp, Waveform Waveform);

/// <summary>The outline of the sound: the highest absolute sample of each step, 255 being full scale.</summary>
/// <param name="Version">The format's version, 1.</param>
/// <param name="Seconds">Seconds that the outline covers.</param>
/// <param name="PerSecond">Peaks a second.</param>
/// <param name="Peaks">0 to 255 each.</param>
public sealed record Waveform(int Version, double Seconds, int PerSecond, IReadOnlyList<int> Peaks);

/// <summary>Where there is speech.</summary>
/// <param name="Vad"><c>silero-v6</c>, or <c>level</c> when its model isn't there: then any sound counts as speech.</param>
/// <param name="SpeechSeconds">Seconds of speech; people speaking at once count once.</param>
/// <param name="Speech">The speech, in order, without overlaps.</param>
/// <param name="Silences">What lies between, from 0.3 s on: nobody speaks there, which doesn't mean that it is quiet.</param>
public sealed record Activity(string Vad, double SpeechSeconds, IReadOnlyList<TimeRange> Speech, IReadOnlyList<TimeRange> Silences);

/// <summary>Who speaks when.</summary>
/// <param name="Method"><c>channels</c> (one person a channel), <c>timbre</c> (clustered by sound) or <c>none</c> (no speech).</param>
/// <param name="Confidence"><c>high</c> by channels, <c>low</c> by timbre.</param>
/// <param name="Speakers">In the order in which they are first heard.</param>
/// <param name="Turns">In order of their start; they overlap only when the method is <c>channels</c>.</param>
public sealed record VoiceReport(string Method, string Confidence, IReadOnlyList<HeardVoice> Speakers, IReadOnlyList<VoiceTurn> Turns);

/// <summary>One voice of the recording.</summary>
/// <param name="Id"><c>1</c>, <c>2</c>, ... in the order in which they are first heard.</param>
/// <param name="TalkSeconds">Seconds this voice speaks.</param>
/// <param name="Share">Its part of all talk, 0 to 1.</param>
/// <param name="PitchHz">The middle pitch of its voiced sounds; null when there were none.</param>
public sealed record HeardVoice(string Id, double TalkSeconds, double Share, double? PitchHz);

/// <summary>One voice speaking without a longer pause.</summary>
/// <param name="Speaker">The voice's id.</param>
/// <param name="Start">Seconds from the recording's start.</param>
/// <param name="End">Seconds from the recording's start.</param>
/// <param name="Channel">0 (left) or 1 (right) when each channel holds one person; null otherwise.</param>
public sealed record VoiceTurn(string Speaker, double Start, double End, int? Channel = null);

/// <summary>The words of a recording.</summary>
/// <param name="Language"><c>es</c>, <c>en</c> or another two-letter code that the recogniser reported; of most of the words.</param>
/// <param name="Segments">In order of their start.</param>
public sealed record Transcript(string Language, IReadOnlyList<SpokenSegment> Segments);

/// <summary>What one voice said in one go.</summary>
/// <param name="Speaker">The voice's id; null when the voices weren't told apart.</param>
/// <param name="Start">Seconds from the recording's start.</param>
/// <param name="End">Seconds from the recording's start.</param>
/// <param name="Text">The words as recognised.</param>
/// <param name="Confidence">0 to 1 where the recogniser tells one.</param>
/// <param name="Language">The segment's own language where it is known.</param>
public sealed record SpokenSegment(
    string? Speaker, double Start, double End, string Text, double? Confidence = null, string? Language = null);

/// <summary>Which parts did the listening, and how far to trust them.</summary>
/// <param name="Vad">See <see cref="Activity.Vad"/>.</param>
/// <param name="Transcriber"><c>whisper</c>, <c>sphinx-en</c>, <c>sample-voices-es</c> or <c>none</c>; several are joined by
/// <c>+</c>.</param>
/// <param name="Model">The acoustic model's name.</param>
/// <param name="ModelSha256">Its digest, lower-case hexadecimal.</param>
/// <param name="LanguageGate">What was measured before a recogniser was let near; null when none had to be asked.</param>
/// <param name="Confidence"><c>high</c>, <c>medium</c>, <c>low</c>, or <c>none</c> without words.</param>
/// <param name="Partial">True when less could be decoded than the file declares, or decoding ended with an error.</param>
/// <param name="Reasons">Stable codes of <see cref="Reason"/> for what is missing or doubtful.</param>
public sealed record EngineReport(
    string Vad, string Transcriber, string? Model, string? ModelSha256, LanguageGateReport? LanguageGate,
    string Confidence, bool Partial, IReadOnlyList<string> Reasons);

/// <summary>How well the sound fits the languages that a model knows: the raw numbers, so that the thresholds can be judged
/// again.</summary>
/// <param name="Scores">
/// By recogniser, a frame, as a median: for <c>sphinx-en</c> the best path of words less that of free sounds (does the language fit?), for
/// <c>sample-voices-es</c> the path of free sounds (is it one of the voices it knows?). Higher fits better.
/// </param>
/// <param name="Seconds">Seconds of speech it was measured on.</param>
/// <param name="Decision">The recogniser that may speak, or <c>none</c>.</param>
public sealed record LanguageGateReport(IReadOnlyDictionary<string, double> Scores, double Seconds, string Decision);

/// <summary>The codes in <see cref="EngineReport.Reasons"/>.</summary>
public static class Reason
{
    /// <summary>No configured recogniser knows this language well enough; nothing was invented.</summary>
    public const string NoModelForLanguage = "no_model_for_language";

    /// <summary>Nobody speaks in this recording.</summary>
    public const string NoSpeech = "no_speech";

    /// <summary>People speak, but the recogniser found no words in it.</summary>
    public const string NoWords = "no_words_recognised";

    /// <summary>Less was decoded than the file declares, or decoding ended with an error.</summary>
    public const string Partial = "partial_audio";

    /// <summary>The recording is longer than what was asked to be listened to.</summary>
    public const string LengthCapped = "length_capped";

    /// <summary>Silero's model isn't installed: activity is by level, so music and noise count as speech.</summary>
    public const string LevelOnly = "vad_by_level";

    /// <summary>A recogniser of low accuracy wrote the words.</summary>
    public const string LowAccuracy = "low_accuracy_model";

    /// <summary>The words come from the project's demonstration model, which hears only the voices of its own samples.</summary>
    public const string SampleVoices = "sample_voices_model";

    /// <summary>The recogniser failed on a part of the recording; the rest is there.</summary>
    public const string RecogniserFailed = "recogniser_failed";
}
