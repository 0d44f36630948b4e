using System.Diagnostics;
using System.Security.Cryptography;

namespace Kipu.Benchmarks;

/// <summary>What it costs that audio goes through Storage: durable chunk by chunk, checked, joined and announced.</summary>
internal static class UploadBenchmark
{
    private const int Rounds = 7;
    private const int Parallel = 4;
    private const int ChunkBytes = 8 * 1024 * 1024;
    private const int FileBytes = 8 * ChunkBytes;
    private const int SmallBytes = 20_000;
    private const int SmallClients = 16;
    private const int SmallChunks = 2000;
    private const int LargeUploads = 20;
    private const int LargeMegabytes = 500;
    private const int BriefRounds = 10;
    private const int BriefBytes = 1024 * 1024;
    private const double Megabyte = 1_000_000;

    /// <summary>Until the runtime has compiled all ways for good: before that the compiler takes half of what the machine can do.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(60);

    public static async Task<Report> RunAsync(BenchmarkSystem system, int? size, CancellationToken cancellationToken)
    {
        var megabytes = size ?? LargeMegabytes;
        // It would fetch what is stored, at any moment.
        await system.StopAsync("audioworker", cancellationToken);
        var content = RandomNumberGenerator.GetBytes(FileBytes);
        var straight = await StraightUploads.OpenAsync(system, cancellationToken);
        await using var hop = await BareHop.StartAsync(straight, cancellationToken);

        Console.WriteLine($"Measuring {Rounds} rounds of {Parallel} files of {FileBytes / Megabyte:0} MB");
        var rounds = await CompareAsync(system, straight, hop, content, cancellationToken);
        Console.WriteLine($"Measuring chunks of {SmallBytes / 1000} kB");
        var (small, join) = await SendSmallAsync(system, content, cancellationToken);
        var put = await PutSmallAsync(straight, content, cancellationToken);
        Console.WriteLine($"Measuring memory with {LargeUploads} uploads of {megabytes} MB");
        var (peak, large) = await SendLargeAsync(system, content, megabytes * 1_000_000L, cancellationToken);
        return new(
            "upload",
            "at least 0.8 of the bytes a second that Amazon's client puts straight into the store",
            [
                new($"straight into the store, {Parallel} at once", Median.Of(rounds.Select(r => r.Straight)), "MB/s"),
                new("the same in objects of 8 MiB", Median.Of(rounds.Select(r => r.Pieces)), "MB/s", Median.Of(rounds.Select(r => r.Pieces / r.Straight))),
                new("the same through a bare hop", Median.Of(rounds.Select(r => r.Hop)), "MB/s", Median.Of(rounds.Select(r => r.Hop / r.Straight))),
                new("chunks of 8 MiB and finalize", Median.Of(rounds.Select(r => r.Chunked)), "MB/s", Median.Of(rounds.Select(r => r.Chunked / r.Straight))),
                new("the same through the gateway", Median.Of(rounds.Select(r => r.Gateway)), "MB/s", Median.Of(rounds.Select(r => r.Gateway / r.Straight))),
                new($"objects of 20 kB straight into the store, {SmallClients} at once", put, "objects/s"),
                new($"chunks of 20 kB, {SmallClients} recordings at once", small, "chunks/s", small / put),
                new($"finalize a recording of {SmallChunks / SmallClients} such chunks, all at once", join, "s"),
                new($"{LargeUploads} uploads of {megabytes} MB at once", large, "MB/s"),
                new("peak working set of Storage meanwhile", peak / Megabyte, "MB"),
            ],
            Median.Of(rounds.Select(r => r.Chunked / r.Straight)));
    }

    /// <summary>All ways in each round, in turn: what else the machine does meets each.</summary>
    private static async Task<List<Rates>> CompareAsync(
        BenchmarkSystem system, StraightUploads straight, BareHop hop, byte[] content, CancellationToken cancellationToken)
    {
        await WarmUpAsync(system, straight, hop, content, cancellationToken);
        // All before the first round: a sign-up keeps other services busy after its answer.
        var senders = new List<Organizations>();
        for (var round = 0; round < Rounds; round++) senders.Add(await Organizations.SignUpAsync(system, cancellationToken));
        var rates = new List<Rates>();
        foreach (var sender in senders)
        {
            using (sender) rates.Add(await MeasureAsync(straight, hop, sender, content, cancellationToken));
        }

        return rates;
    }

    /// <summary>
    /// Begins with many short recordings: the runtime compiles for good what was called some thirty times, and a long recording calls what begins
    /// and ends it just once.
    /// </summary>
    private static async Task WarmUpAsync(BenchmarkSystem system, StraightUploads straight, BareHop hop, byte[] content, CancellationToken cancellationToken)
    {
        var warmedUp = Stopwatch.StartNew();
        for (var i = 0; i < BriefRounds; i++)
        {
            using var brief = await Organizations.SignUpAsync(system, cancellationToken);
            foreach (var way in new[] { brief.Service, brief.Gateway })
            {
                await Task.WhenAll(Enumerable.Range(0, Parallel).Select(_ => way.SendAsync(content, 2 * BriefBytes, BriefBytes, cancellationToken)));
            }
        }

        while (warmedUp.Elapsed < WarmUp)
        {
            using var organizations = await Organizations.SignUpAsync(system, cancellationToken);
            await MeasureAsync(straight, hop, organizations, content, cancellationToken);
        }
    }

