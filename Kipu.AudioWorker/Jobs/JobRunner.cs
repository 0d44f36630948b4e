using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Kipu.Speech;
using Microsoft.Extensions.Options;

namespace Kipu.AudioWorker;

/// <summary>
/// Takes steps from the queue and does them, several at once, until it is told to stop; then it gives back what it holds.
/// </summary>
internal sealed partial class JobRunner(
    JobQueue queue, PrepareRecording prepare, AnalyseSegment analyse, FinishRecording finish, MediaCache media,
    IOptions<JobOptions> options, TimeProvider time, ILogger<JobRunner> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, options.Value.Parallel).Select(_ => WorkAsync(stoppingToken)));

    private async Task WorkAsync(CancellationToken stoppingToken)
    {
        // The host starts its services one after the other: none must wait for the first claim.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            if (await RunOnceAsync(stoppingToken)) continue;
            await Task.Delay(TimeSpan.FromSeconds(options.Value.PollSeconds), time, stoppingToken);
        }
    }

    /// <returns>False when there was nothing to do, or the database is away.</returns>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types",
        Justification = "Whatever ends one attempt must not end the worker; it is logged, and the step is tried again.")]
    public async Task<bool> RunOnceAsync(CancellationToken stoppingToken)
    {
        try
        {
            var lease = await queue.ClaimAsync(stoppingToken);
            if (lease is not null) await RunAsync(lease, stoppingToken);
            media.ForgetIdle();
            return lease is not null;
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            LogQueueAway(logger, exception);
            return false;
        }
    }

    private async Task RunAsync(StepLease lease, CancellationToken stoppingToken)
    {
        using var scope = TenantScope.EnterOrganization(lease.Job.OrganizationId);
        using var meter = lease.Meter();
        using var activity = Telemetry.Source.StartActivity($"{lease.Step.Kind} recording", ActivityKind.Consumer, lease.Job.TraceParent);
        activity?.SetTag("kipu.recording.id", lease.Job.RecordingId);
        activity?.SetTag("kipu.job.step.index", lease.Step.Index);
        activity?.SetTag("kipu.job.step.attempt", lease.Step.Attempts);
        var started = time.GetTimestamp();
        using var work = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        using var pulseEnd = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var pulse = PulseAsync(lease, work, pulseEnd.Token, stoppingToken);
        try
        {
            await AttemptAsync(lease, work.Token, stoppingToken);
        }
        finally
        {
            await pulseEnd.CancelAsync();
            await pulse;
            Telemetry.StepDuration.Record(time.GetElapsedTime(started).TotalSeconds,
                new KeyValuePair<string, object?>("step", lease.Step.Kind));
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types",
        Justification = "Whatever fails an attempt is logged and counts as one; the last one fails the step.")]
    private async Task AttemptAsync(StepLease lease, CancellationToken work, CancellationToken stopping)
    {
        try
        {
            if (lease.Step.Attempts > options.Value.MaxAttempts)
            {
                // The attempt before ended without a word: the process died in it.
                await GiveUpAsync(lease, StepFailure.WorkerLost, work);
                return;
            }

            var done = lease.Step.Kind switch
            {
                StepKind.Prepare => await prepare.RunAsync(lease, work),
                StepKind.Segment => await analyse.RunAsync(lease, work),
                _ => await finish.RunAsync(lease, work),
            };
            if (!done) LogLost(logger, lease.Step.Kind, lease.Job.RecordingId);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            using var grace = new CancellationTokenSource(TimeSpan.FromSeconds(5), time);
            await queue.ReleaseAsync(lease, TimeSpan.Zero, counts: false, grace.Token);
        }
        catch (OperationCanceledException) when (work.IsCancellationRequested)
        {
            LogLost(logger, lease.Step.Kind, lease.Job.RecordingId);
        }
        catch (MediaRefusedException refused) when (StepFailure.Of(refused, lease.Step.Kind) is { Final: true } failure)
        {
            LogRefused(logger, lease.Job.RecordingId, failure.Code);
            await GiveUpAsync(lease, failure, work);
        }
        catch (Exception exception)
        {
            Telemetry.StepFailures.Add(1, new KeyValuePair<string, object?>("step", lease.Step.Kind));
            LogFailed(logger, exception, lease.Step.Kind, lease.Step.Index, lease.Job.RecordingId, lease.Step.Attempts);
            var failure = StepFailure.Of(exception, lease.Step.Kind);
            if (failure.Final || lease.Step.Attempts >= options.Value.MaxAttempts)
            {
                await GiveUpAsync(lease, failure, work);
            }
            else
            {
                var pause = options.Value.RetryAfter(lease.Step.Attempts);
                await queue.ReleaseAsync(lease, failure.RetryAfter > pause ? failure.RetryAfter.Value : pause, counts: true, work);
            }
        }
    }

    /// <summary>A segment that can't be heard is a gap in the transcript; without the other steps there is nothing to show.</summary>
    private Task<bool> GiveUpAsync(StepLease lease, StepFailure failure, CancellationToken cancellationToken) =>
        lease.Step.Kind is StepKind.Segment
            ? analyse.FailAsync(lease, failure.Code, cancellationToken)
            : queue.FailJobAsync(lease, failure.Code, failure.Message, failure.Retryable, cancellationToken);

    /// <summary>Signs of life: keeps the lease, stops the work when it is lost, and tells the progress, at most once a second.</summary>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types",
        Justification = "A beat that fails is logged; the next one tries again, and when all do the lease lapses.")]
    private async Task PulseAsync(StepLease lease, CancellationTokenSource work, CancellationToken end, CancellationToken stopping)
    {
        var beat = TimeSpan.FromSeconds(Math.Min(1, options.Value.LeaseSeconds / 3));
        var extended = time.GetTimestamp();
        var told = lease.Job.Progress;
        while (true)
        {
            await Task.Delay(beat, time, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (end.IsCancellationRequested) return;
            try
            {
                if (time.GetElapsedTime(extended) >= options.Value.Lease / 3)
                {
                    if (!await queue.ExtendAsync(lease, stopping))
                    {
                        await work.CancelAsync();
                        return;
                    }

                    extended = time.GetTimestamp();
                }

                var (stage, progress) = lease.Latest;
                if (progress <= told) continue;
                await queue.ProgressAsync(lease, stage, progress, stopping);
                told = progress;
            }
            catch (Exception exception)
            {
                if (end.IsCancellationRequested) return;
                LogBeatFailed(logger, exception, lease.Job.RecordingId);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "No step could be taken")]
    private static partial void LogQueueAway(ILogger logger, Exception exception);

    [LoggerMessage(LogLevel.Warning, "{Step} of recording {RecordingId} went to another worker")]
    private static partial void LogLost(ILogger logger, StepKind step, Guid recordingId);

    [LoggerMessage(LogLevel.Information, "Recording {RecordingId} can't be heard: {Code}")]
    private static partial void LogRefused(ILogger logger, Guid recordingId, string code);

    [LoggerMessage(LogLevel.Warning, "{Step} {Index} of recording {RecordingId} failed in attempt {Attempt}")]
    private static partial void LogFailed(ILogger logger, Exception exception, StepKind step, int index, Guid recordingId, int attempt);

    [LoggerMessage(LogLevel.Warning, "A sign of life for recording {RecordingId} did not get through")]
    private static partial void LogBeatFailed(ILogger logger, Exception exception, Guid recordingId);
}
