using Npgsql;

namespace Kipu.Benchmarks;

/// <summary>
/// Fills the database of Recordings with meetings that nobody held: words of a vocabulary whose first are common and whose last are rare,
/// as in a language, ten segments a recording.
/// </summary>
internal sealed class ArchiveData(NpgsqlDataSource owner)
{
    /// <summary>In twenty segments of each organization, and nowhere else.</summary>
    public const string RareWord = "xilófono";
    public const int SegmentsPerRecording = 10;
    private const int Batch = 20_000;
    private const int Vocabulary = 3000;
    private const int RareRecordings = 20;

    /// <summary>Words that about one segment in ten has, for the searches that find much.</summary>
    public static IReadOnlyList<string> CommonWords { get; } = [Word(3), Word(5)];

    /// <param name="organizationId">Whose recordings.</param>
    /// <param name="recordings">How many.</param>
    /// <param name="cancellationToken">Ends the load.</param>
    public async Task FillAsync(Guid organizationId, int recordings, CancellationToken cancellationToken)
    {
        // Two connections keep two cores busy.
        var batches = Enumerable.Range(0, (recordings + Batch - 1) / Batch)
            .Select(i => (From: i * Batch, Count: Math.Min(Batch, recordings - (i * Batch))));
        await Parallel.ForEachAsync(
            batches, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancellationToken }, async (batch, token) =>
        {
            await using var command = owner.CreateCommand(BatchSql);
            command.CommandTimeout = 0;
            command.Parameters.AddWithValue(organizationId);
            command.Parameters.AddWithValue(batch.From);
            command.Parameters.AddWithValue(batch.Count);
            command.Parameters.AddWithValue(Enumerable.Range(0, Vocabulary).Select(Word).ToArray());
            await command.ExecuteNonQueryAsync(token);
        });
    }

    /// <summary>GIN indexes are built ten times faster at once than row by row.</summary>
    public Task DropSearchIndexesAsync(CancellationToken cancellationToken) => ExecuteAsync(
        "drop index ix_transcript_segments_organization_id_search, ix_recordings_organization_id_search", cancellationToken);

    public async Task IndexAsync(CancellationToken cancellationToken)
    {
        await ExecuteAsync(
            """
            set maintenance_work_mem = '1GB';
            create index ix_transcript_segments_organization_id_search on transcript_segments using gin (organization_id, search);
            create index ix_recordings_organization_id_search on recordings using gin (organization_id, search);
            """,
            cancellationToken);
        await ExecuteAsync("vacuum (analyze) recordings, recording_tags, transcript_segments", cancellationToken);
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = owner.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Words that no grammar knows, so that each stays what it is.</summary>
    private static string Word(int number)
    {
        string[] syllables = ["ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "zo"];
        var word = "";
        for (var rest = number + syllables.Length; rest > 0; rest /= syllables.Length) word += syllables[rest % syllables.Length];
        return $"{word}k";
    }

    /// <remarks>Each row's random words need a reference to that row, or the planner works them out once for all.</remarks>
    private static string BatchSql { get; } = $"""
        with made as (
          insert into recordings (id, organization_id, user_id, title, has_own_title, status, progress, created_at, updated_at,
            status_version, duration_seconds, language, executive_summary, decisions, open_action_items, speakers, tags, has_own_tags, category)
          select (lpad(to_hex((extract(epoch from m.at) * 1000)::bigint), 12, '0') || '7' || substr(md5(random()::text || m.n), 1, 3)
              || '8' || substr(md5(random()::text || m.n), 1, 15))::uuid,
            $1, null, 'Reunión ' || m.n || ' ' || m.words, true,
            case when m.n % 20 = 0 then 'Error' else 'Completed' end, 100, m.at, m.at, m.n,
            600, 'es', m.words || ' ' || m.words, 2, 1,
            '[{"{"}"speakerId":"v1","name":"Ana","share":0.6{"}"},{"{"}"speakerId":"v2","name":"Luis","share":0.4{"}"}]',
            '["ventas"]', false,
            case when m.n % 3 = 0 then 'sales' else 'meeting' end
          from (
            select n, timestamptz '2020-01-01' + n * interval '97 seconds' as at,
              (select string_agg($4[1 + floor(power(random(), 3) * {Vocabulary})::integer], ' ')
                from generate_series(1, 8 + 0 * n)) as words
            from generate_series($2, $2 + $3 - 1) as n) as m
          returning organization_id, id, status_version as n),
        tagged as (
          insert into recording_tags (organization_id, recording_id, key)
          select organization_id, id, case when n % 1000 = 0 then 'rara' else 'ventas' end from made)
        insert into transcript_segments
          (organization_id, recording_id, ordinal, segment_id, speaker_id, speaker, text, start_seconds, end_seconds, language)
        select organization_id, id, i, 's' || i, 'v' || i % 2, case i % 2 when 0 then 'Ana' else 'Luis' end,
          (select string_agg($4[1 + floor(power(random(), 3) * {Vocabulary})::integer], ' ')
            from generate_series(1, 12 + 0 * i + 0 * n::integer))
            || case when i = 3 and n < {RareRecordings} then ' {RareWord}' else '' end,
          i * 60, i * 60 + 50, 'es'
        from made cross join generate_series(0, {SegmentsPerRecording - 1}) as i
        """;
}
