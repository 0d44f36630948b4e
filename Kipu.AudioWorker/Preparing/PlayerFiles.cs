using System.Text.Json;
using Kipu.Speech;
using Microsoft.Extensions.Options;

namespace Kipu.AudioWorker;

/// <summary>Makes and stores what players need: a file with a length and an index, and the outline of the sound.</summary>
internal sealed partial class PlayerFiles(
    IMediaTools tools, ScratchFolder scratch, IServiceScopeFactory scopes, IOptions<JobOptions> options, ILogger<PlayerFiles> logger)
{
    public async Task StoreAsync(StepLease lease, string master, MeasuredAudio audio, CancellationToken cancellationToken)
    {
        await using var services = scopes.CreateAsyncScope();
        var files = services.ServiceProvider.GetRequiredService<IStoredFiles>();
        var playback = scratch.File($"{lease.Job.Id:N}.playback");
        try
        {
            var made = await tools.RemuxAsync(master, playback, cancellationToken);
            await using var content = File.OpenRead(playback);
            await files.PutAsync(lease.Job.RecordingId, StorageClient.Playback, made.ContentType, content, cancellationToken);
        }
        catch (Exception exception) when (exception is MediaRefusedException
            || (exception is MediaInterruptedException && lease.Step.Attempts >= options.Value.MaxAttempts))
        {
            // Players get the master instead; what is said in it doesn't depend on them.
            LogNoPlayback(logger, exception, lease.Job.RecordingId);
        }
        finally
        {
            File.Delete(playback);
        }

        var outline = audio.Measures.Waveform;
        var waveform = new Contracts.Waveform(
            outline.Version, outline.Seconds, outline.PerSecond, outline.Peaks,
            [.. audio.Activity.Silences.Select(s => new[] { s.Start, s.End })]);
        using var json = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(waveform, JsonSerializerOptions.Web));
        await files.PutAsync(lease.Job.RecordingId, StorageClient.Waveform, "application/json", json, cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "No playback file could be made of recording {RecordingId}")]
    private static partial void LogNoPlayback(ILogger logger, Exception exception, Guid recordingId);
}
