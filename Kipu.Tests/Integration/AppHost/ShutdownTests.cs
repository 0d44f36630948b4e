using System.Diagnostics;

namespace Kipu.Tests;

[Collection(Chaos.Name)]
public sealed class ShutdownTests
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(15);

    // One of each kind, the last to start among them.
    private static readonly string[] Programs =
        ["bin/postgres", "redis-server", "beam.smp", "swift-proxy-server", "Kipu.Gateway", "Kipu.Storage", "Kipu.AudioWorker"];

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("KILL")]
    public async Task Nothing_is_left_running_when_the_app_host_ends(string signal)
    {
        using var state = new StateFolder();
        using var host = AppHostProcess.Start(state.Path);
        await KipuSystem.WaitUntilAsync(
            async () =>
            {
                await host.FailIfEndedAsync();
                var running = host.RunningPrograms();
                return Programs.All(program => running.Any(line => line.Contains(program, StringComparison.Ordinal)));
            },
            "every kind of program runs");

        var ended = Stopwatch.StartNew();
        await host.SignalAsync(signal);
        await KipuSystem.WaitUntilAsync(
            () => Task.FromResult(host.RunningPrograms().Count == 0 || ended.Elapsed > Grace), "the end, or the end of the grace");

        Assert.Empty(host.RunningPrograms());
    }
}
