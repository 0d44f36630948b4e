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

    private const string Row =
        "id, title, status, stage, progress, error, created_at, duration_seconds, language, requested_language, executive_summary, decisions, "
        + "open_action_items, speakers, tags, category, user_id, deleted_at, output_language, template";

    private const string Whole =
        $"{Row}, organization_id, has_own_title, source, job_id, updated_at, status_version, idempotency_key, idempotency_fingerprint, deleted_by, "
        + "has_own_tags, markers";

    private const string Page = $"select {Row} from recordings where organization_id = $1 and deleted_at is null";
    private const string InOrder = "order by created_at desc, id desc";
    private const string NewestFirst = $"{InOrder} limit 51";

    public const string Key = $"select {Whole} from recordings where id = $1 and deleted_at is null";

    /// <summary>What the API's list adds by itself under the policy, and what has to be said without it.</summary>
    public const string List = $"{Page} {NewestFirst}";

    public const string After = $"{Page} and (created_at, id) < ($2, $3) {NewestFirst}";

    public const string ByTitle = $"""{Page} order by title collate "und-x-icu", id limit 51""";

    public const string OfStatus = $"{Page} and status = 'Error' {NewestFirst}";

    public const string OfRareTag =
        $"{Page} and exists (select 1 from recording_tags t where t.recording_id = recordings.id and t.key = 'rara') {NewestFirst}";

    public const string Found = "select recording_id from search_recordings(search_query($1, false, true)) limit 51";

    public const string Ranked = "select * from search_archive($1, true, 20)";

    private const string Walk = "select search_walk(search_query($1, false, true), 51)";
    private const string ByIndex = $"{Page} and id in (select recording_id from search_recordings(search_query($2, false, true))) {NewestFirst}";

    private const string ByTime = $"""
        select {Row} from (select * from recordings where organization_id = $1 and deleted_at is null {InOrder} limit $3) as near
        where search_says(id, search_query($2, false, true)) {NewestFirst}
        """;

    /// <summary>The middle of the times that one statement takes, with all rows read, in microseconds.</summary>
    public async Task<double> MeasureAsync(string sql, object[] values, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = await PrepareAsync(connection, sql, values, cancellationToken);
        return await TimeAsync(connection, () => ReadAsync(command, cancellationToken), cancellationToken);
    }

    /// <summary>The same for a page of the list with words: one statement asks which way it is to be found, the next finds it.</summary>
    public async Task<double> MeasurePageAsync(string[] words, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var ask = await PrepareAsync(connection, Walk, [words], cancellationToken);
        await using var byTime = await PrepareAsync(connection, ByTime, [organizationId, words, 0], cancellationToken);
        await using var byIndex = await PrepareAsync(connection, ByIndex, [organizationId, words], cancellationToken);
        return await TimeAsync(
            connection,
            async () =>
            {
                var walk = (int)(await ask.ExecuteScalarAsync(cancellationToken))!;
                byTime.Parameters[2].Value = walk;
                if (walk == 0 || await ReadAsync(byTime, cancellationToken) < 51) await ReadAsync(byIndex, cancellationToken);
            },
            cancellationToken);
    }

    private async Task<double> TimeAsync(NpgsqlConnection connection, Func<Task> run, CancellationToken cancellationToken)
    {
        var times = new List<double>();
        var begun = Stopwatch.GetTimestamp();
        while (times.Count < Warmups + Runs && (times.Count <= Warmups || Stopwatch.GetElapsedTime(begun) < Longest))
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await using (var enter = new NpgsqlCommand(Scope, connection, transaction)) await enter.ExecuteNonQueryAsync(cancellationToken);
            var started = Stopwatch.GetTimestamp();
            await run();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds);
        }

        var ordered = times.Skip(Warmups).Order().ToList();
        return ordered[ordered.Count / 2];
    }

    private static async Task<NpgsqlCommand> PrepareAsync(
        NpgsqlConnection connection, string sql, object[] values, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var value in values) command.Parameters.AddWithValue(value);
        await command.PrepareAsync(cancellationToken);
        return command;
    }

    private static async Task<int> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        var count = 0;
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken)) count++;
        return count;
    }

    /// <remarks>The finding functions compare the organization in either case.</remarks>
    private string Scope =>
        $"{(bound ? "set local role recordings_app; " : "")}select set_config('app.organization_id', '{organizationId}', true)";
}
