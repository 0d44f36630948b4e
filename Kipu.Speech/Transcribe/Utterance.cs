namespace Kipu.Speech;

/// <summary>What one voice says between two pauses, and its sound as raw PCM in a file of our own.</summary>
/// <param name="Index">Its place among the part's utterances.</param>
/// <param name="Turn">The turn it belongs to, as a number.</param>
/// <param name="Range">Its time in the recording.</param>
/// <param name="Speaker">The voice's id.</param>
/// <param name="Channel">The channel to listen to; null for the middle of all.</param>
/// <param name="File">16 kHz mono, 16 bits.</param>
internal sealed record Utterance(int Index, int Turn, TimeRange Range, string? Speaker, int? Channel, string File);

/// <summary>A word, or several that the recogniser gave as one, and when it was said, in seconds of the recording.</summary>
internal sealed record HeardWord(string Text, double Start, double End, double? Confidence = null);

/// <summary>What a recogniser made of an utterance.</summary>
/// <param name="Utterance">What it listened to.</param>
/// <param name="Words">In order; empty when it found none.</param>
/// <param name="Language">The language it was taken for.</param>
/// <param name="HasMarks">True when the recogniser writes capitals and full stops itself.</param>
internal sealed record HeardUtterance(Utterance Utterance, IReadOnlyList<HeardWord> Words, string Language, bool HasMarks = false);
