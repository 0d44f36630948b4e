using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting;

/// <summary>Where an application's backing servers run (containers or local processes) and where they keep their data.</summary>
/// <remarks>
/// Settings stand in one configuration section: <c>Backends</c> = auto, process or container; <c>State</c> = the folder of data
/// and generated secrets; <c>Fresh</c> = true empties it first.
/// </remarks>
public sealed class LocalBackends
{
    // Below Linux's ephemeral ports (32768 and up): there an outgoing connection could take the port of a server that is down.
    private const int FirstPort = 20000;
    private const int LastPort = 30000;

    private readonly HashSet<int> _ports = [];
    private readonly bool _randomizePorts;

    internal LocalBackends(IDistributedApplicationBuilder builder, IConfiguration settings)
    {
        RunMode = builder.ExecutionContext.IsRunMode;
        RunsProcesses = RunMode && ChoosesProcesses(settings["Backends"] ?? "auto");
        _randomizePorts = builder.Configuration.GetValue("DcpPublisher:RandomizePorts", false);
        State = new StateFolder(Path.GetFullPath(settings["State"] ?? "../.state", builder.AppHostDirectory));
        builder.Services.AddHostedService(_ => State);
        // The application ends after all that it started: whoever starts it again finds ports and data free.
        builder.Configuration["DcpPublisher:WaitForResourceCleanup"] = "true";
        if (RunMode) State.Open(settings.GetValue("Fresh", false));
    }

    /// <summary>Whether servers are local processes. Never in publish mode: a manifest describes containers.</summary>
    [UnsupportedOSPlatformGuard("windows")]
    [UnsupportedOSPlatformGuard("macos")]
    public bool RunsProcesses { get; }

    internal bool RunMode { get; }

    internal StateFolder State { get; }

    /// <summary>The wished port, or a free one where none is wished or the ports of this run are to be random.</summary>
    internal int Port(int? wished = null)
    {
        if (wished is { } port && !_randomizePorts) return port;
        for (; ; )
        {
            var candidate = RandomNumberGenerator.GetInt32(FirstPort, LastPort);
            if (IsFree(candidate) && _ports.Add(candidate)) return candidate;
        }
    }

    private static bool IsFree(int port)
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static bool ChoosesProcesses(string wish)
    {
        var processes = wish.ToUpperInvariant() switch
        {
            "PROCESS" => true,
            "CONTAINER" => false,
            "AUTO" => !ContainerEngine.Answers(),
            _ => throw new DistributedApplicationException($"Backends is '{wish}': it must be auto, process or container."),
        };
        if (!processes || OperatingSystem.IsLinux()) return processes;
        throw new DistributedApplicationException("Servers run as processes on Linux only. Start a container engine (Docker or Podman).");
    }
}

/// <summary>Extensions that give an application its <see cref="LocalBackends"/> and secrets that live with its data.</summary>
public static class LocalBackendsExtensions
{
    /// <summary>Decides how this application's backing servers run.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="section">The configuration section with the settings.</param>
    public static LocalBackends AddLocalBackends(this IDistributedApplicationBuilder builder, string section) =>
        new(builder, builder.Configuration.GetSection(section));

    /// <summary>Adds a secret parameter that is generated once and kept with the data it protects.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The parameter's name; configuration <c>Parameters:NAME</c> goes first.</param>
    /// <param name="backends">Owner of the folder that keeps the value.</param>
    public static IResourceBuilder<ParameterResource> AddGeneratedSecret(
        this IDistributedApplicationBuilder builder, [ResourceName] string name, LocalBackends backends) =>
        builder.AddParameter(name, new KeptSecret(name, backends.State), secret: true);

    /// <summary>A container's volume. In run mode it is named after the state folder's own id: fresh state, fresh volume.</summary>
    internal static string VolumeName(this LocalBackends backends, IResource resource) => !backends.RunMode
        ? $"{resource.Name}-data"
        : $"{backends.State.Secret("volumes", () => RandomNumberGenerator.GetHexString(8, lowercase: true))}-{resource.Name}";
}
