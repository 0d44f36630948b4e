using System.Runtime.Versioning;

namespace Aspire.Hosting;

/// <summary>OpenStack Swift's S3 API as local processes, in place of the object store's container.</summary>
public static class SwiftProcess
{
    private static readonly string[] Kinds = ["account", "container", "object"];

    /// <summary>Runs the store as local processes where no container engine answers; elsewhere as a container with a volume.</summary>
    public static IResourceBuilder<ObjectStoreResource> RunAsProcess(
        this IResourceBuilder<ObjectStoreResource> store, LocalBackends backends) => backends.RunsProcesses
        ? LivesAsServers(store, backends)
        : store.WithDataVolume(backends.VolumeName(store.Resource));

    [UnsupportedOSPlatform("windows")]
    private static IResourceBuilder<ObjectStoreResource> LivesAsServers(IResourceBuilder<ObjectStoreResource> store, LocalBackends backends)
    {
        var user = new LocalUser("swift");
        var folder = backends.State.FolderOf(store.Resource);
        var ports = Kinds.ToDictionary(kind => kind, _ => backends.Port());
        var files = new SwiftFiles(store.Resource, user, folder, backends.Port(), ports);
        var setup = new SemaphoreSlim(1, 1);
        var prepared = false;

        // The servers start in any order; whichever comes first writes the files for all.
        async Task PrepareAsync(CancellationToken cancellationToken)
        {
            await setup.WaitAsync(cancellationToken);
            try
            {
                if (prepared) return;
                await backends.State.PrepareAsync(store.Resource, user, cancellationToken);
                await files.WriteAsync(cancellationToken);
                prepared = true;
            }
            finally
            {
                setup.Release();
            }
        }

        store.AddProcess("memcached", "/", user, "memcached", "-l", "127.0.0.1", "-p", $"{files.CachePort}", "-U", "0", "-m", "16");
        foreach (var kind in Kinds)
        {
            store.AddProcess(kind, "/", user, $"swift-{kind}-server", $"{folder}/{kind}-server.conf")
                .OnBeforeResourceStarted((_, _, cancellationToken) => PrepareAsync(cancellationToken));
        }

        var proxy = store.AddProcess("process", "/", user, "swift-proxy-server", $"{folder}/proxy-server.conf")
            .OnBeforeResourceStarted((_, _, cancellationToken) => PrepareAsync(cancellationToken));
        return store.LivesAs(backends, proxy, [files.CachePort, .. ports.Values]);
    }
}
