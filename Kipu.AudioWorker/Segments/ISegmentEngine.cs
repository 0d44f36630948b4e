using Kipu.Speech;

namespace Kipu.AudioWorker;

/// <summary>A segment to be heard.</summary>
/// <param name="File">The whole recording's local file.</param>
/// <param name="Part">Which stretch of it.</param>
/// <param name="Measured">What the sound of the whole recording told.</param>
/// <param name="Language">What is spoken, when somebody said so.</param>
/// <param name="Vocabulary">Names and terms of the organization.</param>
internal sealed record SegmentToHear(
    string File, PlannedSegment Part, MeasuredRecording Measured, string? Language, IReadOnlyList<string> Vocabulary);

/// <summary>Finds the words of a segment: Gemini, or the embedded engine.</summary>
internal interface ISegmentEngine
{
    Task<SegmentResult> HearAsync(SegmentToHear segment, IProgress<double> progress, CancellationToken cancellationToken);
}
