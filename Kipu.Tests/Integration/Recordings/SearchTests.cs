using Npgsql;

namespace Kipu.Tests;

public sealed class SearchTests(KipuSystem kipu)
{
    private static readonly AnalysisDocument Spanish = SomeAnalysis.Of(
        "Comité técnico", "es",
        SomeAnalysis.Turn(1, "Buenos días a todos, comenzamos la reunión técnica.", start: 0),
        SomeAnalysis.Turn(2, "Decidimos ampliar el presupuesto <b>de marketing</b> para la sede de Medellín.", start: 65.5, speaker: "Luis"),
        SomeAnalysis.Turn(3, "Las decisiones anteriores siguen igual.", start: 130));

    private static readonly AnalysisDocument English = SomeAnalysis.Of(
        "Launch review", "en",
        SomeAnalysis.Turn(1, "The launches were delayed because the vendor was running late.", start: 3, speaker: "Mary"));

    [Theory]
    [InlineData("reunion tecnicas", "s1", "reunión|técnica")]
    [InlineData("REUNIÓN", "s1", "reunión")]
    [InlineData("presupuestos ", "s2", "presupuesto")]
    [InlineData("medell", "s2", "Medellín")]
    [InlineData("presupuesto de la sede ", "s2", "presupuesto|sede")]
    [InlineData("decidim", "s2", "Decidimos")]
    [InlineData("run", "s1", "running")]
    [InlineData("launch delays ", "s1", "launches|delayed")]
    public async Task Words_are_found_whatever_their_accents_case_and_ending_with_moment_and_places(string query, string segment, string hits)
    {
        var tenant = await kipu.SignUpAsync();
        await tenant.CreateAnalysedRecordingAsync(Spanish);
        await tenant.CreateAnalysedRecordingAsync(English);

        var row = Assert.Single(await FindAsync(tenant, query));

        var hit = Assert.Single(row.Hits!, h => h.SegmentId == segment);
        Assert.Equal(hits.Split('|'), hit.Ranges.Select(r => hit.Snippet.Substring(r[0], r[1])));
        Assert.NotNull(hit.StartSeconds);
        Assert.NotNull(hit.Speaker);
    }

    [Theory]
    [InlineData("3.500.000", "3|500|000")]
    [InlineData("500 ", "500")]
    [InlineData("acme.com", "acme|com")]
    [InlineData("acme", "acme")]
    [InlineData("cliente/proveedor", "cliente|proveedor")]
    [InlineData("proveedor", "proveedor")]
    [InlineData("2026-11-28", "2026|11|28")]
    [InlineData("28", "28")]
    public async Task Words_and_figures_are_found_beside_any_sign_in_their_places(string query, string hits)
    {
        var tenant = await kipu.SignUpAsync();
        await tenant.CreateAnalysedRecordingAsync(SomeAnalysis.Of(
            "Pago", "es", SomeAnalysis.Turn(1, "El 2026-11-28 el cliente/proveedor pagó $3.500.000; escribe a ana@acme.com.")));

        var hit = Assert.Single(Assert.Single(await FindAsync(tenant, query)).Hits!);

        Assert.Equal(hits.Split('|'), hit.Ranges.Select(r => hit.Snippet.Substring(r[0], r[1])));
    }

    [Fact]
    public async Task A_snippet_is_the_text_as_it_was_said_without_markup_of_ours()
    {
        var tenant = await kipu.SignUpAsync();
        await tenant.CreateAnalysedRecordingAsync(Spanish);

        var hit = Assert.Single(Assert.Single(await FindAsync(tenant, "marketing")).Hits!);

        Assert.Equal("Decidimos ampliar el presupuesto <b>de marketing</b> para la sede de Medellín.", hit.Snippet);
        Assert.Equal((65.5, "Luis"), (hit.StartSeconds, hit.Speaker));
    }

