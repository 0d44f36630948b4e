namespace Kipu.Speech;

/// <summary>A stretch of one voice's speech, short enough for a recogniser, and its sound as raw PCM in a file of our own.</summary>
internal sealed record Utterance(int Index, TimeRange Range, string? Speaker, int? Channel, string File);

/// <summary>A word and when it was said, in seconds of the recording.</summary>
internal sealed record HeardWord(string Text, double Start, double End, double? Confidence = null);

/// <summary>What a recogniser made of an utterance.</summary>
/// <param name="Utterance">What it listened to.</param>
/// <param name="Words">In order; empty when it found none.</param>
/// <param name="Language">The language it was taken for.</param>
internal sealed record HeardUtterance(Utterance Utterance, IReadOnlyList<HeardWord> Words, string Language);
