namespace Kipu.AudioWorker;

/// <summary>A recording of hours may take its time to move, so that no transfer has a time limit; but one that stands still ends.</summary>
internal static class IdleLimit
{
    /// <param name="limit">How long nothing may move.</param>
    /// <param name="time">The clock.</param>
    /// <param name="transfer">Says whenever something has moved.</param>
    /// <param name="cancellationToken">Ends the transfer.</param>
    /// <exception cref="TimeoutException">Nothing has moved for so long.</exception>
    public static async Task WatchAsync(
        TimeSpan limit, TimeProvider time, Func<Action, CancellationToken, Task> transfer, CancellationToken cancellationToken)
    {
        using var idle = new CancellationTokenSource(limit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, idle.Token);
        try
        {
            await transfer(() => idle.CancelAfter(limit), both.Token);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"Nothing moved between Storage and here for {limit}.", exception);
        }
    }

    public static async Task CopyAsync(Stream source, Stream target, Action moved, CancellationToken cancellationToken)
    {
        var buffer = new byte[128 * 1024];
        while (await source.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            moved();
        }
    }
}
