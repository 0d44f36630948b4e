using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting;

/// <summary>
/// Turns a container resource into one whose server is a local process, child of DCP. The resource stays in the model with its
/// name, endpoints, connection string, health checks and children; the process is a hidden resource <c>NAME-process</c>.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal static class ProcessResource
{
    /// <summary>Adds one process of a server.</summary>
    public static IResourceBuilder<ExecutableResource> AddProcess<T>(
        this IResourceBuilder<T> server, string role, string folder, LocalUser user, string program, params string[] arguments)
        where T : ContainerResource
    {
        var command = user.Command(program, arguments);
        return server.ApplicationBuilder
            .AddExecutable($"{server.Resource.Name}-{role}", command.Program, folder, command.Arguments)
            .WithParentRelationship(server.Resource)
            .WithHidden()
            .ExcludeFromManifest();
    }

    /// <summary>Makes the server live as its main process does. Its endpoints get loopback ports.</summary>
    /// <param name="server">The server.</param>
    /// <param name="backends">Gives the ports.</param>
    /// <param name="main">Its main process.</param>
    /// <param name="helperPorts">Where its other processes must listen too before it is said to run.</param>
    public static IResourceBuilder<T> LivesAs<T>(
        this IResourceBuilder<T> server, LocalBackends backends, IResourceBuilder<ExecutableResource> main, params int[] helperPorts)
        where T : ContainerResource
    {
        // Without an image DCP leaves the resource alone, and Aspire doesn't ask for a container engine.
        foreach (var image in server.Resource.Annotations.OfType<ContainerImageAnnotation>().ToList())
        {
            server.Resource.Annotations.Remove(image);
        }

        foreach (var endpoint in server.Resource.Annotations.OfType<EndpointAnnotation>())
        {
            endpoint.TargetHost = "127.0.0.1";
            endpoint.AllocatedEndpoint = new AllocatedEndpoint(endpoint, "127.0.0.1", backends.Port(endpoint.Port));
        }

        return server
            .WithoutHttpsCertificate()
            .WithInitialState(new CustomResourceSnapshot
            {
                ResourceType = "Process",
                State = KnownResourceStates.NotStarted,
                Properties = [],
            })
            .WithLifecycleCommands(main.Resource)
            .OnInitializeResource((resource, init, cancellationToken) =>
                FollowAsync(resource, main.Resource, helperPorts, init, cancellationToken));
    }

    private static async Task FollowAsync<T>(
        T server, ExecutableResource main, int[] helperPorts, InitializeResourceEvent init, CancellationToken cancellationToken)
        where T : ContainerResource
    {
        var model = init.Services.GetRequiredService<DistributedApplicationModel>();
        IResource[] family = [server, .. model.Resources.OfType<IResourceWithParent>().Where(child => child.Parent == server)];

        await init.Eventing.PublishAsync(new ResourceEndpointsAllocatedEvent(server, init.Services), cancellationToken);
        foreach (var member in family.OfType<IResourceWithConnectionString>())
        {
            await init.Eventing.PublishAsync(new ConnectionStringAvailableEvent(member, init.Services), cancellationToken);
        }

        await init.Eventing.PublishAsync(new BeforeResourceStartedEvent(server, init.Services), cancellationToken);

        var stopping = init.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        int[] ports = [server.Annotations.OfType<EndpointAnnotation>().First().AllocatedEndpoint!.Port, .. helperPorts];
        _ = CopyStateAsync(family, main, ports, init, stopping);
        _ = CopyLogAsync(main, init, stopping);
    }

    private static async Task CopyStateAsync(
        IResource[] family, ExecutableResource main, int[] ports, InitializeResourceEvent init, CancellationToken stopping)
    {
        try
        {
            await foreach (var change in init.Notifications.WatchAsync(stopping))
            {
                if (change.Resource != main) continue;
                if (IsRunning(change.Snapshot)) await WaitUntilItListensAsync(ports, main, init.Notifications, stopping);
                foreach (var member in family) await init.Notifications.PublishUpdateAsync(member, s => Copy(change.Snapshot, s));
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The application ends.
        }
    }

    // A server that is said to run before it listens is found unhealthy, and Aspire looks again only seconds later.
    private static async Task WaitUntilItListensAsync(
        int[] ports, ExecutableResource main, ResourceNotificationService notifications, CancellationToken stopping)
    {
        foreach (var port in ports)
        {
            while (IsRunning(main, notifications) && !await ListensAsync(port, stopping)) await Task.Delay(TimeSpan.FromMilliseconds(100), stopping);
        }
    }

    private static bool IsRunning(ExecutableResource main, ResourceNotificationService notifications) =>
        notifications.TryGetCurrentState(main.Name, out var current) && IsRunning(current.Snapshot);

    private static async Task<bool> ListensAsync(int port, CancellationToken stopping)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, stopping);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static bool IsRunning(CustomResourceSnapshot snapshot) => snapshot.State?.Text == KnownResourceStates.Running;

    private static CustomResourceSnapshot Copy(CustomResourceSnapshot from, CustomResourceSnapshot to) => to with
    {
        State = from.State,
        StartTimeStamp = from.StartTimeStamp,
        StopTimeStamp = from.StopTimeStamp,
        ExitCode = from.ExitCode,
        Urls = [.. to.Urls.Select(url => url with { IsInactive = !IsRunning(from) })],
    };

    private static async Task CopyLogAsync(ExecutableResource main, InitializeResourceEvent init, CancellationToken stopping)
    {
        var logs = init.Services.GetRequiredService<ResourceLoggerService>();
        try
        {
            await foreach (var batch in logs.WatchAsync(main).WithCancellation(stopping))
            {
                foreach (var line in batch)
                {
                    var text = WithoutTime(line.Content);
#pragma warning disable CA1848, CA2254 // The server's own line, passed on as it is.
                    init.Logger.Log(line.IsErrorMessage ? LogLevel.Error : LogLevel.Information, text);
#pragma warning restore CA1848, CA2254
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The application ends.
        }
    }

    // DCP puts the time before each line, and so does the log that the line goes to.
    private static string WithoutTime(string line) =>
        line.Split(' ', 2) is [var time, var rest] && DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, out _) ? rest : line;
}
