using System.Diagnostics;
using Npgsql;

namespace Kipu.Benchmarks;

/// <summary>
/// How fast lists and searches are when the archive is large: as ratios to looking up one recording by its key, for an organization
/// that has nearly all of it and for one of an ordinary size beside it.
/// </summary>
internal static class ArchiveBenchmark
{
    private const int Ordinary = 1500;
    private const int DefaultRecordings = 1_000_000;

    public static async Task<Report> RunAsync(BenchmarkSystem system, int? size, CancellationToken cancellationToken)
    {
        var recordings = Math.Max(size ?? DefaultRecordings, 2 * Ordinary);
        await using var owner = NpgsqlDataSource.Create(await system.ConnectionStringOfAsync("recordingsdb", cancellationToken));
        var (large, ordinary) = (Guid.NewGuid(), Guid.NewGuid());
        await LoadAsync(new(owner), large, ordinary, recordings, cancellationToken);

        Console.WriteLine("Measuring");
        var lines = new List<Measurement>();
        var listRatio = 0.0;
        var (id, at) = await MiddleAsync(owner, large, recordings - Ordinary, cancellationToken);
        var (ordinaryId, _) = await MiddleAsync(owner, ordinary, Ordinary, cancellationToken);
        foreach (var bound in new[] { true, false })
        {
            var policy = bound ? "with the row policy" : "without";
            var ofLarge = new ArchiveQueries(owner, large, id, bound);
            var first = await AddAsync(ofLarge, "first page of 50", ArchiveQueries.List);
            var later = await AddAsync(ofLarge, "page of 50 from the middle", ArchiveQueries.After, at, id);
            // The service is always bound by it.
            if (bound) listRatio = Math.Max(first, later);
            await AddAsync(ofLarge, "first page by title", ArchiveQueries.ByTitle);
            await AddAsync(ofLarge, "first page of a status", ArchiveQueries.OfStatus);
            await AddAsync(ofLarge, "first page of a rare tag", ArchiveQueries.OfRareTag);
            foreach (var (whose, queries) in new[] { ("ordinary", new ArchiveQueries(owner, ordinary, ordinaryId, bound)), ("large", ofLarge) })
            {
                await AddAsync(queries, $"rare word, found, {whose} organization", ArchiveQueries.Found, [new[] { ArchiveData.RareWord }]);
                await AddPageAsync(queries, $"rare word, list page, {whose} organization", ArchiveData.RareWord);
                await AddAsync(queries, $"two common words, best 20, {whose} organization", ArchiveQueries.Ranked, [ArchiveData.CommonWords.ToArray()]);
                await AddPageAsync(queries, $"two common words, list page, {whose} organization", [.. ArchiveData.CommonWords]);
            }

            Task<double> AddAsync(ArchiveQueries queries, string what, string sql, params object[] values) =>
                MeasureAsync(what, queries.MeasureAsync(sql, values, cancellationToken));

            Task<double> AddPageAsync(ArchiveQueries queries, string what, params string[] words) =>
                MeasureAsync(what, queries.MeasurePageAsync(words, cancellationToken));

            async Task<double> MeasureAsync(string what, Task<ArchiveQueries.Comparison> measure)
            {
                var (lookUp, run) = await measure;
                lines.Add(new($"{what}, {policy}", run, "µs", run / lookUp));
                return run / lookUp;
            }
        }

        return new(
            "archive",
            $"with {recordings:N0} recordings and {recordings * ArchiveData.SegmentsPerRecording:N0} segments: "
                + "a list page at most 3 times a look-up by key; a rare word under 1 ms, common words ranked under 20 ms",
            lines,
            listRatio);
    }

    private static async Task LoadAsync(ArchiveData data, Guid large, Guid ordinary, int recordings, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        Console.WriteLine($"Making {recordings:N0} recordings of {ArchiveData.SegmentsPerRecording} segments");
        await data.DropSearchIndexesAsync(cancellationToken);
        await data.FillAsync(large, recordings - Ordinary, cancellationToken);
        await data.FillAsync(ordinary, Ordinary, cancellationToken);
        Console.WriteLine($"Made in {watch.Elapsed.TotalSeconds:0} s; indexing");
        await data.IndexAsync(cancellationToken);
        Console.WriteLine($"Ready after {watch.Elapsed.TotalSeconds:0} s");
    }

    private static async Task<(Guid Id, DateTime At)> MiddleAsync(
        NpgsqlDataSource owner, Guid organizationId, int recordings, CancellationToken cancellationToken)
    {
        await using var command = owner.CreateCommand(
            "select id, created_at from recordings where organization_id = $1 and status_version = $2");
        command.Parameters.AddWithValue(organizationId);
        command.Parameters.AddWithValue((long)recordings / 2);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return (row.GetGuid(0), row.GetDateTime(1));
    }
}
