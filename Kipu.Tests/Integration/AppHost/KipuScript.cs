using System.Diagnostics;

namespace Kipu.Tests;

/// <summary>Runs a verb of ./kipu.</summary>
internal sealed record KipuScript(int ExitCode, string Output, string Error)
{
    public static async Task<KipuScript> RunAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(Repository.PathOf("kipu"), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, output, await error);
    }
}
