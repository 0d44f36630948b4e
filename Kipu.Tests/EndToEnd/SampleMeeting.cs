using System.Diagnostics;

namespace Kipu.Tests;

/// <summary>The Spanish sample meeting as files: one to upload, and one for a browser's microphone.</summary>
public sealed class SampleMeeting
{
    private static readonly Lazy<Task<SampleMeeting>> Once = new(MakeAsync);

    private SampleMeeting(string file, string microphone) => (File, Microphone) = (file, microphone);

    public string File { get; }

    /// <summary>The same as Chromium wants a microphone's sound: 48 kHz, one channel, 16 bits.</summary>
    public string Microphone { get; }

    public static Task<SampleMeeting> GetAsync() => Once.Value;

    private static async Task<SampleMeeting> MakeAsync()
    {
        var folder = Repository.PathOf(".samples");
        var file = Path.Combine(folder, "reunion-es.wav");
        var microphone = Path.Combine(Path.GetTempPath(), $"kipu-microphone-{Environment.ProcessId}.wav");
        if (!System.IO.File.Exists(file)) await RunAsync(Repository.PathOf("samples", "make-samples"), folder, "--no-long");
        await RunAsync("ffmpeg", "-loglevel", "error", "-nostdin", "-y", "-i", file, "-ar", "48000", "-ac", "1", "-c:a", "pcm_s16le", microphone);
        return new(file, microphone);
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })
            ?? throw new InvalidOperationException($"{program} could not be started.");
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {said}");
    }
}
