namespace Kipu.Contracts;

/// <summary>An organization exists: by sign-up (trial), or from a bought code, whose hash is given then.</summary>
public sealed record OrganizationCreated(Guid OrganizationId, string Name, Plan Plan, OrganizationStatus Status, string? ClaimedCodeHash, DateTimeOffset At);

/// <summary>A subscription is now so. Without an organization when it was bought before there was one.</summary>
public sealed record SubscriptionChanged(
    Guid SubscriptionId, Guid? OrganizationId, Plan Plan, SubscriptionStatus Status, DateTimeOffset CurrentPeriodEnd, bool CancelAtPeriodEnd, DateTimeOffset At);

/// <summary>A subscription's payment has failed, and its organization is to be told.</summary>
/// <param name="SubscriptionId">The subscription.</param>
/// <param name="OrganizationId">Whose it is.</param>
/// <param name="Notice">How far it has come.</param>
/// <param name="GraceUntil">Until when nothing is taken away; null when that is over.</param>
/// <param name="At">When this became known.</param>
public sealed record PaymentOverdue(
    Guid SubscriptionId, Guid OrganizationId, OverdueNotice Notice, DateTimeOffset? GraceUntil, DateTimeOffset At);

/// <summary>What an organization is told of an overdue payment.</summary>
public enum OverdueNotice
{
    /// <summary>It has failed.</summary>
    Failed,

    /// <summary>The end of the grace period comes near.</summary>
    Reminder,

    /// <summary>The grace period is over, and the organization is suspended.</summary>
    Suspended,
}

/// <summary>A code authenticates from now on; without an organization it can make one, once.</summary>
public sealed record CodeIssued(Guid CodeId, string CodeHash, Guid? OrganizationId, Plan Plan, DateTimeOffset? ValidUntil, DateTimeOffset At);

/// <summary>A code stops to authenticate at the given time.</summary>
public sealed record CodeRevoked(Guid CodeId, string CodeHash, Guid? OrganizationId, DateTimeOffset ValidUntil, DateTimeOffset At);

/// <summary>All bytes of a recording are stored and checked.</summary>
/// <param name="RecordingId">The recording.</param>
/// <param name="OrganizationId">Whose it is.</param>
/// <param name="JobId">The job that analyses it.</param>
/// <param name="ContentType">What its first bytes say that it is.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Its digest, lower-case hex.</param>
/// <param name="Language">What is spoken, when its maker said so.</param>
/// <param name="At">When.</param>
/// <param name="DurationSeconds">How long its client recorded, when it said so; what of that can't be heard is missing.</param>
/// <param name="RepairsJobId">The job of which only what failed is done again; null where all is done.</param>
public sealed record RecordingFinalized(
    Guid RecordingId, Guid OrganizationId, Guid JobId, string ContentType, long Bytes, string Sha256, string? Language, DateTimeOffset At,
    double? DurationSeconds = null, Guid? RepairsJobId = null);

/// <summary>The worker got further; progress runs from 0 to 100 and never back within a job.</summary>
public sealed record RecordingProgressed(Guid RecordingId, Guid OrganizationId, Guid JobId, ProcessingStage Stage, int Progress, DateTimeOffset At);

/// <summary>A recording was analysed.</summary>
public sealed record RecordingAnalyzed(Guid RecordingId, Guid OrganizationId, Guid JobId, AnalysisDocument Analysis, DateTimeOffset At);

/// <summary>A recording could not be analysed.</summary>
public sealed record RecordingFailed(
    Guid RecordingId, Guid OrganizationId, Guid JobId, string Code, string Message, bool Retryable, DateTimeOffset At);

/// <summary>A recording is gone for good: whoever keeps anything of it erases it.</summary>
public sealed record RecordingDeleted(Guid RecordingId, Guid OrganizationId, DateTimeOffset At);

/// <summary>An organization's stored bytes are now so many.</summary>
public sealed record StorageUsageChanged(Guid OrganizationId, long UsedBytes, DateTimeOffset At);

/// <summary>What an analysis, a conversation or an answer has used so far, in all: figures of one source only grow.</summary>
/// <param name="OrganizationId">Whose it is.</param>
/// <param name="SourceId">The job of the analysis, the voice session, or an id made for the answer.</param>
/// <param name="BeganAt">When it began; all that it uses counts on that day.</param>
/// <param name="AudioSeconds">Audio that was analysed.</param>
/// <param name="VoiceSeconds">Time connected to the voice agent.</param>
/// <param name="AiTokens">Tokens that Gemini read and wrote.</param>
/// <param name="AiCostMicros">Their list price, in millionths of a US dollar.</param>
public sealed record UsageMetered(
    Guid OrganizationId, Guid SourceId, DateTimeOffset BeganAt, double AudioSeconds, double VoiceSeconds, long AiTokens, long AiCostMicros);

/// <summary>A recording's analysis is there to be read, or won't be.</summary>
/// <param name="RecordingId">The recording.</param>
/// <param name="OrganizationId">Whose it is.</param>
/// <param name="UserId">Who made it, when known.</param>
/// <param name="Title">Its title by now.</param>
/// <param name="DurationSeconds">Its length, once known.</param>
/// <param name="Error">Why there is no analysis; null when there is one.</param>
/// <param name="At">When that was.</param>
public sealed record RecordingEnded(
    Guid RecordingId, Guid OrganizationId, Guid? UserId, string Title, double? DurationSeconds, ProcessingError? Error, DateTimeOffset At);
