namespace Kipu.Tests;

public sealed partial class KipuSystem
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Asks again and again until the condition holds; fails with the reason when it doesn't within <see cref="Patience"/>.</summary>
    public static async Task WaitUntilAsync(Func<Task<bool>> condition, string because)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!await condition())
        {
            if (limit.IsCancellationRequested) Assert.Fail($"Waited {Patience} in vain: {because}");
            await Task.Delay(Pause);
        }
    }
}
