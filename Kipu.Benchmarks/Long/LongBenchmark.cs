using System.Diagnostics;
using System.Net.Http.Json;
using Npgsql;

namespace Kipu.Benchmarks;

/// <summary>A working day in one recording: eight hours, two workers, and one of them killed half way.</summary>
internal static class LongBenchmark
{
    private const string File = ".samples/eight-hours-es.webm";
    private const int ChunkBytes = 8 * 1024 * 1024;
    private const int KillAt = 50;
    private const double Megabyte = 1_000_000;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public static async Task<Report> RunAsync(CancellationToken cancellationToken)
    {
        await using var system = await BenchmarkSystem.StartAsync(
            ["--Workers:Replicas=2", "--Analysis:Engine=embedded", "--Speech:Transcribers:0=sample-voices-es"], cancellationToken);
        using var organization = await ChunkedUploads.SignUpAsync(system, "gateway", cancellationToken);
        var workers = await system.ProcessesOfAsync("audioworker", replicas: 2, cancellationToken);
        await using var first = PeakMemory.Watch(workers[0]);
        await using var second = PeakMemory.Watch(workers[1]);

        var recording = Guid.CreateVersion7();
        var audio = await System.IO.File.ReadAllBytesAsync(File, cancellationToken);
        Console.WriteLine($"Sending {audio.Length / Megabyte:0} MB");
        var watch = Stopwatch.StartNew();
        await organization.SendAsync(recording, audio, audio.Length, ChunkBytes, cancellationToken);
        var sent = watch.Elapsed;
        await AwaitAsync(organization.Client, recording, status => status.Progress >= KillAt, cancellationToken);
        Console.WriteLine($"Killing a worker after {watch.Elapsed.TotalMinutes:0.0} minutes");
        using (var killed = Process.GetProcessById(workers[0])) killed.Kill();
        await AwaitAsync(organization.Client, recording, status => status.Status is RecordingStatus.Completed, cancellationToken);
        var analysed = watch.Elapsed - sent;

        var analysis = (await organization.Client.GetFromJsonAsync<AnalysisDocument>(
            new Uri($"/api/recordings/{recording}/analysis", UriKind.Relative), cancellationToken))!;
        var (segments, again) = await StepsAsync(system, cancellationToken);
        var accounted = analysis.Coverage.Where(span => span.State is CoverageState.Transcribed or CoverageState.Silent).Sum(span => span.To - span.From);
        return new(
            "long",
            "1: every second of the recording is transcribed or silent, although a worker died",
            [
                new("recording", analysis.DurationSeconds, "s"),
                new("sent and durable", sent.TotalSeconds, "s"),
                new("analysed after", analysed.TotalSeconds, "s", analysed.TotalSeconds / analysis.DurationSeconds),
                new("segments", segments, ""),
                new("segments begun again, whose worker was killed", again, ""),
                new("turns in the transcript", analysis.Transcript?.Count ?? 0, ""),
                new("decisions found", analysis.Decisions.Count, ""),
                new("action items found", analysis.ActionItems.Count, ""),
                new("peak working set of the worker that was killed", first.Bytes / Megabyte, "MB"),
                new("peak working set of the worker that lived", second.Bytes / Megabyte, "MB"),
            ],
            accounted / analysis.DurationSeconds);
    }

    private static async Task AwaitAsync(
        HttpClient client, Guid recording, Predicate<RecordingStatusInfo> isReached, CancellationToken cancellationToken)
    {
        while (true)
        {
            var status = (await client.GetFromJsonAsync<RecordingStatusInfo>(new Uri($"/api/status/{recording}", UriKind.Relative), cancellationToken))!;
            if (status.Error is { } error) throw new InvalidOperationException($"The analysis failed: {error.Code}. {error.Message}");
            if (isReached(status)) return;
            await Task.Delay(Pause, cancellationToken);
        }
    }

    private static async Task<(long Segments, long Again)> StepsAsync(BenchmarkSystem system, CancellationToken cancellationToken)
    {
        await using var jobs = NpgsqlDataSource.Create(await system.ConnectionStringOfAsync("workerdb", cancellationToken));
        await using var command = jobs.CreateCommand("select count(*), count(*) filter (where attempts > 1) from job_steps where kind = 'Segment'");
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return (row.GetInt64(0), row.GetInt64(1));
    }
}
