using System.Text.Json.Serialization;

namespace Kipu.Contracts;

/// <summary>What an organization pays for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Plan>))]
public enum Plan
{
    [JsonStringEnumMemberName("FREE")] Free,
    [JsonStringEnumMemberName("STARTER")] Starter,
    [JsonStringEnumMemberName("PROFESSIONAL")] Professional,
    [JsonStringEnumMemberName("ENTERPRISE")] Enterprise,
}

/// <summary>What a plan allows. Storage is in bytes; the contract's GB is 10^9 of them.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="MonthlyPriceUsd">Price of a month in whole US dollars.</param>
/// <param name="MaxUsers">Members an organization may have, its owner included.</param>
/// <param name="MaxRecordings">Recordings it may keep.</param>
/// <param name="MaxStorageBytes">Audio it may store.</param>
/// <param name="MaxVoiceSessions">Voice conversations that may run at the same time.</param>
public sealed record PlanLimits(Plan Plan, int MonthlyPriceUsd, int MaxUsers, int MaxRecordings, long MaxStorageBytes, int MaxVoiceSessions);

/// <summary>The plan table: the only place where limits and prices stand.</summary>
public static class Plans
{
    private const long Gigabyte = 1_000_000_000;

    public static IReadOnlyList<PlanLimits> All { get; } =
    [
        new(Plan.Free, 0, 1, 10, 1 * Gigabyte, 1),
        new(Plan.Starter, 29, 5, 100, 10 * Gigabyte, 2),
        new(Plan.Professional, 99, 20, 500, 50 * Gigabyte, 10),
        new(Plan.Enterprise, 299, 100, 2000, 200 * Gigabyte, 50),
    ];

    public static PlanLimits Of(Plan plan) => All[(int)plan];
}
