using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Kipu.Contracts;

/// <summary>How far a statement is backed by what was said.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EvidenceState>))]
public enum EvidenceState
{
    /// <summary>The words it rests on are in the transcript.</summary>
    [JsonStringEnumMemberName("verified")] Verified,
    /// <summary>It was said, but hedged.</summary>
    [JsonStringEnumMemberName("tentative")] Tentative,
    /// <summary>The words it rests on were not found, or somebody else said them than it claims.</summary>
    [JsonStringEnumMemberName("unverified")] Unverified,
}

[JsonConverter(typeof(JsonStringEnumConverter<CoverageState>))]
public enum CoverageState
{
    [JsonStringEnumMemberName("stored")] Stored,
    [JsonStringEnumMemberName("transcribed")] Transcribed,
    [JsonStringEnumMemberName("silent")] Silent,
    [JsonStringEnumMemberName("missing")] Missing,
    [JsonStringEnumMemberName("failed")] Failed,
}

/// <param name="Text">One sentence.</param>
/// <param name="Evidence">Ids of the transcript segments it rests on.</param>
/// <param name="State">How far it is backed by them.</param>
public sealed record SummarySentence(string Text, IReadOnlyList<string> Evidence, EvidenceState State);

public sealed record Decision(string Id, string Text, double? AtSeconds, IReadOnlyList<string> Evidence, EvidenceState State);

/// <summary>Somebody corrected what the engine wrote. It is kept when the recording is processed again.</summary>
/// <param name="UserId">Who; null when only the organization's code was sent.</param>
/// <param name="At">When last.</param>
/// <param name="Original">The engine's own words; null for a name that it didn't know.</param>
public sealed record Edit(Guid? UserId, DateTimeOffset At, string? Original);

/// <param name="Id">Stable within the analysis.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="Owner">Who took it on, as named in the meeting.</param>
/// <param name="Due">When, as said in the meeting.</param>
/// <param name="Done">Whether somebody ticked it off.</param>
/// <param name="AtSeconds">When it was said; null when that was not found.</param>
/// <param name="Evidence">Ids of the transcript segments it rests on.</param>
/// <param name="State">How far it is backed by them.</param>
/// <param name="Edit">Who changed it; null when it is as the engine wrote it.</param>
public sealed record ActionItem(
    string Id, string Text, string? Owner, string? Due, bool Done, double? AtSeconds, IReadOnlyList<string> Evidence, EvidenceState State,
    Edit? Edit = null);

/// <param name="SpeakerId">Whose turns these are.</param>
/// <param name="Name">What they are called; null when nobody knows.</param>
/// <param name="TalkSeconds">How long they speak.</param>
/// <param name="UserId">The member of the organization who it is.</param>
/// <param name="Edit">Who gave the name or joined voices; null when it is as the engine heard it.</param>
public sealed record Speaker(string SpeakerId, string? Name, double TalkSeconds, Guid? UserId = null, Edit? Edit = null);

/// <param name="SegmentId">Stable within the recording.</param>
/// <param name="SpeakerId">Whose turn it is.</param>
/// <param name="Speaker">What the speaker is called.</param>
/// <param name="Text">What was said.</param>
/// <param name="Timestamp"><c>MM:SS</c>, or <c>H:MM:SS</c> from an hour on.</param>
/// <param name="StartSeconds">Seconds from the start of the recording.</param>
/// <param name="EndSeconds">Seconds from the start of the recording.</param>
/// <param name="Confidence">0 to 1, when the engine says.</param>
/// <param name="Language">ISO 639-1 code of what is spoken.</param>
/// <param name="Edit">Who corrected the words; null when they are as the engine wrote them.</param>
public sealed record TranscriptTurn(
    string SegmentId, string SpeakerId, string Speaker, string Text, string Timestamp, double StartSeconds, double EndSeconds,
    double? Confidence,
    string? Language, Edit? Edit = null);

/// <summary>What became of a stretch of the meeting; stretches touch and cover all of it.</summary>
public sealed record CoverageSpan(double From, double To, CoverageState State, string? Reason);

