namespace Kipu.AudioWorker;

/// <summary>Says what a transcript says: Gemini in its own words, or the embedded engine in the meeting's.</summary>
internal interface ITranscriptReader
{
    /// <summary>Reads a transcript with words in it.</summary>
    /// <param name="transcript">What was said.</param>
    /// <param name="brief">In which language, and what to look for.</param>
    /// <param name="meetingDate">The day that "tomorrow" is counted from.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<ReadTranscript> ReadAsync(MergedTranscript transcript, RecordingBrief brief, DateOnly meetingDate, CancellationToken cancellationToken);
}
