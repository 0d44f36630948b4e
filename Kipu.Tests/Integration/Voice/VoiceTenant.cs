using System.Diagnostics;

namespace Kipu.Tests;

public sealed partial class TestTenant
{
    /// <summary>A recording that can be talked about.</summary>
    /// <param name="decision">What the agent says when it is asked what was decided about the new office.</param>
    /// <param name="tasks">What somebody promised to do.</param>
    public Task<RecordingSummary> CreateTalkativeRecordingAsync(
        string decision = "We decided to open the new office in Medellin next year.", params ActionItem[] tasks)
    {
        var analysis = SomeAnalysis.Of(
            "Budget review", "en",
            SomeAnalysis.Turn(1, "Welcome everybody, let us begin with the budget.", start: 2),
            SomeAnalysis.Turn(2, decision, start: 14),
            SomeAnalysis.Turn(3, "Mary will write the contract before Friday.", start: 31, speaker: "Voz 2"));
        return CreateAnalysedRecordingAsync(analysis with
        {
            ExecutiveSummary = "The team decided to open a new office in Medellin next year.",
            Decisions = [new("d1", decision, 14, ["s2"], EvidenceState.Verified)],
            ActionItems = tasks,
            Speakers = [new("Ana", "Ana", 8), new("Voz 2", null, 4)],
            Summary = [],
        });
    }

    public async Task<VoiceInitResponse> BeginVoiceAsync(Guid recordingId, Guid? sessionId = null)
    {
        using var response = await Client.PostAsync($"/api/voice/init/{sessionId ?? Guid.CreateVersion7()}?recordingId={recordingId}", null);
        return await response.ReadAsync<VoiceInitResponse>();
    }

    /// <summary>The session as it is stored, once its last connection has let it go.</summary>
    public async Task<VoiceSessionInfo> GetVoiceAsync(Guid sessionId)
    {
        using var response = await Client.GetAsync($"/api/voice/sessions/{sessionId}");
        return await response.ReadAsync<VoiceSessionInfo>();
    }
}

/// <summary>Speaks English sentences for microphones.</summary>
internal static class Mouth
{
    /// <returns>PCM16 mono 16 kHz.</returns>
    public static async Task<byte[]> SpeakAsync(string text)
    {
        var file = Path.Combine(Path.GetTempPath(), $"kipu-mouth-{Guid.NewGuid():N}.wav");
        try
        {
            await RunAsync("flite", "-voice", "slt", "-t", text, "-o", file);
            return await RunAsync("ffmpeg", "-v", "error", "-nostdin", "-i", file, "-ar", "16000", "-ac", "1", "-f", "s16le", "-");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<byte[]> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        using var output = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(output);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return output.ToArray();
    }
}
