namespace Kipu.Speech;

/// <summary>What a transcript says: sentences taken from it, never written anew.</summary>
/// <param name="Language"><c>es</c> or <c>en</c>: the language whose cues were used.</param>
/// <param name="Title">The words that name the meeting best; null for a transcript of a few words.</param>
/// <param name="Summary">The most central sentences in the order in which they were said.</param>
/// <param name="Keywords">Best first.</param>
/// <param name="Topics">Stretches of the meeting, in order.</param>
/// <param name="Decisions">What was settled.</param>
/// <param name="Actions">Who does what by when.</param>
/// <param name="Questions">What was asked.</param>
/// <param name="Dates">Days that were named, on the meeting's calendar.</param>
public sealed record Reading(
    string Language, string? Title, IReadOnlyList<Finding> Summary, IReadOnlyList<Keyword> Keywords, IReadOnlyList<Topic> Topics,
    IReadOnlyList<Finding> Decisions, IReadOnlyList<ActionFinding> Actions, IReadOnlyList<Finding> Questions,
    IReadOnlyList<MentionedDate> Dates);

/// <summary>A sentence of the transcript.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Segment">The index of its segment in the transcript: its evidence.</param>
/// <param name="At">Seconds from the recording's start at which it begins (estimated inside a longer segment).</param>
/// <param name="Speaker">The voice's id.</param>
/// <param name="Tentative">True for hedged talk: maybe, we could, tal vez.</param>
public sealed record Finding(string Text, int Segment, double At, string? Speaker, bool Tentative);

/// <summary>A task.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Segment">The index of its segment in the transcript: its evidence.</param>
/// <param name="At">Seconds from the recording's start.</param>
/// <param name="Speaker">The voice that said it.</param>
/// <param name="Owner">The name that was called; null when the speaker takes it on (then <paramref name="OwnerSpeaker"/>) or nobody is
/// named.</param>
/// <param name="OwnerSpeaker">The voice that takes it on; null when somebody else was called by name.</param>
/// <param name="DueText">When, as it was said.</param>
/// <param name="Due">When, on the calendar of the meeting's date; null when the words fix no day.</param>
/// <param name="Tentative">True for hedged talk.</param>
public sealed record ActionFinding(
    string Text, int Segment, double At, string? Speaker, string? Owner, string? OwnerSpeaker, string? DueText, DateOnly? Due, bool Tentative);

/// <summary>A word or phrase that this transcript uses more than language does.</summary>
public sealed record Keyword(string Text, double Weight);

/// <summary>A stretch of the meeting on one subject.</summary>
public sealed record Topic(string Title, double Start, double End, IReadOnlyList<string> Keywords);

/// <summary>A day that was named.</summary>
public sealed record MentionedDate(string Text, DateOnly Date, int Segment);
