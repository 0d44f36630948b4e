// Kipu's benchmarks: each prints a Markdown table, writes the same as JSON, and ends with the line "ratio R".
// What is compared runs in turns within one run, because machines are shared and noisy: ratios travel, absolute numbers don't.
using Kipu.Benchmarks;

Dictionary<string, Func<int?, CancellationToken, Task<Report>>> benchmarks = new()
{
    ["tenancy"] = (_, cancellationToken) => RunAsync(TenancyBenchmark.RunAsync, cancellationToken),
    ["webhooks"] = (_, cancellationToken) => RunAsync(WebhookBenchmark.RunAsync, cancellationToken),
    ["archive"] = (size, cancellationToken) => RunAsync((system, token) => ArchiveBenchmark.RunAsync(system, size, token), cancellationToken),
    ["upload"] = (size, cancellationToken) => RunAsync((system, token) => UploadBenchmark.RunAsync(system, size, token), cancellationToken),
    ["long"] = (_, cancellationToken) => LongBenchmark.RunAsync(cancellationToken),
    ["quality"] = (_, cancellationToken) => QualityBenchmark.RunAsync(cancellationToken),
};
if (args is not [var name, ..] || !benchmarks.TryGetValue(name, out var benchmark))
{
    Console.Error.WriteLine($"usage: Kipu.Benchmarks {string.Join(" | ", benchmarks.Keys)} [FILE.json [SIZE]]");
    return 2;
}

// How much of something a benchmark makes; each has its own.
int? size = args.ElementAtOrDefault(2) is { } given ? int.Parse(given, System.Globalization.CultureInfo.InvariantCulture) : null;

using var interrupted = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    interrupted.Cancel();
};
var report = await benchmark(size, interrupted.Token);

// After the system's last words, so that the ratio is the last line.
await report.WriteAsync(args.ElementAtOrDefault(1) ?? Path.Combine("artifacts", $"bench-{name}.json"), interrupted.Token);
return 0;

static async Task<Report> RunAsync(Func<BenchmarkSystem, CancellationToken, Task<Report>> measure, CancellationToken cancellationToken)
{
    await using var system = await BenchmarkSystem.StartAsync([], cancellationToken);
    return await measure(system, cancellationToken);
}
