using Kipu.Speech;
using Microsoft.Extensions.Options;

namespace Kipu.AudioWorker;

/// <summary>
/// The first step of a job: fetches the master, listens to its sound, stores what players need, and cuts it into segments.
/// </summary>
internal sealed class PrepareRecording(
    JobQueue queue, MediaCache media, SpeechEngine speech, PlayerFiles players, IOptions<MediaOptions> options)
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
        await players.StoreAsync(lease, master.File, audio, cancellationToken);
        lease.Report(ProcessingStage.Listening, 25);

        var measured = MeasuredRecording.From(audio, lease.Job.RecordedSeconds);
        var segments = SegmentPlan.Cut(audio.Activity, measured.Seconds, options.Value.SegmentSeconds, options.Value.OverlapSeconds)
            .Where(part => measured.SpeechWithin(part.KeepFrom, part.KeepTo) >= LeastSpeech).ToList();
        return await queue.EndAsync(lease, (db, job, step) =>
        {
            step.Complete(null);
            job.Measure(measured);
            if (segments.Count is 0) db.Steps.Add(JobStep.For(job, StepKind.Finish));
            foreach (var part in segments) db.Steps.Add(JobStep.For(job, StepKind.Segment, part));
            return Task.FromResult<object?>(null);
        }, cancellationToken);
    }
}
