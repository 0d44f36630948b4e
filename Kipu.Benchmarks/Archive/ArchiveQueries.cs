using System.Diagnostics;
using Npgsql;

namespace Kipu.Benchmarks;

/// <summary>
/// The statements that the API sends for one organization, each in a transaction of its own and planned anew as the service has it, or as a role
/// that no row policy binds.
/// </summary>
/// <param name="database">As its owner, who may take the role.</param>
/// <param name="organizationId">Whose recordings.</param>
/// <param name="recordingId">The one that is looked up by its key, for comparison.</param>
/// <param name="bound">Whether as the role that the row policy binds.</param>
internal sealed class ArchiveQueries(NpgsqlDataSource database, Guid organizationId, Guid recordingId, bool bound)
{
    private const int Warmups = 10;
    private const int Runs = 401;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private const string Row =
        "id, title, status, stage, progress, error, created_at, duration_seconds, language, requested_language, executive_summary, decisions, "
        + "open_action_items, speakers, tags, category, user_id, deleted_at, output_language, template";

    private const string Whole =
        $"{Row}, organization_id, has_own_title, source, job_id, updated_at, status_version, idempotency_key, idempotency_fingerprint, deleted_by, "
        + "has_own_tags, markers";

    private const string Page = $"select {Row} from recordings where deleted_at is null";
    private const string InOrder = "order by created_at desc, id desc";
    private const string NewestFirst = $"{InOrder} limit 51";

    private const string Key = $"select {Whole} from recordings where id = $1 and deleted_at is null";

    public const string List = $"{Page} {NewestFirst}";

    public const string After = $"{Page} and (created_at, id) < ($1, $2) {NewestFirst}";

    public const string ByTitle = $"""{Page} order by title collate "und-x-icu", id limit 51""";

    public const string OfStatus = $"{Page} and status = 'Error' {NewestFirst}";

    public const string OfRareTag =
        $"{Page} and exists (select 1 from recording_tags t where t.recording_id = recordings.id and t.key = 'rara') {NewestFirst}";

    public const string Found = "select recording_id from search_recordings(search_query($1, false, true)) limit 51";

    public const string Ranked = "select * from search_archive($1, true, 20)";

    private const string Walk = "select search_walk(search_query($1, false, true), 51)";
    private const string ByIndex = $"{Page} and id in (select recording_id from search_recordings(search_query($1, false, true))) {NewestFirst}";

    private const string ByTime = $"""
        select {Row} from (select * from recordings where deleted_at is null {InOrder} limit $2) as near
        where exists (select 1 from search_in(id, $1, false)) {NewestFirst}
        """;

    /// <summary>Runs one statement, with all rows read, in turn with a look-up by key.</summary>
    public async Task<Comparison> MeasureAsync(string sql, object[] values, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = CommandOf(connection, sql, values);
        return await CompareAsync(connection, () => ReadAsync(command, cancellationToken), cancellationToken);
    }

    /// <summary>The same for a page of the list with words: one statement asks which way it is to be found, the next finds it.</summary>
    public async Task<Comparison> MeasurePageAsync(string[] words, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var ask = CommandOf(connection, Walk, [words]);
        await using var byTime = CommandOf(connection, ByTime, words, 0);
        await using var byIndex = CommandOf(connection, ByIndex, [words]);
        return await CompareAsync(
            connection,
            async () =>
            {
                var walk = (int)(await ask.ExecuteScalarAsync(cancellationToken))!;
                byTime.Parameters[1].Value = walk;
                if (walk == 0 || await ReadAsync(byTime, cancellationToken) < 51) await ReadAsync(byIndex, cancellationToken);
            },
            cancellationToken);
    }

    private async Task<Comparison> CompareAsync(NpgsqlConnection connection, Func<Task> run, CancellationToken cancellationToken)
    {
        await using var key = CommandOf(connection, Key, recordingId);
        var rounds = new List<(double LookUp, double Run)>();
        var begun = Stopwatch.GetTimestamp();
        while (rounds.Count < Warmups + Runs && (rounds.Count <= Warmups || Stopwatch.GetElapsedTime(begun) < Longest))
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await using (var enter = new NpgsqlCommand(Scope, connection, transaction)) await enter.ExecuteNonQueryAsync(cancellationToken);
            rounds.Add((await TimeAsync(() => ReadAsync(key, cancellationToken)), await TimeAsync(run)));
        }

        rounds.RemoveRange(0, Warmups);
        return new(Median.Of(rounds.Select(round => round.LookUp)), Median.Of(rounds.Select(round => round.Run)));
    }

    private static async Task<double> TimeAsync(Func<Task> run)
    {
        var started = Stopwatch.GetTimestamp();
        await run();
        return Stopwatch.GetElapsedTime(started).TotalMicroseconds;
    }

    private NpgsqlCommand CommandOf(NpgsqlConnection connection, string sql, params object[] values)
    {
        var command = new NpgsqlCommand(bound ? sql : OfOne(sql), connection) { CommandTimeout = 0 };
        foreach (var value in values) command.Parameters.AddWithValue(value);
        return command;
    }

    private static async Task<int> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        var count = 0;
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken)) count++;
        return count;
    }

    /// <summary>What the policy adds by itself has to be said without it.</summary>
    private string OfOne(string sql) =>
        sql.Replace("where deleted_at is null", $"where organization_id = '{organizationId}' and deleted_at is null", StringComparison.Ordinal);

    /// <remarks>The finding functions compare the organization in either case.</remarks>
    private string Scope =>
        $"{(bound ? "set local role recordings_app; " : "")}select set_config('app.organization_id', '{organizationId}', true)";

    /// <param name="LookUp">The middle of the times of a look-up by key, in microseconds.</param>
    /// <param name="Run">The middle of those of what is compared with it.</param>
    public sealed record Comparison(double LookUp, double Run);
}
