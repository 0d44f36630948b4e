namespace Kipu.Speech;

/// <summary>Reads a transcript: what it is about, what was decided, who does what by when. Sentences are taken, never written.</summary>
public static class Reader
{
    /// <param name="transcript">In order of start; merged from segments or as one recogniser wrote it.</param>
    /// <param name="language"><c>es</c> or <c>en</c>; null or another one lets the words themselves decide between the two.</param>
    /// <param name="meetingDate">The day of the meeting; without it dates stay words.</param>
    public static Reading Read(IReadOnlyList<SpokenSegment> transcript, string? language, DateOnly? meetingDate) =>
        throw new NotImplementedException();
}
