using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Kipu.Contracts;

/// <summary>What a webhook can be told of.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WebhookEventType>))]
public enum WebhookEventType
{
    /// <summary>A recording was analysed; data is <see cref="RecordingNews"/>.</summary>
    [JsonStringEnumMemberName("recording.completed")] RecordingCompleted,

    /// <summary>A recording could not be analysed; data is <see cref="RecordingNews"/> with its error.</summary>
    [JsonStringEnumMemberName("recording.failed")] RecordingFailed,

    /// <summary>A test, sent on request and to every webhook.</summary>
    [JsonStringEnumMemberName("webhook.test")] Test,
}

/// <summary>Where a delivery stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WebhookDeliveryStatus>))]
public enum WebhookDeliveryStatus
{
    [JsonStringEnumMemberName("PENDING")] Pending,
    [JsonStringEnumMemberName("DELIVERED")] Delivered,
    [JsonStringEnumMemberName("FAILED")] Failed,
}

/// <summary>Adds a webhook: <c>POST /api/organizations/current/webhooks</c>.</summary>
/// <param name="Url">An https address that the internet reaches.</param>
/// <param name="Events">What it is told of.</param>
/// <param name="Description">For people.</param>
public sealed record CreateWebhookRequest(
    [property: Required, MaxLength(2048)] string Url, [property: Required, MinLength(1)] IReadOnlyList<WebhookEventType> Events,
    [property: MaxLength(200)] string? Description = null);

/// <summary>Changes a webhook; what is absent stays.</summary>
public sealed record UpdateWebhookRequest(
    [property: MaxLength(2048)] string? Url = null, [property: MinLength(1)] IReadOnlyList<WebhookEventType>? Events = null,
    [property: MaxLength(200)] string? Description = null, bool? Enabled = null);

/// <summary>A webhook of an organization.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Url">Where it is.</param>
/// <param name="Events">What it is told of.</param>
/// <param name="Description">For people.</param>
/// <param name="Enabled">Whether anything is sent there.</param>
/// <param name="DisabledReason"><c>gone</c> when it answered 410, <c>failing</c> when all attempts of a delivery failed; null when a person did it.</param>
/// <param name="CreatedAt">When it was added.</param>
public sealed record WebhookInfo(
    Guid Id, string Url, IReadOnlyList<WebhookEventType> Events, string? Description, bool Enabled, string? DisabledReason, DateTimeOffset CreatedAt);

/// <param name="Secret">Verifies what is sent (<c>whsec_…</c>); shown here and never again.</param>
/// <param name="Webhook">The webhook.</param>
public sealed record CreateWebhookResponse(string Secret, WebhookInfo Webhook);

/// <summary>One message to one webhook, and what became of it.</summary>
/// <param name="Id">Its id, which is also the header <c>webhook-id</c>: the same for all attempts.</param>
/// <param name="WebhookId">To which webhook.</param>
/// <param name="Type">What it tells of.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="ResponseStatus">The HTTP status of the last answer; null when there was none.</param>
/// <param name="Problem">Why the last attempt failed: <c>timeout</c>, <c>unreachable</c> or <c>refused</c>.</param>
/// <param name="CreatedAt">When it came to be.</param>
/// <param name="LastAttemptAt">When it was tried last.</param>
/// <param name="NextAttemptAt">When it will be tried next; null when it won't.</param>
/// <param name="Payload">The body that is sent.</param>
public sealed record WebhookDeliveryInfo(
    Guid Id, Guid WebhookId, WebhookEventType Type, WebhookDeliveryStatus Status, int Attempts, int? ResponseStatus, string? Problem,
    DateTimeOffset CreatedAt, DateTimeOffset? LastAttemptAt, DateTimeOffset? NextAttemptAt, string Payload);

/// <summary>The body of a message.</summary>
/// <param name="Type">What it tells of.</param>
/// <param name="Timestamp">When that was.</param>
/// <param name="Data">About what.</param>
public sealed record WebhookMessage(WebhookEventType Type, DateTimeOffset Timestamp, RecordingNews? Data);

/// <summary>What a message says of a recording; the rest is at <c>GET /api/recordings/{id}</c>.</summary>
public sealed record RecordingNews(Guid RecordingId, string Title, double? DurationSeconds, ProcessingError? Error);