/// <summary>Which engine heard the recording, and what it says of itself.</summary>
/// <param name="Name"><c>gemini</c> or <c>embedded</c>.</param>
/// <param name="Model">The model that answered, as it names itself.</param>
/// <param name="Transcriber">What wrote the words: the model, or one of the embedded recognisers.</param>
/// <param name="Demo">True for voices and models that are meant for samples only.</param>
/// <param name="Confidence"><c>high</c>, <c>medium</c> or <c>low</c>.</param>
/// <param name="Reasons">Codes of what is missing or doubtful, e.g. <c>no_model_for_language</c>, <c>partial_audio</c>, <c>low_accuracy_model</c>.</param>
/// <param name="Prompt">
/// Digests of what the models were asked, without the meeting: several, joined by <c>+</c>, where parts were heard at other times.
/// Null for an engine that is asked nothing.
/// </param>
/// <param name="Reader">What read the words and wrote the summary, as it names itself; null where nothing did.</param>
public sealed record EngineInfo(
    string Name, string Model, string Transcriber, bool Demo, string Confidence, IReadOnlyList<string> Reasons, string? Prompt = null,
    string? Reader = null);

/// <summary>
/// What was heard in a recording. <c>Transcript</c> is null when no words could be had; <c>Engine.Reasons</c> says why. <c>Sections</c> are
/// those of the <c>Template</c>; both are null without one.
/// </summary>
public sealed record AnalysisDocument(
    string Title, string? Category, IReadOnlyList<string> Tags, string? ExecutiveSummary, IReadOnlyList<SummarySentence> Summary,
    IReadOnlyList<Decision> Decisions, IReadOnlyList<ActionItem> ActionItems, IReadOnlyList<Speaker> Speakers,
    IReadOnlyList<string> Participants, IReadOnlyList<string> KeyTopics, string? Sentiment, string? Language,
    IReadOnlyList<TranscriptTurn>? Transcript, IReadOnlyList<CoverageSpan> Coverage, double DurationSeconds,
    EngineInfo Engine, DateTimeOffset CreatedAt, AppliedTemplate? Template = null, IReadOnlyList<AnalysisSection>? Sections = null);

/// <summary>The audio's outline for a player: peaks from 0 to 255, and where nobody speaks.</summary>
/// <param name="Version">Of this format; 1.</param>
/// <param name="Seconds">Length of the audio.</param>
/// <param name="PerSecond">Peaks a second.</param>
/// <param name="Peaks">Loudest sample of each stretch, 0 to 255.</param>
/// <param name="Silences">Stretches without speech, from and to in seconds.</param>
public sealed record Waveform(int Version, double Seconds, int PerSecond, IReadOnlyList<int> Peaks, IReadOnlyList<double[]> Silences);

/// <summary>Corrects what was said in a segment.</summary>
public sealed record UpdateSegmentRequest([property: Required, MinLength(1), MaxLength(10_000)] string Text);

/// <summary>Names a speaker, or joins one who was heard as two. What is absent stays.</summary>
/// <param name="SpeakerId">The speaker.</param>
/// <param name="Name">What they are called from now on.</param>
/// <param name="UserId">The member of the organization who it is.</param>
/// <param name="MergeInto">The speaker whose turns these are in truth; this one is gone then.</param>
public sealed record UpdateSpeakerRequest(
    [property: Required, MaxLength(100)] string SpeakerId,
    [property: MinLength(1), MaxLength(100)] string? Name = null,
    Guid? UserId = null,
    [property: MaxLength(100)] string? MergeInto = null);

/// <summary>Changes an action item. What is absent stays; an empty owner or due takes it away.</summary>
public sealed record UpdateActionItemRequest(
    bool? Done = null,
    [property: MaxLength(100)] string? Owner = null,
    [property: MaxLength(100)] string? Due = null,
    [property: MinLength(1), MaxLength(1000)] string? Text = null);

/// <summary>An action item with the recording it comes from.</summary>
public sealed record RecordedActionItem(Guid RecordingId, string Title, DateTimeOffset RecordedAt, ActionItem Item);

/// <summary>Has a recording's audio analysed anew.</summary>
/// <param name="Language">What is spoken, when the engine should not go by what was said before.</param>
/// <param name="OnlyFailed">
/// Only what failed is done again, and what the others found stays as it is. Not together with a language, which is for all parts.
/// </param>
/// <param name="KeepWords">
/// The words that are there are read anew, for another template or output language; only parts that failed are heard again. Not together
/// with a language.
/// </param>
/// <param name="OutputLanguage">
/// What the summary is written in from now on, <c>spoken</c> for the meeting's own language, <c>-</c> for the organization's setting.
/// </param>
/// <param name="Template">The id of the template from now on; empty for none, <c>-</c> for the organization's setting.</param>
public sealed record ReprocessRequest(
    [property: RegularExpression("^(auto|es|en)$")] string? Language = null, bool OnlyFailed = false, bool KeepWords = false,
    [property: RegularExpression("^(es|en|spoken|-)$")] string? OutputLanguage = null, [property: MaxLength(40)] string? Template = null);

public sealed record ReprocessResponse(bool Success, Guid RecordingId, Guid JobId, RecordingStatus Status);