    [Fact]
    public async Task Titles_and_summaries_are_searched_as_well_also_before_there_is_a_transcript()
    {
        var tenant = await kipu.SignUpAsync();
        var titled = await tenant.CreateRecordingAsync("Plan de jubilación");
        var summarized = await tenant.CreateAnalysedRecordingAsync(SomeAnalysis.Of("X") with { ExecutiveSummary = "Se revisó la nómina." });

        Assert.Equal(titled.Id, Assert.Single(await FindAsync(tenant, "jubilacion")).Id);
        var row = Assert.Single(await FindAsync(tenant, "nomina"));

        Assert.Equal(summarized.Id, row.Id);
        Assert.Equal("Se revisó la nómina.", Assert.Single(row.Hits!).Snippet);
    }

    [Theory]
    [InlineData("presupuesto vendedor")]
    [InlineData("zzz")]
    [InlineData("?!")]
    public async Task What_nobody_said_is_not_found(string query)
    {
        var tenant = await kipu.SignUpAsync();
        await tenant.CreateAnalysedRecordingAsync(Spanish);

        var found = await FindAsync(tenant, query);

        Assert.All(found, row => Assert.Empty(row.Hits ?? []));
        if (query != "?!") Assert.Empty(found);
    }

    [Fact]
    public async Task A_newer_analysis_takes_the_place_of_the_older_ones_words()
    {
        var tenant = await kipu.SignUpAsync();
        var recording = await tenant.CreateAnalysedRecordingAsync(Spanish);

        await tenant.TellRecordingsAsync(new RecordingAnalyzed(
            recording.Id, tenant.OrganizationId, Guid.CreateVersion7(),
            SomeAnalysis.Of("Comité", "es", SomeAnalysis.Turn(1, "Solo queda esta frase.")), DateTimeOffset.UtcNow));

        await KipuSystem.WaitUntilAsync(async () => (await FindAsync(tenant, "frase")).Count == 1, "the newer analysis is stored");
        Assert.Empty(await FindAsync(tenant, "presupuesto"));
    }

    [Fact]
    public async Task Another_organizations_words_are_found_neither_by_the_api_nor_by_the_functions_themselves()
    {
        var owner = await kipu.SignUpAsync();
        var stranger = await kipu.SignUpAsync();
        var recording = await owner.CreateAnalysedRecordingAsync(Spanish);

        Assert.Empty(await FindAsync(stranger, "presupuesto"));

        Assert.Equal([recording.Id], await CallAsync<Guid>(owner.OrganizationId, "select recording_id from search_recordings(search_query(array['presupuesto'], false, true))"));
        var segments = $"select recording_id from search_segments(search_query(array['presupuesto'], false, true), array['{recording.Id}']::uuid[], 10)";
        Assert.Equal([recording.Id], await CallAsync<Guid>(owner.OrganizationId, segments));
        var archive = "select recording_id from search_archive(array['presupuesto'], true, 10)";
        Assert.Equal([recording.Id], await CallAsync<Guid>(owner.OrganizationId, archive));
        foreach (var organization in new Guid?[] { stranger.OrganizationId, null })
        {
            Assert.Empty(await CallAsync<Guid>(organization, "select recording_id from search_recordings(search_query(array['presupuesto'], false, true))"));
            Assert.Empty(await CallAsync<Guid>(organization, segments));
            Assert.Empty(await CallAsync<Guid>(organization, archive));
        }
    }

