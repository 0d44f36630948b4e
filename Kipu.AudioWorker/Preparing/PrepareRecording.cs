using System.Text.Json;
using Kipu.Speech;
using Microsoft.Extensions.Options;

namespace Kipu.AudioWorker;

/// <summary>
/// The first step of a job: fetches the master, listens to its sound, stores what players need, and cuts it into segments.
/// </summary>
internal sealed class PrepareRecording(
    JobQueue queue, MediaCache media, SpeechEngine speech, IMediaTools tools, ScratchFolder scratch, IServiceScopeFactory scopes,
    IOptions<MediaOptions> options)
{
    /// <summary>A segment with less speech than this is not sent to anyone: models invent words for silence.</summary>
    public const double LeastSpeech = 0.5;

    public async Task<bool> RunAsync(StepLease lease, CancellationToken cancellationToken)
    {
        lease.Report(ProcessingStage.Preparing, 1);
        using var master = await media.OpenAsync(lease.Job, cancellationToken);
        lease.Report(ProcessingStage.Preparing, 5);
        var audio = await speech.MeasureAsync(
            master.File, new() { MaxSeconds = options.Value.MaxSeconds }, lease.Between(ProcessingStage.Listening, 5, 20),
            cancellationToken);
        lease.Report(ProcessingStage.Listening, 20);
        await StoreForPlayersAsync(lease.Job, master.File, audio, cancellationToken);
        lease.Report(ProcessingStage.Listening, 25);

        var measured = MeasuredRecording.From(audio, lease.Job.RecordedSeconds);
        var segments = SegmentPlan.Cut(audio.Activity, measured.Seconds, options.Value.SegmentSeconds, options.Value.OverlapSeconds)
            .Where(part => measured.SpeechWithin(part.From, part.To) >= LeastSpeech).ToList();
        return await queue.EndAsync(lease, (db, job, step) =>
        {
            step.Complete(null);
            job.Measure(measured);
            if (segments.Count is 0) db.Steps.Add(JobStep.For(job, StepKind.Finish));
            foreach (var part in segments) db.Steps.Add(JobStep.For(job, StepKind.Segment, part));
            return Task.FromResult<object?>(null);
        }, cancellationToken);
    }

    private async Task StoreForPlayersAsync(Job job, string master, MeasuredAudio audio, CancellationToken cancellationToken)
    {
        await using var services = scopes.CreateAsyncScope();
        var files = services.ServiceProvider.GetRequiredService<IStoredFiles>();
        var playback = scratch.File($"{job.Id:N}.playback");
        try
        {
            var made = await tools.RemuxAsync(master, playback, cancellationToken);
            await using var content = File.OpenRead(playback);
            await files.PutAsync(job.RecordingId, StorageClient.Playback, made.ContentType, content, cancellationToken);
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
        await files.PutAsync(job.RecordingId, StorageClient.Waveform, "application/json", json, cancellationToken);
    }
}
