using System.ComponentModel;
using System.Diagnostics;

namespace Aspire.Hosting;

/// <summary>Finds out whether a container engine runs, by asking its client: contexts and <c>DOCKER_HOST</c> are honoured.</summary>
internal static class ContainerEngine
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static bool Answers()
    {
        // Aspire's own switch. Without it Aspire takes Docker, and Podman only where no Docker client is.
        var chosen = Environment.GetEnvironmentVariable("ASPIRE_CONTAINER_RUNTIME");
        string[] clients = string.IsNullOrEmpty(chosen) ? ["docker", "podman"] : [chosen];
        return clients.Any(Answers);
    }

    private static bool Answers(string client)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(client, ["version", "--format", "{{.Server.Version}}"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            if (process.WaitForExit(Patience)) return process.ExitCode == 0;
            process.Kill();
            return false;
        }
        catch (Win32Exception)
        {
            return false; // No such client.
        }
    }
}
