using System.ComponentModel.DataAnnotations;

namespace Kipu.Simulators;

/// <summary>How instalments are collected: <c>PUT /_sim/billing</c>.</summary>
/// <param name="FirstChargeDelay">How many seconds after the authorization the first charge is made.</param>
/// <param name="CancelAfter">How many instalments in a row without an approved payment end the subscription.</param>
public sealed record InstalmentSettings(
    [property: Range(0, 86_400)] int FirstChargeDelay = 0, [property: Range(1, 12)] int CancelAfter = 3)
{
    /// <summary>On which days after its debit date a rejected instalment is tried again: four times, within ten days.</summary>
    internal static readonly IReadOnlyList<int> RetryDays = [1, 3, 6, 10];
}
