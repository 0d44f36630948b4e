using System.Diagnostics;

namespace Kipu.Tests;

/// <summary>The app host as a developer starts it: a process of its own, with everything that it starts.</summary>
internal sealed class AppHostProcess : IDisposable
{
    // What a process starts inherits its environment: this finds all of a run, whatever became of its parents.
    private const string Mark = "KIPU_TEST_RUN";

    private readonly string _mark = Guid.NewGuid().ToString("N");
    private readonly Process _process;

    private AppHostProcess(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [AppHostAssembly, .. arguments])
        {
            WorkingDirectory = Repository.PathOf("Kipu.AppHost"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[Mark] = _mark;
        start.Environment["DOTNET_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] = "http://127.0.0.1:0";
        start.Environment["ASPIRE_ALLOW_UNSECURED_TRANSPORT"] = "true";
        _process = Process.Start(start)!;
        Output = _process.StandardOutput.ReadToEndAsync();
        Error = _process.StandardError.ReadToEndAsync();
    }

    public Task<string> Output { get; }

    public Task<string> Error { get; }

    // Beside the sources: there the file stands that says where DCP and the dashboard are.
    private static string AppHostAssembly => Repository.PathOf(
        "Kipu.AppHost", "bin", Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd('/'))!), "net10.0", "Kipu.AppHost.dll");

    public static AppHostProcess Start(string state) => new(AppHostArguments.For(state));

    /// <summary>Writes the manifest and ends.</summary>
    public static async Task PublishManifestAsync(string path)
    {
        using var host = new AppHostProcess("--publisher", "manifest", "--output-path", path);
        await host._process.WaitForExitAsync();
        if (host._process.ExitCode != 0) Assert.Fail(await host.Output + await host.Error);
    }

    /// <summary>The names of the programs that this run started and that still run.</summary>
    public IReadOnlyList<string> RunningPrograms() =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Where(process => char.IsAsciiDigit(Path.GetFileName(process)[0]))
            .Where(process => Read(process, "environ").Contains($"{Mark}={_mark}", StringComparison.Ordinal))
            .Select(process => Read(process, "cmdline").Replace('\0', ' ')),
    ];

    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private static string Read(string process, string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ""; // It has just ended, or it is another user's.
        }
    }
}
