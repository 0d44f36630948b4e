using Kipu.Speech;

namespace Kipu.AudioWorker;

/// <summary>What the sound alone tells of a recording: what every segment's worker needs to know of the whole.</summary>
/// <param name="Seconds">Its length, as decoded.</param>
/// <param name="DeclaredSeconds">Its length by its header; null when it declares none.</param>
/// <param name="Speech">Where people speak, in order, without overlaps.</param>
/// <param name="Turns">Which voice speaks when.</param>
/// <param name="VoiceConfidence"><c>high</c> or <c>low</c>.</param>
/// <param name="Partial">Less could be decoded than there should be.</param>
/// <param name="Reasons">Codes of what is missing or doubtful.</param>
/// <param name="RecordedSeconds">Its length by the clock of the client that recorded it; null when it didn't say.</param>
internal sealed record MeasuredRecording(
    double Seconds, double? DeclaredSeconds, IReadOnlyList<TimeRange> Speech, IReadOnlyList<VoiceTurn> Turns, string VoiceConfidence,
    bool Partial,
    IReadOnlyList<string> Reasons, double? RecordedSeconds = null)
{
    public static MeasuredRecording From(MeasuredAudio audio, double? recordedSeconds) => new(
        audio.Measures.Seconds, audio.Measures.DeclaredSeconds, audio.Activity.Speech, audio.Voices.Turns, audio.Voices.Confidence,
        audio.Partial, audio.Reasons, recordedSeconds);

    /// <summary>Seconds of speech within a stretch.</summary>
    public double SpeechWithin(double from, double to) => Speech.Sum(s => Math.Max(0, Math.Min(s.End, to) - Math.Max(s.Start, from)));
}
