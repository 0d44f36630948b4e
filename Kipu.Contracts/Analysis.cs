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
    /// <summary>The words it rests on were not found.</summary>
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

/// <param name="Id">Stable within the analysis.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="Owner">Who took it on, as named in the meeting.</param>
/// <param name="Due">When, as said in the meeting.</param>
/// <param name="Done">Whether somebody ticked it off.</param>
/// <param name="AtSeconds">When it was said; null when that was not found.</param>
/// <param name="Evidence">Ids of the transcript segments it rests on.</param>
/// <param name="State">How far it is backed by them.</param>
public sealed record ActionItem(
    string Id, string Text, string? Owner, string? Due, bool Done, double? AtSeconds, IReadOnlyList<string> Evidence, EvidenceState State);

public sealed record Speaker(string SpeakerId, string? Name, double TalkSeconds);

/// <param name="SegmentId">Stable within the recording.</param>
/// <param name="SpeakerId">Whose turn it is.</param>
/// <param name="Speaker">What the speaker is called.</param>
/// <param name="Text">What was said.</param>
/// <param name="Timestamp"><c>MM:SS</c>, or <c>H:MM:SS</c> from an hour on.</param>
/// <param name="StartSeconds">Seconds from the start of the recording.</param>
/// <param name="EndSeconds">Seconds from the start of the recording.</param>
/// <param name="Confidence">0 to 1, when the engine says.</param>
/// <param name="Language">ISO 639-1 code of what is spoken.</param>
public sealed record TranscriptTurn(
    string SegmentId, string SpeakerId, string Speaker, string Text, string Timestamp, double StartSeconds, double EndSeconds, double? Confidence, string? Language);

/// <summary>What became of a stretch of the meeting; stretches touch and cover all of it.</summary>
public sealed record CoverageSpan(double From, double To, CoverageState State, string? Reason);

/// <summary>Which engine heard the recording, and what it says of itself.</summary>
/// <param name="Name"><c>gemini</c> or <c>embedded</c>.</param>
/// <param name="Model">The model that answered, as it names itself.</param>
/// <param name="Transcriber">What wrote the words: the model, or one of the embedded recognisers.</param>
/// <param name="Demo">True for voices and models that are meant for samples only.</param>
/// <param name="Confidence"><c>high</c>, <c>medium</c> or <c>low</c>.</param>
/// <param name="Reasons">Codes of what is missing or doubtful, e.g. <c>no_model_for_language</c>, <c>partial_audio</c>, <c>low_accuracy_model</c>.</param>
public sealed record EngineInfo(string Name, string Model, string Transcriber, bool Demo, string Confidence, IReadOnlyList<string> Reasons);

/// <summary>What was heard in a recording. <c>Transcript</c> is null when no words could be had; <c>Engine.Reasons</c> says why.</summary>
public sealed record AnalysisDocument(
    string Title, string? Category, IReadOnlyList<string> Tags, string? ExecutiveSummary, IReadOnlyList<SummarySentence> Summary,
    IReadOnlyList<Decision> Decisions, IReadOnlyList<ActionItem> ActionItems, IReadOnlyList<Speaker> Speakers,
    IReadOnlyList<string> Participants, IReadOnlyList<string> KeyTopics, string? Sentiment, string? Language,
    IReadOnlyList<TranscriptTurn>? Transcript, IReadOnlyList<CoverageSpan> Coverage, double DurationSeconds,
    EngineInfo Engine, DateTimeOffset CreatedAt);

/// <summary>The audio's outline for a player: peaks from 0 to 255, and where nobody speaks.</summary>
/// <param name="Version">Of this format; 1.</param>
/// <param name="Seconds">Length of the audio.</param>
/// <param name="PerSecond">Peaks a second.</param>
/// <param name="Peaks">Loudest sample of each stretch, 0 to 255.</param>
/// <param name="Silences">Stretches without speech, from and to in seconds.</param>
public sealed record Waveform(int Version, double Seconds, int PerSecond, IReadOnlyList<int> Peaks, IReadOnlyList<double[]> Silences);
