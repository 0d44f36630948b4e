using System.Diagnostics;

namespace Kipu.Tests;

/// <summary>Audio in which somebody speaks, and audio in which nobody does.</summary>
internal static class SpokenAudio
{
    public const string Meeting =
        "Buenos días a todos. Decidimos lanzar la aplicación en marzo. Carlos, por favor prepara el presupuesto antes del viernes.";

    /// <summary>A WAV file of a synthetic voice.</summary>
    public static async Task<byte[]> SayAsync(string text, string voice = "es-419+f2")
    {
        var start = new ProcessStartInfo("espeak-ng", ["-v", voice, "--stdout", text]) { RedirectStandardOutput = true };
        using var speaker = Process.Start(start)!;
        using var wave = new MemoryStream();
        await speaker.StandardOutput.BaseStream.CopyToAsync(wave);
        await speaker.WaitForExitAsync();
        Assert.Equal(0, speaker.ExitCode);
        return wave.ToArray();
    }

    /// <summary>A WAV file of digital silence.</summary>
    public static byte[] Silence(int seconds)
    {
        const int Rate = 16_000;
        using var wave = new MemoryStream();
        using var writer = new BinaryWriter(wave);
        writer.Write("RIFF"u8);
        writer.Write(36 + (seconds * Rate * 2));
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)1);
        writer.Write(Rate);
        writer.Write(Rate * 2);
        writer.Write((short)2);
        writer.Write((short)16);
        writer.Write("data"u8);
        writer.Write(seconds * Rate * 2);
        writer.Write(new byte[seconds * Rate * 2]);
        return wave.ToArray();
    }
}

public sealed partial class TestTenant
{
    public async Task<RecordingStatusInfo> StatusAsync(Guid recordingId)
    {
        using var response = await Client.GetAsync($"/api/status/{recordingId}");
        return await response.ReadAsync<RecordingStatusInfo>();
    }

    /// <summary>Waits until the recording is as it stays.</summary>
    public async Task<RecordingStatusInfo> WaitForEndAsync(Guid recordingId)
    {
        RecordingStatusInfo? status = null;
        await KipuSystem.WaitUntilAsync(
            async () => (status = await StatusAsync(recordingId)).Status is RecordingStatus.Completed or RecordingStatus.Error,
            "the recording is analysed");
        return status!;
    }

    public async Task<AnalysisDocument> AnalysisAsync(Guid recordingId)
    {
        using var response = await Client.GetAsync($"/api/recordings/{recordingId}/analysis");
        return await response.ReadAsync<AnalysisDocument>();
    }
}
