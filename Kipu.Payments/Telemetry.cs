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

    /// <summary>Checkouts that were paid for organizations that had a subscription, and given back, by <c>provider</c>. An alarm.</summary>
    public static readonly Counter<long> Returned = Meter.CreateCounter<long>("kipu.payments.returned");

    /// <summary>Synchronizations that failed and will be tried again.</summary>
    public static readonly Counter<long> SyncFailures = Meter.CreateCounter<long>("kipu.payments.sync.failures");

    /// <summary>Objects that reconciliation compared, by <c>kind</c> and <c>result</c>: same or repaired.</summary>
    public static readonly Counter<long> Reconciled = Meter.CreateCounter<long>("kipu.payments.reconciled");

    /// <summary>Events that reconciliation looked through, by <c>result</c>: known or lost.</summary>
    public static readonly Counter<long> EventsCompared = Meter.CreateCounter<long>("kipu.payments.events.compared");
}
