using System.Diagnostics;
using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;

namespace Kipu.Tests;

/// <summary>Tests that break parts of the system. They run alone, after all others.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Chaos
{
    public const string Name = "Chaos";
}

public sealed partial class KipuSystem
{
    /// <summary>Ends every process of a service or backing server with SIGKILL, and waits until the app host has noticed.</summary>
    public async Task KillAsync(string resource)
    {
        var notifications = (await App).ResourceNotifications;
        using var limit = new CancellationTokenSource(Patience);
        var running = await notifications.WaitForResourceAsync(
            await ProcessOfAsync(resource), e => e.Snapshot.State?.Text == KnownResourceStates.Running && IdOf(e) is not null, limit.Token);

        ProcessTree.Kill(IdOf(running)!.Value);

        await notifications.WaitForResourceAsync(
            resource, e => KnownResourceStates.TerminalStates.Contains(e.Snapshot.State?.Text), limit.Token);
    }

    /// <summary>Starts what <see cref="KillAsync"/> ended, and waits until it is healthy.</summary>
    public async Task StartAsync(string resource)
    {
        var app = await App;
        var commands = app.Services.GetRequiredService<ResourceCommandService>();
        using var limit = new CancellationTokenSource(Patience);
        // Refused for a moment while the app host still tidies up after the end of the last process.
        await WaitUntilAsync(
            async () => (await commands.ExecuteCommandAsync(resource, KnownResourceCommands.StartCommand, limit.Token)).Success,
            $"{resource} can be started again");
        // Both together: for a moment after the start the health of the last life is still shown.
        await app.ResourceNotifications.WaitForResourceAsync(
            resource,
            e => e.Snapshot.State?.Text == KnownResourceStates.Running
                && e.Snapshot.HealthStatus is Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Healthy,
            limit.Token);
    }

    private async Task<string> ProcessOfAsync(string resource)
    {
        var model = (await App).Services.GetRequiredService<DistributedApplicationModel>();
        var process = $"{resource}-process";
        return model.Resources.Any(r => r.Name == process) ? process : resource;
    }

    private static int? IdOf(ResourceEvent change) =>
        change.Snapshot.Properties.FirstOrDefault(property => property.Name == "executable.pid")?.Value is { } id
            ? Convert.ToInt32(id, CultureInfo.InvariantCulture)
            : null;
}

/// <summary>A process with all that it started.</summary>
internal static class ProcessTree
{
    public static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill(entireProcessTree: true);
        }
        catch (ArgumentException)
        {
            // It has already ended.
        }
    }
}
