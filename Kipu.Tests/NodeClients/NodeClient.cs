using System.Diagnostics;

namespace Kipu.Tests;

/// <summary>Runs tests written in JavaScript, which drive an official client against a simulator, or against Kipu.</summary>
internal static class NodeClient
{
    private const string Folder = "Kipu.Tests/NodeClients";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly Lazy<Task> Installed = new(() => RunAsync(Folder, "npm", ["ci", "--no-audit", "--no-fund"]));

    /// <summary>Runs one file of this folder under node's own test runner; fails with its whole output.</summary>
    public static async Task TestAsync(string file, Dictionary<string, string> environment)
    {
        await Installed.Value;
        await RunAsync(Folder, "node", ["--test", "--test-force-exit", "--test-reporter=spec", file], environment);
    }

    /// <summary>Runs a program in a folder of the repository; fails with its whole output when it does.</summary>
    public static async Task RunAsync(string folder, string program, string[] arguments, Dictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Repository.PathOf(folder),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? []) start.Environment[name] = value;

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
}
