namespace Kipu.Payments;

/// <summary>Settings of section <c>Reconciliation</c>: how often our books are compared with the provider's.</summary>
internal sealed class ReconciliationOptions
{
    /// <summary>How often open checkouts and grace periods are looked at, and whether something else is due.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How old a checkout or an event is before it is compared: webhooks get the chance to come first.</summary>
    public TimeSpan After { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How often the provider's record of events is compared with the inbox.</summary>
    public TimeSpan EventsEvery { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How much of what was compared before is compared again: the provider may show an event late.</summary>
    public TimeSpan EventsOverlap { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How often all live subscriptions are compared.</summary>
    public TimeSpan SubscriptionsEvery { get; init; } = TimeSpan.FromDays(1);

    public bool IsValid => Every > TimeSpan.Zero && After >= TimeSpan.Zero && EventsEvery > TimeSpan.Zero
        && EventsOverlap >= TimeSpan.Zero && SubscriptionsEvery > TimeSpan.Zero;
}
