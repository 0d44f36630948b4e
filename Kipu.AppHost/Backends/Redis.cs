using System.Runtime.Versioning;

namespace Aspire.Hosting;

/// <summary>Redis as a local process.</summary>
public static class RedisProcess
{
    /// <summary>Runs the server as a local process where no container engine answers; elsewhere as a container with a volume.</summary>
    public static IResourceBuilder<RedisResource> RunAsProcess(this IResourceBuilder<RedisResource> redis, LocalBackends backends) => backends.RunsProcesses
        ? redis.LivesAs(backends, AddServer(redis, backends))
        : redis.WithDataVolume(backends.VolumeName(redis.Resource));

    [UnsupportedOSPlatform("windows")]
    private static IResourceBuilder<ExecutableResource> AddServer(IResourceBuilder<RedisResource> redis, LocalBackends backends)
    {
        var server = redis.Resource;
        var user = new LocalUser("redis");
        var folder = backends.State.FolderOf(server);
        var configuration = Path.Combine(folder, "redis.conf");
        return redis
            .AddProcess("process", folder, user, "redis-server", configuration)
            .OnBeforeResourceStarted(async (_, _, cancellationToken) =>
            {
                await backends.State.PrepareAsync(server, user, cancellationToken);
                await user.WriteAsync(configuration, $"""
                    bind 127.0.0.1
                    port {server.PrimaryEndpoint.Port}
                    dir "{folder}"
                    appendonly yes
                    requirepass {await server.PasswordParameter!.GetValueAsync(cancellationToken)}

                    """, cancellationToken);
            });
    }
}
