using System.Diagnostics;

namespace Kipu.Tests;

/// <summary>Runs tests written in JavaScript, which drive a provider's official client against a simulator.</summary>
internal static class NodeClient
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly Lazy<Task> Installed = new(() => RunAsync("npm", ["ci", "--no-audit", "--no-fund"], []));

    /// <summary>Runs one file of this folder under node's own test runner; fails with its whole output.</summary>
    public static async Task TestAsync(string file, Dictionary<string, string> environment)
    {
        await Installed.Value;
        await RunAsync("node", ["--test", "--test-reporter=spec", file], environment);
    }

    private static async Task RunAsync(string program, string[] arguments, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;

        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{await output}\n{await errors}");
    }

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Kipu.sln"))) folder = folder.Parent!;
        return Path.Combine(folder.FullName, "Kipu.Tests", "NodeClients");
    }
}
