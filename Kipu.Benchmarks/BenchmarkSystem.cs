using System.Globalization;
using System.Net.Http.Json;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Kipu.Benchmarks;

/// <summary>The whole system with fresh state and ports of its own, so that a developer's goes on beside it.</summary>
internal sealed class BenchmarkSystem(DistributedApplication app, DirectoryInfo state) : IAsyncDisposable
{
    public static Task<BenchmarkSystem> StartAsync(IEnumerable<string> settings, CancellationToken cancellationToken) =>
        // Empty counts as absent, and the command line goes before user secrets and environment.
        StartWithGeminiAsync(["--Parameters:gemini-api-key=", .. settings], cancellationToken);

    /// <summary>With Gemini itself where a key is configured, which costs money; else with its simulator, as always.</summary>
    public static async Task<BenchmarkSystem> StartWithGeminiAsync(IEnumerable<string> settings, CancellationToken cancellationToken)
    {
        Console.WriteLine("Starting a system of its own");
        var state = Directory.CreateTempSubdirectory("kipu-bench-");
        // Servers that run as their own users must be able to enter it.
        if (!OperatingSystem.IsWindows()) state.UnixFileMode |= UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.Kipu_AppHost>(
            [
                $"--Kipu:State={state.FullName}", "--Kipu:Console=none", "--DcpPublisher:RandomizePorts=true",
                "--Parameters:stripe-api-key=", "--Logging:LogLevel:Default=Error",
                "--Logging:LogLevel:Kipu.AppHost.Resources=None", "--Logging:LogLevel:Microsoft.Extensions.Diagnostics.HealthChecks=None",
                .. settings,
            ],
            cancellationToken);
        var system = new BenchmarkSystem(await builder.BuildAsync(cancellationToken), state);
        try
        {
            await system.StartAndWaitAsync(cancellationToken);
            return system;
        }
        catch
        {
            await system.DisposeAsync();
            throw;
        }
    }

    public Uri EndpointOf(string service) => app.GetEndpoint(service, "http");

    /// <summary>Where a service itself listens. Its endpoint is a proxy of Aspire's in front of it, which is there at a desk only.</summary>
    public async Task<Uri> AddressOfAsync(string service, CancellationToken cancellationToken) =>
        new((await EnvironmentOfAsync(service, "ASPNETCORE_URLS", cancellationToken))!.Split(';')[0]);

    public async Task<string> ConnectionStringOfAsync(string resource, CancellationToken cancellationToken) =>
        (await app.GetConnectionStringAsync(resource, cancellationToken))!;

    /// <summary>The value of one of the application's parameters.</summary>
    public async Task<string> ParameterAsync(string name, CancellationToken cancellationToken)
    {
        var model = app.Services.GetRequiredService<DistributedApplicationModel>();
        return (await model.Resources.OfType<ParameterResource>().Single(p => p.Name == name).GetValueAsync(cancellationToken))!;
    }

    /// <summary>A fresh organization on the smallest plan.</summary>
    public async Task<SessionResponse> SignUpAsync(CancellationToken cancellationToken)
    {
        using var gateway = new HttpClient { BaseAddress = EndpointOf("gateway") };
        var request = new SignUpRequest(
            $"{Guid.NewGuid():N}@example.com", Guid.NewGuid().ToString(), "Bench", OrganizationName: "Bench", OrganizationCode: null);
        using var response = await gateway.PostAsJsonAsync(new Uri("/api/auth/signup", UriKind.Relative), request, cancellationToken);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<SessionResponse>(cancellationToken))!;
    }

    /// <summary>Ends a service that would disturb what is measured.</summary>
    public async Task StopAsync(string service, CancellationToken cancellationToken)
    {
        var commands = app.Services.GetRequiredService<ResourceCommandService>();
        await commands.ExecuteCommandAsync(service, KnownResourceCommands.StopCommand, cancellationToken);
        await app.ResourceNotifications.WaitForResourceAsync(service, KnownResourceStates.TerminalStates, cancellationToken);
    }

    /// <summary>A variable that a service was started with; null when it has none of that name.</summary>
    public async Task<string?> EnvironmentOfAsync(string service, string name, CancellationToken cancellationToken)
    {
        var running = await app.ResourceNotifications.WaitForResourceHealthyAsync(service, cancellationToken);
        return running.Snapshot.EnvironmentVariables.FirstOrDefault(variable => variable.Name == name)?.Value;
    }

    /// <summary>The processes that a service was started as, one for each replica.</summary>
    public async Task<IReadOnlyList<int>> ProcessesOfAsync(string service, int replicas, CancellationToken cancellationToken)
    {
        const string Id = "executable.pid";
        var processes = new Dictionary<string, int>();
        await foreach (var change in app.ResourceNotifications.WatchAsync(cancellationToken))
        {
            if (change.Resource.Name != service || change.Snapshot.Properties.FirstOrDefault(p => p.Name == Id)?.Value is not { } id) continue;

            processes[change.ResourceId] = Convert.ToInt32(id, CultureInfo.InvariantCulture);
            if (processes.Count == replicas) break;
        }

        return [.. processes.Values];
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        state.Delete(recursive: true);
    }

    private async Task StartAndWaitAsync(CancellationToken cancellationToken)
    {
        await app.StartAsync(cancellationToken);
        var services = app.Services.GetRequiredService<DistributedApplicationModel>().Resources.OfType<ProjectResource>();
        await Task.WhenAll(services.Select(service => app.ResourceNotifications.WaitForResourceHealthyAsync(service.Name, cancellationToken)));
    }
}
