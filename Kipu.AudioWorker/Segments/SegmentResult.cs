namespace Kipu.AudioWorker;

/// <summary>Who speaks in a segment, by the names that its transcript uses.</summary>
/// <param name="Id">Means something within the segment only.</param>
/// <param name="Name">When the words themselves name the person.</param>
internal sealed record HeardSpeaker(string Id, string? Name);

/// <summary>What one speaker said in one go; times count from the recording's start.</summary>
internal sealed record HeardTurn(string SpeakerId, double Start, double End, string Text, double? Confidence = null,
    string? Language = null);

/// <summary>Which engine heard a segment.</summary>
/// <param name="Name"><c>gemini</c> or <c>embedded</c>.</param>
/// <param name="Model">As it names itself.</param>
/// <param name="Transcriber">What wrote the words.</param>
/// <param name="Confidence"><c>high</c>, <c>medium</c>, <c>low</c> or <c>none</c>.</param>
/// <param name="Prompt">Digest of what it was asked; null for an engine that is asked nothing, and where that was not kept.</param>
internal sealed record HeardBy(string Name, string Model, string Transcriber, string Confidence, string? Prompt = null);

/// <summary>A stretch in which people speak and whose words could not be had.</summary>
/// <param name="From">Seconds from the recording's start.</param>
/// <param name="To">Seconds from the recording's start.</param>
/// <param name="Reason">Why, as a code.</param>
internal sealed record UnheardStretch(double From, double To, string Reason);

/// <summary>What was found in a segment.</summary>
/// <param name="Language">ISO 639-1 code of most of the words.</param>
/// <param name="VoicesAreGlobal">Whether speaker ids are the recording's voices already, and not the segment's own.</param>
/// <param name="Speakers">Of this segment.</param>
/// <param name="Turns">In order of their start; none when no words could be had.</param>
/// <param name="Engine">What heard it.</param>
/// <param name="Reasons">Codes of what is missing or doubtful.</param>
internal sealed record SegmentResult(
    string? Language, bool VoicesAreGlobal, IReadOnlyList<HeardSpeaker> Speakers, IReadOnlyList<HeardTurn> Turns, HeardBy Engine,
    IReadOnlyList<string> Reasons)
{
    /// <summary>What is to be tried again; empty in results that were stored when this was not told yet.</summary>
    public IReadOnlyList<UnheardStretch> Unheard { get; init; } = [];

    public double UnheardSeconds() => Unheard.Sum(stretch => stretch.To - stretch.From);
}
