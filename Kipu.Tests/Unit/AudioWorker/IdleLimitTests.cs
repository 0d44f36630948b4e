using System.IO.Pipelines;
using Kipu.AudioWorker;
using Microsoft.Extensions.Time.Testing;

namespace Kipu.Tests;

public sealed class IdleLimitTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly FakeTimeProvider _time = new();
    private readonly Pipe _pipe = new();
    private readonly MemoryStream _target = new();

    public void Dispose() => _target.Dispose();

    [Fact]
    public async Task A_transfer_that_stands_still_ends()
    {
        var copying = CopyAsync(CancellationToken.None);

        _time.Advance(Limit);

        await Assert.ThrowsAsync<TimeoutException>(() => copying);
    }

    [Fact]
    public async Task A_transfer_that_moves_may_take_as_long_as_it_takes()
    {
        var moved = new Queue<TaskCompletionSource>([new(), new(), new()]);
        TaskCompletionSource[] each = [.. moved];
        var copying = CopyAsync(CancellationToken.None, () => moved.Dequeue().SetResult());

        foreach (var one in each)
        {
            _time.Advance(Limit - TimeSpan.FromSeconds(1));
            await _pipe.Writer.WriteAsync(new byte[] { 1 });
            await one.Task;
        }

        await _pipe.Writer.CompleteAsync();
        await copying;
        Assert.Equal(3, _target.Length);
    }

    [Fact]
    public async Task Whoever_cancels_a_transfer_is_told_so()
    {
        using var cancelled = new CancellationTokenSource();
        var copying = CopyAsync(cancelled.Token);

        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => copying);
    }

    private Task CopyAsync(CancellationToken cancellationToken, Action? afterEach = null) => IdleLimit.WatchAsync(
        Limit, _time, (moved, token) => IdleLimit.CopyAsync(_pipe.Reader.AsStream(), _target, () =>
        {
            moved();
            afterEach?.Invoke();
        }, token), cancellationToken);
}