    [Fact]
    public async Task What_is_said_in_nearly_every_meeting_is_found_from_the_newest_on_and_without_a_gap()
    {
        var tenant = await kipu.SignUpAsync();
        var ids = await FillAsync(tenant.OrganizationId);

        Assert.NotEqual(0, await WalkAsync(tenant, "presupuesto"));
        Assert.Equal(0, await WalkAsync(tenant, "xilófono"));
        var found = new List<Guid>();
        var pages = new List<int>();
        string? cursor = null;
        do
        {
            using var response = await tenant.Client.GetAsync($"/api/recordings?q=presupuestos&limit=60&cursor={cursor}");
            var page = await response.ReadAsync<Page<RecordingSummary>>();
            Assert.All(page.Items, row => Assert.Equal(3, row.Hits!.Count));
            found.AddRange(page.Items.Select(row => row.Id));
            pages.Add(page.Items.Count);
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        Assert.Equal(ids, found);
        Assert.Equal([60, 60, 60, 60, 10], pages);
        // Fewer than a page of these: the walk ends without enough.
        Assert.Equal([ids[^1], ids[0]], (await FindAsync(tenant, "presupuesto", "&status=ERROR&sort=oldest")).Select(row => row.Id));
        Assert.Equal([ids[^1]], (await FindAsync(tenant, "presupuesto xilofono")).Select(row => row.Id));
    }

    [Fact]
    public async Task A_question_finds_the_telling_word_among_those_that_everybody_says()
    {
        var tenant = await kipu.SignUpAsync();
        var ids = await FillAsync(tenant.OrganizationId);

        var any = await CallAsync<Guid>(tenant.OrganizationId, "select recording_id from search_archive(array['presupuesto', 'aprobado', 'xilófono'], false, 10)");
        var all = await CallAsync<Guid>(tenant.OrganizationId, "select recording_id from search_archive(array['presupuesto', 'aprobado'], true, 10)");

        Assert.Equal((ids[^1], 10), (any[0], any.Count));
        Assert.Equal(10, all.Count);
        Assert.Subset(ids.Take(10).ToHashSet(), all.ToHashSet());
    }

    /// <summary>
    /// 250 meetings of 20 segments, all of them about an approved budget, and the oldest about a xylophone as well; the oldest and the newest
    /// have failed.
    /// </summary>
    /// <returns>Their ids, newest first.</returns>
    private async Task<List<Guid>> FillAsync(Guid organizationId)
    {
        await using var database = NpgsqlDataSource.Create(await kipu.GetConnectionStringAsync("recordingsdb"));
        await using var command = database.CreateCommand(
            """
            with made as (
              insert into recordings (id, organization_id, title, has_own_title, status, progress, created_at, updated_at, status_version, decisions,
                open_action_items, speakers, tags)
              select gen_random_uuid(), $1, 'Comité', true, case when n in (0, 249) then 'Error' else 'Completed' end, 100,
                timestamptz '2026-01-01' + n * interval '1 minute', now(), n, 0, 0, '[]', '[]'
              from generate_series(0, 249) as n
              returning id, created_at, status_version as n),
            said as (
              insert into transcript_segments (organization_id, recording_id, ordinal, segment_id, speaker_id, speaker, text, start_seconds,
                end_seconds, language)
              select $1, id, i, 's' || i, 'v1', 'Ana', 'El presupuesto está aprobado' || case when n = 0 and i = 7 then ', el xilófono no.' else '.' end,
                i, i + 1, 'es'
              from made cross join generate_series(0, 19) as i)
            select id from made order by created_at desc
            """);
        command.Parameters.AddWithValue(organizationId);
        var ids = new List<Guid>();
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync()) ids.Add(reader.GetGuid(0));
        }

        await using var analyze = database.CreateCommand("analyze recordings, transcript_segments");
        await analyze.ExecuteNonQueryAsync();
        return ids;
    }

    private async Task<int> WalkAsync(TestTenant tenant, string word) =>
        (await CallAsync<int>(tenant.OrganizationId, $"select search_walk(search_query(array['{word}'], false, true), 61)"))[0];

    /// <summary>Runs SQL as the service itself does, in an organization's transaction or in none's.</summary>
    private async Task<List<T>> CallAsync<T>(Guid? organizationId, string sql)
    {
        await using var database = NpgsqlDataSource.Create(await kipu.GetConnectionStringAsync("recordingsdb"));
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var scope = $"set local role recordings_app; select set_config('app.organization_id', '{organizationId}', true)";
        await using (var enter = new NpgsqlCommand(scope, connection)) await enter.ExecuteNonQueryAsync();

        var values = new List<T>();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) values.Add(await reader.GetFieldValueAsync<T>(0));
        return values;
    }

    private static async Task<IReadOnlyList<RecordingSummary>> FindAsync(TestTenant tenant, string query, string filter = "")
    {
        using var response = await tenant.Client.GetAsync($"/api/recordings?q={Uri.EscapeDataString(query)}{filter}");
        return (await response.ReadAsync<Page<RecordingSummary>>()).Items;
    }
}
