using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;

namespace Kipu.Tests;

/// <summary>Writes what each part of the system says into TestResults/logs, for whoever has to explain a failure.</summary>
internal sealed class ResourceLogs : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly List<Task> _writers = [];

    public ResourceLogs(DistributedApplication app)
    {
        Directory.CreateDirectory(Folder);
        var logs = app.Services.GetRequiredService<ResourceLoggerService>();
        var speaking = app.Services.GetRequiredService<DistributedApplicationModel>().Resources
            .Where(resource => resource is ProjectResource or ContainerResource);
        foreach (var resource in speaking) _writers.Add(WriteAsync(logs, app.ResourceNotifications, resource, _end.Token));
    }

    public static string Folder { get; } = Path.Combine(Repository.Root, "TestResults", "logs");

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_writers);
        _end.Dispose();
    }

    private static async Task WriteAsync(
        ResourceLoggerService logs, ResourceNotificationService notifications, IResource resource, CancellationToken end)
    {
        await using var file = new StreamWriter(Path.Combine(Folder, $"{resource.Name}.log")) { AutoFlush = true };
        try
        {
            // A project's log stands under the name of its instance, which it gets when it is started.
            var instance = resource is ProjectResource
                ? (await notifications.WaitForResourceAsync(resource.Name, change => change.ResourceId != resource.Name, end)).ResourceId
                : resource.Name;
            await foreach (var lines in logs.WatchAsync(instance).WithCancellation(end))
            {
                foreach (var line in lines) await file.WriteLineAsync(line.Content.AsMemory(), end);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The run is over.
        }
    }
}
