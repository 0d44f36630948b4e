using System.Diagnostics;

namespace Kipu.Tests;

/// <summary>The app host as a developer starts it: a process of its own, with everything that it starts.</summary>
internal sealed class AppHostProcess : IDisposable
{
    // What a process starts inherits its environment: this finds all of a run, whatever became of its parents. Redis and PostgreSQL
    // write their titles over it; they work in the folder of state.
    private const string Mark = "KIPU_TEST_RUN";

    private readonly string _mark = Guid.NewGuid().ToString("N");
    private readonly string? _state;
    private readonly Process _process;

    private AppHostProcess(string? state, params string[] arguments)
    {
        _state = state;
        // What a shell starts in the background ignores Ctrl-C, and so does all that it starts: here the signal means something again.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", AppHostAssembly, .. arguments])
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

    private Task<string> Output { get; }

    private Task<string> Error { get; }

    // Beside the sources: there the file stands that says where DCP and the dashboard are.
    private static string AppHostAssembly => Repository.PathOf(
        "Kipu.AppHost", "bin", Repository.Configuration, "net10.0", "Kipu.AppHost.dll");

    public static AppHostProcess Start(string state) => new(state, AppHostArguments.For(state));

    /// <summary>Writes the manifest and ends.</summary>
    public static async Task PublishManifestAsync(string path)
    {
        using var host = new AppHostProcess(state: null, "--publisher", "manifest", "--output-path", path);
        await host._process.WaitForExitAsync();
        if (host._process.ExitCode != 0) Assert.Fail(await host.Output + await host.Error);
    }

    /// <summary>The names of the programs that this run started and that still run.</summary>
    public IReadOnlyList<string> RunningPrograms() =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Where(process => char.IsAsciiDigit(Path.GetFileName(process)[0]))
            .Where(Belongs)
            .Select(process => Read(process, "cmdline").Replace('\0', ' ')),
    ];

    /// <summary>What the app host has said, for whoever has to explain why it doesn't run.</summary>
    public async Task FailIfEndedAsync()
    {
        if (_process.HasExited) Assert.Fail($"The app host ended: {await Output}{await Error}");
    }

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

    private bool Belongs(string process) =>
        Read(process, "environ").Contains($"{Mark}={_mark}", StringComparison.Ordinal)
        || (_state is not null && FolderOf(process).StartsWith(_state, StringComparison.Ordinal));

    private static string FolderOf(string process)
    {
        try
        {
            return new DirectoryInfo(Path.Combine(process, "cwd")).LinkTarget ?? "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ""; // It has just ended, or it is another user's.
        }
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
