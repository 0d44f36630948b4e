using System.Diagnostics;
using Kipu.ServiceDefaults;

namespace Kipu.Tests;

/// <summary>Waits for a condition; fails when it isn't met in time.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    public static Task TrueAsync(Func<bool> condition) => TrueAsync(() => Task.FromResult(condition()));

    public static Task TrueAsync(Func<Task<bool>> condition) => TrueAsync(condition, Limit);

    /// <summary>
    /// Waits for what a change at Auth leads to in services that remember how it was before; fails when it could have come about by their
    /// forgetting. How long the news really takes is measured by the benchmark of tenancy.
    /// </summary>
    public static Task HeardAsync(Func<Task<bool>> condition) => TrueAsync(condition, TenantCache.Lifetime / 2);

    private static async Task TrueAsync(Func<Task<bool>> condition, TimeSpan limit)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < limit, "What was waited for did not happen in time");
            await Task.Delay(Pause);
        }
    }
}
