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
        foreach (var resource in speaking) _writers.Add(WriteAsync(logs, resource, _end.Token));
    }

    public static string Folder { get; } = Path.Combine(Repository.Root, "TestResults", "logs");

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_writers);
        _end.Dispose();
    }

    private static async Task WriteAsync(ResourceLoggerService logs, IResource resource, CancellationToken end)
    {
        await using var file = new StreamWriter(Path.Combine(Folder, $"{resource.Name}.log")) { AutoFlush = true };
        try
        {
            await foreach (var lines in logs.WatchAsync(resource).WithCancellation(end))
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
