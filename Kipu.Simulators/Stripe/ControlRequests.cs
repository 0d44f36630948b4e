using System.ComponentModel.DataAnnotations;

namespace Kipu.Simulators;

/// <summary>Moves the time: <c>POST /_sim/clock</c>.</summary>
/// <param name="Seconds">By how much.</param>
/// <param name="Customer">Only for this customer; for everyone when absent.</param>
public sealed record ClockMove([property: Range(1L, 10L * 366 * 86_400)] long Seconds, string? Customer = null);

/// <summary>A time in Unix seconds.</summary>
public sealed record ClockReading(long Now);

/// <summary>A charge that is contested: <c>POST /_sim/disputes</c>.</summary>
public sealed record NewDispute([property: Required] string Charge, string Reason = "fraudulent");

/// <summary>A card's new expiry: <c>POST /_sim/cards/{payment method}</c>.</summary>
public sealed record RenewedCard([property: Range(1, 12)] int Month, [property: Range(2000, 2100)] int Year);

/// <summary>The bank's word on a dispute.</summary>
public sealed record DisputeDecision(bool Won);
