using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.Versioning;

namespace Aspire.Hosting;

/// <summary>The system user that a server runs as when the app host is root: none of these servers should be (most refuse to).</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class LocalUser(string name)
{
    private static bool IsRoot => Environment.IsPrivilegedProcess;

    /// <summary>The command that runs a program as this user. setpriv replaces itself by it: signals and process id are the program's.</summary>
    public (string Program, string[] Arguments) Command(string program, params string[] arguments) => IsRoot
        ? ("setpriv", [$"--reuid={name}", $"--regid={name}", "--init-groups", "--", program, .. arguments])
        : (program, arguments);

    public Task RunAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        var command = Command(program, arguments);
        return StartAsync(command.Program, command.Arguments, cancellationToken);
    }

    /// <summary>Writes a file that this user alone can read.</summary>
    public async Task WriteAsync(string path, string content, CancellationToken cancellationToken)
    {
        PrivateFile.Write(path, content);
        await OwnAsync([path], cancellationToken);
    }

    public async Task CreateFolderAsync(string path, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await OwnAsync([path], cancellationToken);
    }

    public Task OwnAsync(string[] paths, CancellationToken cancellationToken) =>
        IsRoot ? StartAsync("chown", [$"{name}:{name}", .. paths], cancellationToken) : Task.CompletedTask;

    /// <summary>Fails in words when this user can't enter the folder, because one above it is closed to others.</summary>
    public async Task EnsureReachesAsync(string folder, CancellationToken cancellationToken)
    {
        try
        {
            await RunAsync("test", ["-x", folder], cancellationToken);
        }
        catch (DistributedApplicationException e)
        {
            throw new DistributedApplicationException(
                $"The user '{name}' can't enter {folder}: a folder above it is closed to others. "
                + "Choose a folder of state that is not, for example under /var/tmp.", e);
        }
    }

    private static async Task StartAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        using var process = Start(program, arguments);
        // Both streams are read while it runs: a full pipe would stop it.
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = await process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode == 0) return;
        throw new DistributedApplicationException(
            $"{program} {string.Join(' ', arguments)} ended with code {process.ExitCode}: {error.Trim()} {(await output).Trim()}");
    }

    private static Process Start(string program, string[] arguments)
    {
        try
        {
            // No server's tool depends on where it is called from, but all must be able to stand there.
            return Process.Start(new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = "/",
            })!;
        }
        catch (Win32Exception e)
        {
            throw new DistributedApplicationException($"{program} can't be run: {e.Message}", e);
        }
    }
}
