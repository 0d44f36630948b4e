using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Kipu.Payments;

/// <summary>What this service traces and measures.</summary>
internal static class Telemetry
{
    /// <summary>Work that no request waits for.</summary>
    public static readonly ActivitySource Source = new("Kipu.Payments");

    private static readonly Meter Meter = new("Kipu.Payments");

    /// <summary>Webhooks by <c>provider</c> and <c>result</c>: accepted, repeated or refused.</summary>
    public static readonly Counter<long> Webhooks = Meter.CreateCounter<long>("kipu.payments.webhooks");

    /// <summary>Checkouts that were paid and fulfilled.</summary>
    public static readonly Counter<long> Fulfilled = Meter.CreateCounter<long>("kipu.payments.fulfilled");

    /// <summary>Synchronizations that failed and will be tried again.</summary>
    public static readonly Counter<long> SyncFailures = Meter.CreateCounter<long>("kipu.payments.sync.failures");
}
