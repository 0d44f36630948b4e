using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Kipu.Contracts;

[JsonConverter(typeof(JsonStringEnumConverter<RecordingStatus>))]
public enum RecordingStatus
{
    [JsonStringEnumMemberName("RECORDING")] Recording,
    [JsonStringEnumMemberName("PAUSED")] Paused,
    [JsonStringEnumMemberName("QUEUED")] Queued,
    [JsonStringEnumMemberName("PROCESSING")] Processing,
    [JsonStringEnumMemberName("COMPLETED")] Completed,
    [JsonStringEnumMemberName("ERROR")] Error,
}

/// <summary>What the worker is at.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProcessingStage>))]
public enum ProcessingStage
{
    [JsonStringEnumMemberName("preparing")] Preparing,
    [JsonStringEnumMemberName("listening")] Listening,
    [JsonStringEnumMemberName("transcribing")] Transcribing,
    [JsonStringEnumMemberName("summarizing")] Summarizing,
}

/// <summary>Reserves one of the plan's recordings before the first byte is sent.</summary>
/// <param name="Title">Its name; the analysis gives one when absent.</param>
/// <param name="Language">What is spoken.</param>
/// <param name="Source">Where the sound comes from.</param>
/// <param name="OutputLanguage">What its summary is written in, <c>spoken</c> for the meeting's own language; the organization's setting when absent.</param>
/// <param name="Template">The id of the template that it is analysed with; the organization's when absent, none when empty.</param>
public sealed record CreateRecordingRequest(
    [property: MaxLength(200)] string? Title,
    [property: RegularExpression("^(auto|es|en)$")] string? Language,
    [property: RegularExpression("^(microphone|tab|upload|api)$")] string? Source,
    [property: RegularExpression("^(es|en|spoken)$")] string? OutputLanguage = null,
    [property: MaxLength(40)] string? Template = null);

/// <summary>Changes a recording; what is absent stays.</summary>
/// <param name="Title">Its name; it stays when an analysis gives another.</param>
/// <param name="Tags">All its tags, at most 20 of at most 40 characters; they stay when an analysis gives others.</param>
/// <param name="Markers">All its markers. One with the id of a present one that says the same keeps who set it and when.</param>
/// <param name="Status"><c>PAUSED</c> or <c>RECORDING</c>, as long as it is recorded.</param>
public sealed record UpdateRecordingRequest(
    [property: MinLength(1), MaxLength(200)] string? Title = null,
    [property: MaxLength(20)] IReadOnlyList<string>? Tags = null,
    [property: MaxLength(500)] IReadOnlyList<MarkerRequest>? Markers = null,
    RecordingStatus? Status = null);

/// <summary>A moment that somebody wants to find again.</summary>
/// <param name="AtSeconds">When, from the start of the recording.</param>
/// <param name="Text">What it is about; null for a mere mark.</param>
/// <param name="Id">Of a marker that is there already; null for a new one.</param>
public sealed record MarkerRequest(
    [property: Range(0, 1_000_000)] double AtSeconds, [property: MaxLength(500)] string? Text = null, Guid? Id = null);

/// <summary>What a marker is to be, under an id of the client's choice.</summary>
/// <param name="AtSeconds">When, from the start of the recording.</param>
/// <param name="Text">What it is about; null for a mere mark.</param>
public sealed record PutMarkerRequest(
    [property: Range(0, 1_000_000)] double AtSeconds, [property: MaxLength(500)] string? Text = null);

/// <param name="Id">The marker.</param>
/// <param name="AtSeconds">When, from the start of the recording.</param>
/// <param name="Text">What it is about; null for a mere mark.</param>
/// <param name="UserId">Who set it; null when only the organization's code was sent.</param>
/// <param name="CreatedAt">When it was set.</param>
public sealed record Marker(Guid Id, double AtSeconds, string? Text, Guid? UserId, DateTimeOffset CreatedAt);

public sealed record ProcessingError(string Code, string Message, bool Retryable);

public sealed record SpeakerShare(string SpeakerId, string? Name, double Share);

/// <param name="SegmentId">The transcript segment of the hit; null for a hit in title or summary.</param>
/// <param name="StartSeconds">When it was said.</param>
/// <param name="Speaker">Who said it.</param>
/// <param name="Snippet">The words around the hit, as plain text.</param>
/// <param name="Ranges">Hits in the snippet: offset and length in UTF-16 units.</param>
public sealed record SearchHit(string? SegmentId, double? StartSeconds, string? Speaker, string Snippet, IReadOnlyList<int[]> Ranges);

