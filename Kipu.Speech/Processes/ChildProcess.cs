using System.Diagnostics;

namespace Kipu.Speech;

/// <summary>A program that does a part of the work: its output is a stream, its complaints are kept short, and disposing ends it.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private const int KeptErrorLines = 20;

    private readonly Process _process;
    private readonly Queue<string> _errors = new();
    private readonly Task _readingErrors;

    private ChildProcess(Process process)
    {
        _process = process;
        _readingErrors = ReadErrorsAsync();
    }

    public Stream Output => _process.StandardOutput.BaseStream;

    public Stream Input => _process.StandardInput.BaseStream;

    /// <summary>The last lines of what it wrote to standard error.</summary>
    public IReadOnlyCollection<string> Errors => _errors;

    /// <exception cref="ProgramMissingException">The program isn't installed.</exception>
    public static ChildProcess Start(string program, IEnumerable<string> arguments, string? folder = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? "/",
        };
        try
        {
            return new ChildProcess(Process.Start(start)!);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new ProgramMissingException(program, e);
        }
    }

    /// <summary>Waits until it has ended and all that it said was read.</summary>
    /// <returns>Its exit code; 128 + signal when it was killed.</returns>
    public async Task<int> WaitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        await _readingErrors.WaitAsync(cancellationToken);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }
        await _readingErrors;
        _process.Dispose();
    }

    private async Task ReadErrorsAsync()
    {
        while (await _process.StandardError.ReadLineAsync(CancellationToken.None) is { } line)
        {
            if (_errors.Count == KeptErrorLines) _errors.Dequeue();
            _errors.Enqueue(line);
        }
    }
}

/// <summary>A program that the engine needs isn't installed: the operator's matter, not the file's.</summary>
public sealed class ProgramMissingException(string program, Exception inner)
    : Exception($"The program '{program}' isn't installed; `./kipu doctor` says how to get it.", inner)
{
    public string Program { get; } = program;
}
