using System.Diagnostics;

namespace Kipu.Speech;

/// <summary>A program that does a part of the work: its output is a stream, its complaints are kept short, and disposing ends it.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private const int KeptErrorLines = 20;

    private readonly Process _process;
    private readonly Queue<string> _errors = new();
    private readonly Task _readingErrors;
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly CancellationTokenSource _limit;
    private readonly CancellationTokenRegistration _ending;

    private ChildProcess(Process process, TimeSpan limit)
    {
        _process = process;
        _readingErrors = ReadErrorsAsync();
        _limit = new(limit);
        _ending = _limit.Token.Register(EndOverdue);
    }

    public Stream Output => _process.StandardOutput.BaseStream;

    public Stream Input => _process.StandardInput.BaseStream;

    /// <summary>The last lines of what it wrote to standard error.</summary>
    public IReadOnlyCollection<string> Errors => _errors;

    /// <summary>True once it was ended because it went on for longer than it was given.</summary>
    public bool IsOverdue { get; private set; }

    /// <summary>How long ago it was started.</summary>
    public TimeSpan Age => Stopwatch.GetElapsedTime(_started);

    /// <param name="program">Its name.</param>
    /// <param name="arguments">What it is told.</param>
    /// <param name="limit">When it is ended though it still runs, by the clock on the wall; never when not set.</param>
    /// <exception cref="ProgramMissingException">The program isn't installed.</exception>
    public static ChildProcess Start(string program, IEnumerable<string> arguments, TimeSpan? limit = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        try
        {
            return new ChildProcess(Process.Start(start)!, limit ?? Timeout.InfiniteTimeSpan);
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
        // Waits for an end that is being made at this moment.
        await _ending.DisposeAsync();
        _limit.Dispose();
        _process.Dispose();
    }

    private void EndOverdue()
    {
        if (_process.HasExited) return;

        IsOverdue = true;
        _process.Kill(entireProcessTree: true);
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
