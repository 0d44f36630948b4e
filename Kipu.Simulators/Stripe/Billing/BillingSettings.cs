using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Kipu.Simulators;

/// <summary>What becomes of a subscription whose renewal could not be collected in all tries.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DunningEnd>))]
public enum DunningEnd
{
    [JsonStringEnumMemberName("cancel")] Cancel,
    [JsonStringEnumMemberName("unpaid")] Unpaid,
    [JsonStringEnumMemberName("past_due")] PastDue,
}

/// <summary>What an account sets in Stripe's dashboard: <c>PUT /_sim/billing</c>.</summary>
/// <param name="RetryDays">The days between one failed try of a renewal and the next; as many retries as there are entries.</param>
/// <param name="End">What follows the last.</param>
/// <param name="UpcomingDays">How long before a renewal it is announced; not at all when 0.</param>
public sealed record BillingSettings(
    [property: Required][property: MaxLength(20)] IReadOnlyList<int> RetryDays,
    DunningEnd End = DunningEnd.Cancel,
    [property: Range(0, 45)] int UpcomingDays = 0)
{
    public static BillingSettings Default { get; } = new([3, 5, 7]);
}

/// <summary>The settings of the account, and those of single customers.</summary>
internal sealed class BillingPolicy
{
    private readonly Dictionary<string, BillingSettings> _customers = [];
    private BillingSettings _account = BillingSettings.Default;

    public BillingSettings Of(string? customer) => customer is not null && _customers.TryGetValue(customer, out var own) ? own : _account;

    public void Set(string? customer, BillingSettings settings)
    {
        if (customer is null) _account = settings;
        else _customers[customer] = settings;
    }

    public void Reset()
    {
        _customers.Clear();
        _account = BillingSettings.Default;
    }
}
