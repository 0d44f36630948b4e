using System.Runtime.Versioning;

namespace Aspire.Hosting;

/// <summary>PostgreSQL as a local process.</summary>
public static class PostgresProcess
{
    /// <summary>Runs the server as a local process where no container engine answers; elsewhere as a container with a volume.</summary>
    public static IResourceBuilder<PostgresServerResource> RunAsProcess(
        this IResourceBuilder<PostgresServerResource> postgres, LocalBackends backends) => backends.RunsProcesses
        ? postgres.LivesAs(backends, AddServer(postgres, backends))
        : postgres.WithDataVolume(backends.VolumeName(postgres.Resource));

    [UnsupportedOSPlatform("windows")]
    private static IResourceBuilder<ExecutableResource> AddServer(
        IResourceBuilder<PostgresServerResource> postgres, LocalBackends backends)
    {
        var server = postgres.Resource;
        var user = new LocalUser("postgres");
        var folder = backends.State.FolderOf(server);
        var data = Path.Combine(folder, "data");
        return postgres
            .AddProcess("process", folder, user, Tool("postgres"), "-D", data, "-h", "127.0.0.1", "-k", "", "-c", "max_connections=300")
            .WithArgs(context => context.Args.Add($"--port={server.PrimaryEndpoint.Port}"))
            .OnBeforeResourceStarted(async (_, _, cancellationToken) =>
            {
                await backends.State.PrepareAsync(server, user, cancellationToken);
                if (File.Exists(Path.Combine(data, "PG_VERSION"))) return;

                var password = Path.Combine(folder, "password");
                await user.WriteAsync(password, (await server.PasswordParameter.GetValueAsync(cancellationToken))!, cancellationToken);
                await user.RunAsync(
                    Tool("initdb"),
                    ["-D", data, "-U", "postgres", $"--pwfile={password}", "--auth=scram-sha-256", "-E", "UTF8", "--locale=C.UTF-8"],
                    cancellationToken);
                File.Delete(password);
            });
    }

    // Debian keeps versions side by side and puts none on the PATH.
    private static string Tool(string name) =>
        Directory.Exists("/usr/lib/postgresql")
        && Directory.EnumerateDirectories("/usr/lib/postgresql").MaxBy(folder => int.Parse(Path.GetFileName(folder), null)) is { } newest
            ? Path.Combine(newest, "bin", name)
            : name;
}
