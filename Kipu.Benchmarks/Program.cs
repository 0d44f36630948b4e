// Kipu's benchmarks: each prints a Markdown table, writes the same as JSON, and ends with the line "ratio R".
// What is compared runs in turns within one run, because machines are shared and noisy: ratios travel, absolute numbers don't.
using Kipu.Benchmarks;

Dictionary<string, Func<BenchmarkSystem, CancellationToken, Task<Report>>> benchmarks = new()
{
    ["tenancy"] = TenancyBenchmark.RunAsync,
};
if (args is not [var name, ..] || !benchmarks.TryGetValue(name, out var benchmark))
{
    Console.Error.WriteLine($"usage: Kipu.Benchmarks {string.Join(" | ", benchmarks.Keys)} [FILE.json]");
    return 2;
}

using var interrupted = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    interrupted.Cancel();
};
Report report;
await using (var system = await BenchmarkSystem.StartAsync(interrupted.Token)) report = await benchmark(system, interrupted.Token);

// After the system's last words, so that the ratio is the last line.
await report.WriteAsync(args.ElementAtOrDefault(1) ?? Path.Combine("artifacts", $"bench-{name}.json"), interrupted.Token);
return 0;
