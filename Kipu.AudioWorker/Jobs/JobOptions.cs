using System.ComponentModel.DataAnnotations;

namespace Kipu.AudioWorker;

/// <summary>Configuration section <c>Jobs</c>.</summary>
internal sealed class JobOptions
{
    /// <summary>Steps that this process works on at once.</summary>
    [Range(1, 64)]
    public int Parallel { get; init; } = 2;

    /// <summary>How long a step stays its worker's without a sign of life. A killed worker's step waits so long for another.</summary>
    [Range(2, 3600)]
    public double LeaseSeconds { get; init; } = 30;

    /// <summary>How often an idle worker looks for steps that others left; its own queue wakes it at once.</summary>
    [Range(0.05, 60)]
    public double PollSeconds { get; init; } = 1;

    /// <summary>Steps of one organization that run at once, in all workers together.</summary>
    [Range(1, 1000)]
    public int MaxPerOrganization { get; init; } = 4;

    [Range(1, 20)]
    public int MaxAttempts { get; init; } = 5;

    /// <summary>The first pause after a failed attempt; it doubles with each, up to ten minutes.</summary>
    [Range(0.01, 600)]
    public double RetrySeconds { get; init; } = 5;

    public TimeSpan Lease => TimeSpan.FromSeconds(LeaseSeconds);

    public TimeSpan RetryAfter(int attempts) => TimeSpan.FromSeconds(Math.Min(600, RetrySeconds * Math.Pow(2, attempts - 1)));
}
