using System.Diagnostics;
using Npgsql;

namespace Kipu.Benchmarks;

/// <summary>
/// The statements that the API sends for one organization, each prepared and run in a transaction of its own as the service does, or as a
/// role that no row policy binds.
/// </summary>
internal sealed class ArchiveQueries(NpgsqlDataSource database, Guid organizationId, bool bound)
{
    private const int Warmups = 3;
    private const int Runs = 41;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private const string Page = "select * from recordings where organization_id = $1 and deleted_at is null";
    private const string NewestFirst = "order by created_at desc, id desc limit 51";

    /// <summary>What the API's list adds by itself under the policy, and what has to be said without it.</summary>
    public static string List => $"{Page} {NewestFirst}";

    public static string After => $"{Page} and (created_at, id) < ($2, $3) {NewestFirst}";

    public static string ByTitle => $"""{Page} order by title collate "und-x-icu", id limit 51""";

    public static string OfStatus => $"{Page} and status = 'Error' {NewestFirst}";

    public static string OfRareTag =>
        $"{Page} and exists (select 1 from recording_tags t where t.recording_id = recordings.id and t.key = 'rara') {NewestFirst}";

    public static string Matching =>
        $"{Page} and id in (select recording_id from search_recordings(search_query($2, false, true))) {NewestFirst}";

    public const string Found = "select recording_id from search_recordings(search_query($1, false, true)) limit 51";

    public const string Ranked = "select * from search_archive(search_query($1, false, true), 20)";

    public const string Key = "select * from recordings where id = $1";

    /// <summary>The middle of the times that it takes, with all rows read, in microseconds.</summary>
    public async Task<double> MeasureAsync(string sql, object[] values, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var value in values) command.Parameters.AddWithValue(value);
        await command.PrepareAsync(cancellationToken);

        var times = new List<double>();
        var begun = Stopwatch.GetTimestamp();
        while (times.Count < Warmups + Runs && (times.Count <= Warmups || Stopwatch.GetElapsedTime(begun) < Longest))
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await using (var enter = new NpgsqlCommand(Scope, connection, transaction)) await enter.ExecuteNonQueryAsync(cancellationToken);
            var started = Stopwatch.GetTimestamp();
            await using (var rows = await command.ExecuteReaderAsync(cancellationToken))
            {
                while (await rows.ReadAsync(cancellationToken))
                {
                }
            }

            times.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds);
        }

        var ordered = times.Skip(Warmups).Order().ToList();
        return ordered[ordered.Count / 2];
    }

    /// <remarks>The finding functions compare the organization in either case.</remarks>
    private string Scope =>
        $"{(bound ? "set local role recordings_app; " : "")}select set_config('app.organization_id', '{organizationId}', true)";
}
