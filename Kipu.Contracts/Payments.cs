using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Kipu.Contracts;

[JsonConverter(typeof(JsonStringEnumConverter<SubscriptionStatus>))]
public enum SubscriptionStatus
{
    [JsonStringEnumMemberName("TRIAL")] Trial,
    [JsonStringEnumMemberName("ACTIVE")] Active,
    [JsonStringEnumMemberName("PAST_DUE")] PastDue,
    [JsonStringEnumMemberName("SUSPENDED")] Suspended,
    [JsonStringEnumMemberName("CANCELLED")] Cancelled,
}

[JsonConverter(typeof(JsonStringEnumConverter<CheckoutStatus>))]
public enum CheckoutStatus
{
    [JsonStringEnumMemberName("open")] Open,
    [JsonStringEnumMemberName("processing")] Processing,
    [JsonStringEnumMemberName("complete")] Complete,
    [JsonStringEnumMemberName("expired")] Expired,
}

public sealed record PlanInfo(
    Plan Plan, string Name, int PriceUsd, int MaxUsers, int MaxRecordings, long MaxStorageBytes, int MaxVoiceSessions);

public sealed record PlanList(IReadOnlyList<PlanInfo> Items);

/// <summary>Opens a checkout. <c>successUrl</c> may hold <c>{CHECKOUT_SESSION_ID}</c>.</summary>
public sealed record CheckoutRequest(
    Guid? OrganizationId,
    [property: Required] Plan? Plan,
    [property: Required, MaxLength(2000)] string SuccessUrl,
    [property: Required, MaxLength(2000)] string CancelUrl,
    [property: MaxLength(20)] string? Provider,
    [property: EmailAddress, MaxLength(254)] string? Email);

public sealed record CheckoutResponse(bool Success, string SessionId, string Url);

/// <summary>How a checkout stands; with the code for the holder of the session id until it was used or a day went by.</summary>
public sealed record CheckoutState(CheckoutStatus Status, Plan Plan, string? OrganizationCode);

public sealed record WebhookReceipt(bool Received);

public sealed record SubscriptionInfo(
    Plan Plan, SubscriptionStatus Status, DateTimeOffset CurrentPeriodStart, DateTimeOffset CurrentPeriodEnd, bool CancelAtPeriodEnd);

public sealed record SubscriptionLimits(int MaxUsers, int MaxRecordings, decimal MaxStorageGB, decimal CurrentStorageGB);

public sealed record SubscribedOrganization(
    Guid Id, string Name, Plan Plan, OrganizationStatus Status, SubscriptionInfo? Subscription, SubscriptionLimits Limits);

public sealed record SubscriptionResponse(bool Success, SubscribedOrganization Organization);

/// <summary>A payment. <c>AmountMinor</c> counts the currency's smallest unit (cents).</summary>
public sealed record PaymentInfo(
    Guid Id, string Provider, long AmountMinor, string Currency, Plan Plan, DateTimeOffset PaidAt, string? ReceiptUrl);

/// <summary>Replaces the organization's code; the old one stays valid for the grace period.</summary>
public sealed record RotateCodeRequest([property: Range(0, 24)] int GraceHours);

public sealed record RotateCodeResponse(bool Success, string OrganizationCode, DateTimeOffset? PreviousValidUntil);
