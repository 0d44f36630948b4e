using System.Globalization;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Aspire.Hosting;

/// <summary>RabbitMQ as local processes: the broker, and the Erlang port mapper (epmd) that belongs to it alone.</summary>
public static class RabbitMqProcess
{
    /// <summary>Runs the server as local processes where no container engine answers; elsewhere as a container with a volume.</summary>
    public static IResourceBuilder<RabbitMQServerResource> RunAsProcess(
        this IResourceBuilder<RabbitMQServerResource> rabbitmq, LocalBackends backends) => backends.RunsProcesses
        ? rabbitmq.LivesAs(backends, AddServer(rabbitmq, backends))
        : rabbitmq.WithDataVolume(backends.VolumeName(rabbitmq.Resource));

    [UnsupportedOSPlatform("windows")]
    private static IResourceBuilder<ExecutableResource> AddServer(
        IResourceBuilder<RabbitMQServerResource> rabbitmq, LocalBackends backends)
    {
        var user = new LocalUser("rabbitmq");
        var folder = backends.State.FolderOf(rabbitmq.Resource);
        // With a port mapper of its own each system's broker can have the same node name, which its data folder carries.
        var mapperPort = backends.Port();
        var mapper = rabbitmq
            .AddProcess("epmd", "/", user, "epmd", "-address", "127.0.0.1", "-port", $"{mapperPort}");
        // Not the wrapper in /usr/sbin: it would change the user itself, and leave a shell between DCP and the broker.
        return rabbitmq
            .AddProcess("process", folder, user, "/usr/lib/rabbitmq/bin/rabbitmq-server")
            .WithBrokerEnvironment(rabbitmq.Resource, folder, mapperPort, backends.Port())
            .WaitForStart(mapper)
            .OnBeforeResourceStarted(async (_, _, cancellationToken) =>
            {
                await backends.State.PrepareAsync(rabbitmq.Resource, user, cancellationToken);
                await user.WriteAsync(Path.Combine(folder, "enabled_plugins"), EnabledPlugins(rabbitmq.Resource), cancellationToken);
                await user.WriteAsync(Path.Combine(folder, "rabbitmq.conf"), Configuration(rabbitmq.Resource, folder), cancellationToken);
                await user.WriteAsync(
                    Path.Combine(folder, "definitions.json"), await DefinitionsAsync(rabbitmq.Resource, cancellationToken), cancellationToken);
            });
    }

    [UnsupportedOSPlatform("windows")]
    private static IResourceBuilder<ExecutableResource> WithBrokerEnvironment(
        this IResourceBuilder<ExecutableResource> broker, RabbitMQServerResource server, string folder, int mapperPort, int nodePort) => broker
        .WithEnvironment("HOME", folder)
        .WithEnvironment("RABBITMQ_NODENAME", "rabbit@localhost")
        .WithEnvironment("RABBITMQ_MNESIA_BASE", $"{folder}/data")
        .WithEnvironment("RABBITMQ_LOG_BASE", $"{folder}/log")
        .WithEnvironment("RABBITMQ_LOGS", "-")
        .WithEnvironment("RABBITMQ_CONFIG_FILE", $"{folder}/rabbitmq.conf")
        .WithEnvironment("RABBITMQ_ADVANCED_CONFIG_FILE", $"{folder}/advanced.config")
        .WithEnvironment("RABBITMQ_GENERATED_CONFIG_DIR", $"{folder}/generated")
        .WithEnvironment("RABBITMQ_ENABLED_PLUGINS_FILE", $"{folder}/enabled_plugins")
        .WithEnvironment("RABBITMQ_PID_FILE", $"{folder}/pid")
        .WithEnvironment("RABBITMQ_CONF_ENV_FILE", "/dev/null")
        .WithEnvironment("RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1")
        .WithEnvironment("RABBITMQ_NODE_PORT", server.PrimaryEndpoint.Property(EndpointProperty.Port))
        .WithEnvironment("RABBITMQ_DIST_PORT", nodePort.ToString(CultureInfo.InvariantCulture))
        .WithEnvironment("ERL_EPMD_PORT", mapperPort.ToString(CultureInfo.InvariantCulture))
        // The start script then becomes the Erlang machine instead of waiting beside it.
        .WithEnvironment("RUNNING_UNDER_SYSTEMD", "true")
        // Loopback only; no port mapper of its own, which would outlive it; no busy waiting on a developer's machine.
        .WithEnvironment(
            "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS",
            "-kernel inet_dist_use_interface {127,0,0,1} -start_epmd false +sbwt none +sbwtdcpu none +sbwtdio none");

    private static EndpointReference? Management(RabbitMQServerResource server) =>
        server.Annotations.OfType<EndpointAnnotation>().Any(endpoint => endpoint.Name == "management")
            ? server.GetEndpoint("management")
            : null;

    private static string EnabledPlugins(RabbitMQServerResource server) => Management(server) is null ? "[]." : "[rabbitmq_management].";

    private static string Configuration(RabbitMQServerResource server, string folder)
    {
        var configuration = new StringBuilder()
            .AppendLine(CultureInfo.InvariantCulture, $"listeners.tcp.1 = 127.0.0.1:{server.PrimaryEndpoint.Port}")
            .AppendLine(CultureInfo.InvariantCulture, $"load_definitions = {folder}/definitions.json");
        if (Management(server) is { } management)
        {
            configuration
                .AppendLine("management.tcp.ip = 127.0.0.1")
                .AppendLine(CultureInfo.InvariantCulture, $"management.tcp.port = {management.Port}");
        }

        return configuration.ToString();
    }

    /// <summary>The one user, applied at each boot: a changed password works with old data.</summary>
    private static async Task<string> DefinitionsAsync(RabbitMQServerResource server, CancellationToken cancellationToken)
    {
        var user = server.UserNameParameter is { } name ? await name.GetValueAsync(cancellationToken) : "guest";
        var password = await server.PasswordParameter.GetValueAsync(cancellationToken);
        return JsonSerializer.Serialize(new
        {
            users = new[] { new { name = user, password_hash = Hash(password!), hashing_algorithm = "rabbit_password_hashing_sha256", tags = "administrator" } },
            vhosts = new[] { new { name = "/" } },
            permissions = new[] { new { user, vhost = "/", configure = ".*", write = ".*", read = ".*" } },
        });
    }

    /// <summary>RabbitMQ's salted form: base64(salt + SHA-256(salt + password)), with a salt of four bytes.</summary>
    private static string Hash(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(4);
        return Convert.ToBase64String([.. salt, .. SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(password)])]);
    }
}
