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

/// <summary>A plan and the price of a month, in whole units. <c>priceCop</c> is there for what can be paid at Mercado Pago.</summary>
public sealed record PlanInfo(
    Plan Plan, string Name, int PriceUsd, long? PriceCop, int MaxUsers, int MaxRecordings, long MaxStorageBytes, int MaxVoiceSessions);

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

/// <summary>
/// A subscription. With <c>graceUntil</c> a payment is overdue: until then everything still works. With <c>nextPlan</c> the next
/// payment brings another plan; a change to the present one takes that back.
/// </summary>
public sealed record SubscriptionInfo(
    Plan Plan, SubscriptionStatus Status, DateTimeOffset CurrentPeriodStart, DateTimeOffset CurrentPeriodEnd, bool CancelAtPeriodEnd,
    DateTimeOffset? GraceUntil, string Provider, Plan? NextPlan);

public sealed record SubscriptionLimits(int MaxUsers, int MaxRecordings, decimal MaxStorageGB, decimal CurrentStorageGB);

public sealed record SubscribedOrganization(
    Guid Id, string Name, Plan Plan, OrganizationStatus Status, SubscriptionInfo? Subscription, SubscriptionLimits Limits);

public sealed record SubscriptionResponse(bool Success, SubscribedOrganization Organization);

/// <summary>What a payment was for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PaymentKind>))]
public enum PaymentKind
{
    [JsonStringEnumMemberName("first")] First,
    [JsonStringEnumMemberName("renewal")] Renewal,

    /// <summary>The difference that a change of the plan made.</summary>
    [JsonStringEnumMemberName("change")] Change,
}

/// <summary>Whether a customer's bank has contested a payment, and how that went.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DisputeStatus>))]
public enum DisputeStatus
{
    [JsonStringEnumMemberName("none")] None,
    [JsonStringEnumMemberName("open")] Open,
    [JsonStringEnumMemberName("won")] Won,
    [JsonStringEnumMemberName("lost")] Lost,
}

/// <summary>A payment, and what has gone back of it. Amounts count hundredths of the currency (cents, centavos).</summary>
public sealed record PaymentInfo(
    Guid Id, string Provider, PaymentKind Kind, long AmountMinor, long RefundedMinor, string Currency, Plan Plan, DateTimeOffset PaidAt,
    DisputeStatus Dispute, string? ReceiptUrl);

/// <summary>Moves the subscription to another plan. <c>prorationDate</c>, from the preview, makes the price that was shown there hold.</summary>
public sealed record ChangePlanRequest([property: Required] Plan? Plan, DateTimeOffset? ProrationDate);

/// <summary>What a change of the plan would cost now. A negative sum is credited.</summary>
/// <param name="Success">Always true; failures are problem details.</param>
/// <param name="Plan">The plan to change to.</param>
/// <param name="AmountMinor">What is charged at once, in hundredths of the currency.</param>
/// <param name="Currency">The currency.</param>
/// <param name="ProrationDate">Send it along with the change within the hour, and this very sum is charged.</param>
/// <param name="Lines">How the sum comes about.</param>
public sealed record ChangePreview(
    bool Success, Plan Plan, long AmountMinor, string Currency, DateTimeOffset ProrationDate, IReadOnlyList<ChangePreviewLine> Lines);

public sealed record ChangePreviewLine(string Description, long AmountMinor);

[JsonConverter(typeof(JsonStringEnumConverter<ChangeOutcome>))]
public enum ChangeOutcome
{
    /// <summary>The provider shows the new plan; its limits follow within moments.</summary>
    [JsonStringEnumMemberName("changed")] Changed,

    /// <summary>The old plan stays until the payment at <c>paymentUrl</c> is settled.</summary>
    [JsonStringEnumMemberName("payment_required")] PaymentRequired,

    /// <summary>The new plan comes with the next period; FREE, by the end of the subscription.</summary>
    [JsonStringEnumMemberName("at_period_end")] AtPeriodEnd,
}

public sealed record ChangePlanResponse(bool Success, ChangeOutcome Outcome, SubscriptionInfo Subscription, string? PaymentUrl);

/// <summary>A limit that present use would exceed.</summary>
public sealed record PlanExcess(string What, long Limit, long Used);

/// <summary>Ends the subscription: with the period that is paid for, or at once, without money back.</summary>
public sealed record CancelSubscriptionRequest([property: Required] bool? AtPeriodEnd);

/// <summary>The subscription as the provider shows it after what was asked for.</summary>
public sealed record SubscriptionActionResponse(bool Success, SubscriptionInfo Subscription);

/// <summary>Opens the provider's page for cards and invoices; it leads back to <c>returnUrl</c>, or to the console.</summary>
public sealed record PortalRequest([property: MaxLength(2000)] string? ReturnUrl);

public sealed record PortalResponse(bool Success, string Url);

/// <summary>How many codes have ended.</summary>
public sealed record RevokeCodesResponse(bool Success, int Revoked);

/// <summary>How many of its plan's users an organization has, as Auth answers Payments.</summary>
public sealed record UserCount(int Users);

/// <summary>How many of its plan's recordings an organization has, as Recordings answers Payments.</summary>
public sealed record RecordingCount(int Recordings);

/// <summary>Replaces the organization's code; the old one stays valid for the grace period.</summary>
public sealed record RotateCodeRequest([property: Range(0, 24)] int GraceHours);

public sealed record RotateCodeResponse(bool Success, string OrganizationCode, DateTimeOffset? PreviousValidUntil);
