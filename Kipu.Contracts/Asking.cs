using System.ComponentModel.DataAnnotations;

namespace Kipu.Contracts;

/// <summary>A question about what was said.</summary>
public sealed record AskRequest([property: Required, MinLength(1), MaxLength(1000)] string Question);

/// <summary>The event <c>words</c>: a piece of the answer. Numbers in brackets refer to citations.</summary>
public sealed record AnswerWords(string Text);

/// <summary>A segment that the answer rests on, in its own words.</summary>
/// <param name="Number">How the answer refers to it.</param>
/// <param name="RecordingId">The recording it is from.</param>
/// <param name="Title">What the recording is called.</param>
/// <param name="SegmentId">The segment.</param>
/// <param name="StartSeconds">When it was said.</param>
/// <param name="Speaker">Who said it.</param>
/// <param name="Quote">What was said, from the transcript and not from the model.</param>
/// <param name="State">Verified when the words of the statement are found in the quote.</param>
public sealed record AnswerCitation(
    int Number, Guid RecordingId, string Title, string SegmentId, double StartSeconds, string Speaker, string Quote, EvidenceState State);

/// <summary>The event <c>citations</c>, which ends an answer.</summary>
/// <param name="Citations">The segments that the answer names, in the order in which it does.</param>
/// <param name="Engine"><c>gemini</c>, or <c>embedded</c> for the best passages instead of an answer.</param>
/// <param name="Model">The model that answered, as it names itself.</param>
/// <param name="Reasons">
/// Codes of what is missing or doubtful: <c>nothing_found</c>, <c>uncited</c>, <c>cut</c>, <c>withheld</c>, <c>model_unavailable</c>.
/// </param>
public sealed record AnswerEnd(IReadOnlyList<AnswerCitation> Citations, string Engine, string? Model, IReadOnlyList<string> Reasons);

/// <summary>The event <c>error</c>: the answer broke off, and what came of it is void.</summary>
public sealed record AnswerFailure(string Code, string Message, bool Retryable);