    private static async Task<Rates> MeasureAsync(
        StraightUploads straight, BareHop hop, Organizations organizations, byte[] content, CancellationToken cancellationToken)
    {
        var put = await MeasureAsync(() => straight.SendAsync(content, cancellationToken));
        var pieces = await MeasureAsync(() => InPiecesAsync(content, piece => straight.SendAsync(piece, cancellationToken)));
        var hopped = await MeasureAsync(() => InPiecesAsync(content, piece => hop.SendAsync(piece, cancellationToken)));
        await straight.ClearAsync(cancellationToken);
        var chunked = await MeasureAsync(() => organizations.Service.SendAsync(content, FileBytes, ChunkBytes, cancellationToken));
        var gateway = await MeasureAsync(() => organizations.Gateway.SendAsync(content, FileBytes, ChunkBytes, cancellationToken));
        return new(put, pieces, hopped, chunked, gateway);
    }

    private static async Task InPiecesAsync(byte[] content, Func<ReadOnlyMemory<byte>, Task> send)
    {
        for (var sent = 0; sent < FileBytes; sent += ChunkBytes) await send(content.AsMemory(sent, ChunkBytes));
    }

    private static async Task<double> MeasureAsync(Func<Task> send)
    {
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Parallel).Select(_ => send()));
        return Parallel * FileBytes / Megabyte / watch.Elapsed.TotalSeconds;
    }

    private static async Task<(double ChunksPerSecond, double FinalizeSeconds)> SendSmallAsync(
        BenchmarkSystem system, byte[] content, CancellationToken cancellationToken)
    {
        const int Each = SmallChunks / SmallClients;
        using var first = await ChunkedUploads.SignUpAsync(system, "storage", cancellationToken);
        using var second = await ChunkedUploads.SignUpAsync(system, "storage", cancellationToken);
        // A new organization's plan has ten recordings.
        var recordings = Enumerable.Range(0, SmallClients).Select(i => (Uploads: i % 2 == 0 ? first : second, Id: Guid.CreateVersion7())).ToList();
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(recordings.Select(async recording =>
        {
            for (var i = 0; i < Each; i++)
            {
                await recording.Uploads.SendChunkAsync(recording.Id, i, content.AsMemory(i * SmallBytes, SmallBytes), cancellationToken);
            }
        }));
        var rate = SmallClients * Each / watch.Elapsed.TotalSeconds;

        watch.Restart();
        await Task.WhenAll(recordings.Select(recording => recording.Uploads.FinalizeAsync(recording.Id, Each, cancellationToken)));
        return (rate, watch.Elapsed.TotalSeconds);
    }

    private static async Task<double> PutSmallAsync(StraightUploads straight, byte[] content, CancellationToken cancellationToken)
    {
        const int Each = SmallChunks / SmallClients / 2;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, SmallClients).Select(async _ =>
        {
            for (var i = 0; i < Each; i++) await straight.SendAsync(content.AsMemory(i * SmallBytes, SmallBytes), cancellationToken);
        }));
        return SmallClients * Each / watch.Elapsed.TotalSeconds;
    }

    private static async Task<(long PeakBytes, double MegabytesPerSecond)> SendLargeAsync(
        BenchmarkSystem system, byte[] content, long bytes, CancellationToken cancellationToken)
    {
        // One organization each: together they are more than a small plan's room.
        var organizations = new List<ChunkedUploads>();
        for (var i = 0; i < LargeUploads; i++) organizations.Add(await ChunkedUploads.SignUpAsync(system, "storage", cancellationToken));
        var watch = Stopwatch.StartNew();
        await using var memory = await PeakMemory.WatchAsync(system, "storage", cancellationToken);
        await Task.WhenAll(organizations.Select(o => o.SendAsync(content, bytes, ChunkBytes, cancellationToken)));
        var rate = LargeUploads * bytes / Megabyte / watch.Elapsed.TotalSeconds;
        foreach (var organization in organizations) organization.Dispose();
        return (memory.Bytes, rate);
    }

    /// <summary>Megabytes a second.</summary>
    private sealed record Rates(double Straight, double Pieces, double Hop, double Chunked, double Gateway);

    /// <summary>Who sends in one round.</summary>
    private sealed record Organizations(ChunkedUploads Service, ChunkedUploads Gateway) : IDisposable
    {
        public static async Task<Organizations> SignUpAsync(BenchmarkSystem system, CancellationToken cancellationToken) => new(
            await ChunkedUploads.SignUpAsync(system, "storage", cancellationToken),
            await ChunkedUploads.SignUpAsync(system, "gateway", cancellationToken));

        public void Dispose()
        {
            Service.Dispose();
            Gateway.Dispose();
        }
    }
}
