namespace Kipu.Payments;

/// <summary>Settings of section <c>Billing</c>: what happens to whom does not pay.</summary>
internal sealed class BillingOptions
{
    /// <summary>How long everything still works after a payment has failed, while the provider tries to collect it.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How long the code of a cancelled organization still reads and exports.</summary>
    public TimeSpan ReadableAfterEnd { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Whether an organization is suspended as long as its bank contests a payment.</summary>
    public bool SuspendWhileDisputed { get; init; } = true;
}
