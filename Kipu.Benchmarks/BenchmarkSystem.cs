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
    public static async Task<BenchmarkSystem> StartAsync(CancellationToken cancellationToken)
    {
        Console.WriteLine("Starting a system of its own");
        var state = Directory.CreateTempSubdirectory("kipu-bench-");
        // Servers that run as their own users must be able to enter it.
        if (!OperatingSystem.IsWindows()) state.UnixFileMode |= UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.Kipu_AppHost>(
            [
                $"--Kipu:State={state.FullName}", "--Kipu:Console=none", "--DcpPublisher:RandomizePorts=true",
                "--Parameters:stripe-api-key=", "--Parameters:gemini-api-key=", "--Logging:LogLevel:Default=Error",
                "--Logging:LogLevel:Kipu.AppHost.Resources=None", "--Logging:LogLevel:Microsoft.Extensions.Diagnostics.HealthChecks=None",
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

    /// <summary>The process that a service was started as.</summary>
    public async Task<int> ProcessOfAsync(string service, CancellationToken cancellationToken)
    {
        const string Id = "executable.pid";
        var running = await app.ResourceNotifications.WaitForResourceAsync(
            service, e => e.Snapshot.Properties.Any(p => p.Name == Id && p.Value is not null), cancellationToken);
        return Convert.ToInt32(running.Snapshot.Properties.Single(p => p.Name == Id).Value, CultureInfo.InvariantCulture);
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