/// <summary>
/// A row of the recordings list. <c>Markers</c> come with a single recording only, <c>Hits</c> with a search; <c>OutputLanguage</c> and
/// <c>Template</c> are null where the organization's setting holds.
/// </summary>
public sealed record RecordingSummary(
    Guid Id, string Title, RecordingStatus Status, ProcessingStage? Stage, int Progress, ProcessingError? Error,
    DateTimeOffset CreatedAt, double? DurationSeconds, string? Language, string? ExecutiveSummary, int Decisions, int OpenActionItems,
    IReadOnlyList<SpeakerShare> Speakers, IReadOnlyList<string> Tags, string? Category, Guid? UserId, DateTimeOffset? DeletedAt,
    IReadOnlyList<Marker>? Markers, IReadOnlyList<SearchHit>? Hits, string? OutputLanguage = null, string? Template = null);

/// <summary>How a recording stands: <c>GET /api/status/{recordingId}</c> and its events.</summary>
public sealed record RecordingStatusInfo(
    Guid RecordingId, RecordingStatus Status, ProcessingStage? Stage, int Progress, ProcessingError? Error, DateTimeOffset UpdatedAt);

/// <summary>A URL for an <c>&lt;audio&gt;</c> element, which can't send headers.</summary>
public sealed record AudioTicket(string Url, DateTimeOffset ExpiresAt);

/// <summary>What the voice agent is told of a recording: <c>GET /api/recordings/{id}/context</c>.</summary>
public sealed record RecordingContext(
    Guid RecordingId, string Title, DateTimeOffset CreatedAt, double? DurationSeconds, string? Language, string Text);

/// <summary>From Storage to Recordings: the audio of this id begins to arrive; make its recording unless there is one.</summary>
public sealed record EnsureRecordingRequest(string? Title, string? Language, string? Source, Guid? UserId);

/// <summary>A recording whose processing failed for good, as operators see it: without any word of the customer's.</summary>
public sealed record FailedRecording(Guid OrganizationId, Guid RecordingId, string Code, DateTimeOffset FailedAt);

/// <summary>Has recordings that failed processed once more, those that failed first before the others.</summary>
/// <param name="OrganizationId">Only those of this organization.</param>
/// <param name="Code">Only those that failed with this error code.</param>
/// <param name="Limit">So many at most.</param>
public sealed record ReplayFailedRequest(
    Guid? OrganizationId, [property: StringLength(100, MinimumLength = 1)] string? Code, [property: Range(1, 1000)] int Limit);

/// <param name="Replayed">How many are processed once more.</param>
/// <param name="Skipped">How many are not: replayed or deleted by somebody else meanwhile, or without audio.</param>
public sealed record ReplayedRecordings(int Replayed, int Skipped);

/// <summary>A recording as the JSON export has it.</summary>
public sealed record RecordingExport(RecordingSummary Recording, AnalysisDocument Analysis);

/// <summary>Makes a read-only link.</summary>
/// <param name="Label">Whom it is for; people tell links apart by it.</param>
/// <param name="ExpiresAt">Its end, within a year; in 30 days when absent.</param>
/// <param name="IncludesAudio">Whether the audio can be heard by it.</param>
public sealed record CreateShareRequest([property: MaxLength(100)] string? Label = null, DateTimeOffset? ExpiresAt = null,
    bool IncludesAudio = false);

/// <summary>A link, without its secret.</summary>
public sealed record ShareInfo(Guid Id, string? Label, bool IncludesAudio, Guid? CreatedBy, DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt);

/// <summary>A new link. The only answer that ever holds its secret.</summary>
public sealed record CreateShareResponse(string Token, string Url, ShareInfo Share);

/// <summary>What the holder of a link reads.</summary>
public sealed record SharedRecording(
    string Title, DateTimeOffset CreatedAt, double? DurationSeconds, AnalysisDocument Analysis, AudioTicket? Audio,
    DateTimeOffset ExpiresAt);

/// <summary>What of a meeting was captured and heard; spans touch and cover all of it.</summary>
public sealed record RecordingCoverage(double Seconds, IReadOnlyList<CoverageSpan> Spans);

/// <summary>How long an organization keeps recordings.</summary>
/// <param name="Days">After so many days a recording is erased, audio and all; null keeps it until somebody deletes it.</param>
public sealed record UpdateRetentionRequest([property: Range(1, 3650)] int? Days);

/// <param name="Days">After so many days a recording is erased; null keeps it until somebody deletes it.</param>
/// <param name="UpdatedBy">Who decided so; null when nobody has.</param>
/// <param name="UpdatedAt">When; null when nobody has.</param>
public sealed record RetentionInfo(int? Days, Guid? UpdatedBy, DateTimeOffset? UpdatedAt);
