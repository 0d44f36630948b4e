using System.Diagnostics;

namespace Kipu.Tests;

/// <summary>Waits for a condition; fails when it isn't met in time.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    public static Task TrueAsync(Func<bool> condition, TimeSpan? within = null) => TrueAsync(() => Task.FromResult(condition()), within);

    /// <summary>Asks until it is refused.</summary>
    /// <returns>
    /// How long after the call an ask began that was still taken. How long answers take, which a slow machine draws out, is not in it.
    /// </returns>
    public static async Task<TimeSpan> RefusedAsync(Func<Task<bool>> isTaken)
    {
        var (started, last) = (Stopwatch.GetTimestamp(), TimeSpan.Zero);
        await TrueAsync(async () =>
        {
            var began = Stopwatch.GetElapsedTime(started);
            if (!await isTaken()) return true;
            last = began;
            return false;
        });
        return last;
    }

    public static async Task TrueAsync(Func<Task<bool>> condition, TimeSpan? within = null)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < (within ?? Limit), "What was waited for did not happen in time");
            await Task.Delay(Pause);
        }
    }
}
