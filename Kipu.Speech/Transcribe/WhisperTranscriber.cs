using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Kipu.Speech;

/// <summary>Whisper in a child process; it is sent speech alone, so that it can't make up words over silence.</summary>
internal sealed partial class WhisperTranscriber(WhisperModel model, WhisperOptions options, ILogger<WhisperTranscriber> logger) : ITranscriber
{
    private const double WindowSeconds = 28;
    private const double GapSeconds = 0.3;
    private const int MostPromptCharacters = 600;

    private string? _defectLogged;

    public string Name => "whisper";

    public string? Language => null;

    public string Confidence => "medium";

    public string? Warning => null;

    public ModelCard Model => model.Card;

    public bool IsInstalled
    {
        get
        {
            var defect = model.Defect();
            if (defect is not null && Interlocked.Exchange(ref _defectLogged, defect) != defect) LogDefect(logger, defect);
            return defect is null;
        }
    }

    public Task<GateScore?> ScoreAsync(IReadOnlyList<Utterance> utterances, CancellationToken cancellationToken) =>
        Task.FromResult<GateScore?>(null);

    public async Task<Recognition> TranscribeAsync(
        IReadOnlyList<Utterance> utterances, RecognitionHints hints, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var heard = new List<HeardUtterance>();
        var givenUp = new List<Utterance>();
        ChildProcess? process = null;
        try
        {
            var windows = Windows(utterances);
            for (var i = 0; i < windows.Count; i++)
            {
                process ??= StartProcess();
                var answer = await AskAsync(process, windows[i], hints, cancellationToken);
                if (answer is null)
                {
                    // The window is given up, the next one gets a fresh process.
                    givenUp.AddRange(windows[i].Utterances);
                    await process.DisposeAsync();
                    process = null;
                }
                else
                {
                    heard.AddRange(Distribute(windows[i], answer));
                }
                progress?.Report((i + 1.0) / windows.Count);
            }
        }
        finally
        {
            if (process is not null) await process.DisposeAsync();
        }
        return new Recognition(heard, givenUp);
    }

    private ChildProcess StartProcess()
    {
        var dotnet = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        var threads = options.Threads ?? Environment.ProcessorCount;
        return ChildProcess.Start(
            Path.GetFullPath(dotnet), [Path.Combine(AppContext.BaseDirectory, "Kipu.Speech.dll"), "whisper", model.Path, $"{threads}"]);
    }

    /// <returns>Null when the process ended or took too long.</returns>
    private async Task<WhisperProtocol.Answer?> AskAsync(
        ChildProcess process, Window window, RecognitionHints hints, CancellationToken cancellationToken)
    {
        var prompt = string.Join(", ", hints.Terms);
        var request = new WhisperProtocol.Request(
            await window.WriteAsync(cancellationToken), hints.Language, prompt.Length > MostPromptCharacters ? prompt[..MostPromptCharacters] : prompt);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(options.WindowTimeoutSeconds));
        try
        {
            await process.Input.WriteAsync(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(request, WhisperProtocol.Json) + "\n"), patience.Token);
            await process.Input.FlushAsync(patience.Token);
            if (await ReadLineAsync(process.Output, patience.Token) is { } line)
            {
                return JsonSerializer.Deserialize<WhisperProtocol.Answer>(line, WhisperProtocol.Json);
            }
            LogEnded(logger, await process.WaitAsync(patience.Token));
        }
        catch (IOException e)
        {
            LogBroken(logger, e);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            LogTooSlow(logger, options.WindowTimeoutSeconds);
        }
        finally
        {
            File.Delete(request.File);
        }
        return null;
    }

    private static async Task<string?> ReadLineAsync(Stream output, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(output, Encoding.UTF8, leaveOpen: true);
        return await reader.ReadLineAsync(cancellationToken);
    }

    /// <summary>Each of the model's segments goes to the utterance in which its middle lies.</summary>
    private static IEnumerable<HeardUtterance> Distribute(Window window, WhisperProtocol.Answer answer) => answer.Segments
        .Where(segment => segment.Text.Length > 0)
        .Select(segment => (Segment: segment, Place: window.Find((segment.Start + segment.End) / 2)))
        .GroupBy(placed => placed.Place.Utterance.Index)
        .Select(group => new HeardUtterance(
            group.First().Place.Utterance,
            [.. group.Select(placed => new HeardWord(
                placed.Segment.Text, placed.Place.ToRecording(placed.Segment.Start), placed.Place.ToRecording(placed.Segment.End), placed.Segment.Confidence))],
            group.First().Segment.Language, HasMarks: true));

    private static List<Window> Windows(IReadOnlyList<Utterance> utterances)
    {
        var windows = new List<Window>();
        foreach (var utterance in utterances)
        {
            if (windows.Count == 0 || windows[^1].Seconds + GapSeconds + utterance.Range.Seconds > WindowSeconds) windows.Add(new Window());
            windows[^1].Add(utterance);
        }
        return windows;
    }

    /// <summary>Utterances joined with short gaps: Whisper hears 30 s at a time, whatever it is given.</summary>
    private sealed class Window
    {
        private readonly List<Place> _places = [];

        public double Seconds { get; private set; }

        public IEnumerable<Utterance> Utterances => _places.Select(place => place.Utterance);

        public void Add(Utterance utterance)
        {
            var start = Seconds == 0 ? 0 : Seconds + GapSeconds;
            _places.Add(new Place(utterance, start));
            Seconds = start + utterance.Range.Seconds;
        }

        public Place Find(double at) => _places.FindLast(place => place.Start <= at) ?? _places[0];

        public async Task<string> WriteAsync(CancellationToken cancellationToken)
        {
            var file = Path.ChangeExtension(_places[0].Utterance.File, ".window");
            await using var stream = File.Create(file);
            foreach (var (utterance, start) in _places)
            {
                stream.SetLength((long)(start * Pcm.Rate) * 2);
                stream.Seek(0, SeekOrigin.End);
                await stream.WriteAsync(await File.ReadAllBytesAsync(utterance.File, cancellationToken), cancellationToken);
            }
            return file;
        }
    }

    private sealed record Place(Utterance Utterance, double Start)
    {
        public double ToRecording(double inWindow) =>
            Math.Round(Math.Clamp(Utterance.Range.Start + inWindow - Start, Utterance.Range.Start, Utterance.Range.End), 2);
    }

    [LoggerMessage(LogLevel.Warning, "Whisper can't be used: {Defect}")]
    private static partial void LogDefect(ILogger logger, string defect);

    [LoggerMessage(LogLevel.Error, "Whisper's process ended with exit code {ExitCode}; the window is given up")]
    private static partial void LogEnded(ILogger logger, int exitCode);

    [LoggerMessage(LogLevel.Error, "Whisper's process can't be reached; the window is given up")]
    private static partial void LogBroken(ILogger logger, Exception exception);

    [LoggerMessage(LogLevel.Error, "Whisper took more than {Seconds} s over a window; it is given up")]
    private static partial void LogTooSlow(ILogger logger, int seconds);
}
