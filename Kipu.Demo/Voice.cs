using System.ComponentModel;
using System.Diagnostics;

namespace Kipu.Demo;

/// <summary>Speaks the question: espeak-ng or flite, brought by ffmpeg to what the API takes (PCM, 16 bit, mono, 16 kHz).</summary>
internal static class Voice
{
    public const int SampleRate = 16_000;

    public static async Task<byte[]> SpeakAsync(string text, bool english, CancellationToken cancellationToken)
    {
        var spoken = Path.Combine(Path.GetTempPath(), $"kipu-question-{Guid.NewGuid():N}.wav");
        try
        {
            if (english) await RunAsync("flite", ["-voice", "slt", "-t", text, "-o", spoken], cancellationToken);
            else await RunAsync("espeak-ng", ["-v", "es-419+f2", "-w", spoken, "--", text], cancellationToken);
            return await RunAsync(
                "ffmpeg", ["-v", "error", "-nostdin", "-i", spoken, "-ar", $"{SampleRate}", "-ac", "1", "-f", "s16le", "-"], cancellationToken);
        }
        finally
        {
            File.Delete(spoken);
        }
    }

    private static async Task<byte[]> RunAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
            using var output = new MemoryStream();
            await process.StandardOutput.BaseStream.CopyToAsync(output, cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? output.ToArray() : throw new DemoException($"{program} could not speak the question.");
        }
        catch (Win32Exception e)
        {
            throw new DemoException($"{program} isn't here to speak the question: ./kipu doctor shows what is missing.", e);
        }
    }
}
