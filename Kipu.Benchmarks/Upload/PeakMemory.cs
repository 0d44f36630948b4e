using System.Diagnostics;

namespace Kipu.Benchmarks;

/// <summary>The largest working set that a service's process has while it is watched.</summary>
internal sealed class PeakMemory : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private readonly CancellationTokenSource _stop = new();
    private readonly Process _process;
    private readonly Task _watch;

    private PeakMemory(Process process)
    {
        _process = process;
        _watch = WatchAsync();
    }

    public long Bytes { get; private set; }

    public static async Task<PeakMemory> WatchAsync(BenchmarkSystem system, string service, CancellationToken cancellationToken) =>
        Watch((await system.ProcessesOfAsync(service, replicas: 1, cancellationToken))[0]);

    public static PeakMemory Watch(int process) => new(Process.GetProcessById(process));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watch;
        _stop.Dispose();
        _process.Dispose();
    }

    private async Task WatchAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                _process.Refresh();
                Bytes = Math.Max(Bytes, _process.WorkingSet64);
            }
            catch (InvalidOperationException) when (_process.HasExited)
            {
                return;
            }

            await Task.Delay(Pause, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
