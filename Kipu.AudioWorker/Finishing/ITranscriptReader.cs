namespace Kipu.AudioWorker;

/// <summary>Says what a transcript says: Gemini in its own words, or the embedded engine in the meeting's.</summary>
internal interface ITranscriptReader
{
    Task<ReadTranscript> ReadAsync(MergedTranscript transcript, DateOnly meetingDate, CancellationToken cancellationToken);
}
