namespace Kipu.Tests;

/// <param name="state">One for all: what a signal left is what the next system starts from.</param>
[Collection(OwnSystems.Name)]
public sealed class ShutdownTests(StateFolder state) : IClassFixture<StateFolder>
{
    // One of each kind, the last to start among them.
    private static readonly string[] Programs =
        ["bin/postgres", "redis-server", "beam.smp", "swift-proxy-server", "Kipu.Gateway", "Kipu.Storage", "Kipu.AudioWorker"];

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("KILL")]
    public async Task Nothing_is_left_running_when_the_app_host_ends(string signal)
    {
        using var host = AppHostProcess.Start(state.Path);
        await KipuSystem.WaitUntilAsync(
            async () =>
            {
                await host.FailIfEndedAsync();
                var running = host.RunningPrograms();
                return Programs.All(program => running.Any(line => line.Contains(program, StringComparison.Ordinal)));
            },
            "every kind of program runs");

        await host.SignalAsync(signal);

        // How soon is a matter of the machine: some 9 s on an idle one. That it happens at all is what is proved here.
        await KipuSystem.WaitUntilAsync(() => Task.FromResult(host.RunningPrograms().Count == 0), "nothing of the run is left");
    }
}
