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

        Assert.Equal([recording.Id], await CallAsync(owner.OrganizationId, "select recording_id from search_recordings(search_query(array['presupuesto'], false, true))"));
        var segments = $"select recording_id from search_segments(search_query(array['presupuesto'], false, true), array['{recording.Id}']::uuid[], 10)";
        Assert.Equal([recording.Id], await CallAsync(owner.OrganizationId, segments));
        var archive = "select recording_id from search_archive(search_query(array['presupuesto'], false, true), 10)";
        Assert.Equal([recording.Id], await CallAsync(owner.OrganizationId, archive));
        foreach (var organization in new Guid?[] { stranger.OrganizationId, null })
        {
            Assert.Empty(await CallAsync(organization, "select recording_id from search_recordings(search_query(array['presupuesto'], false, true))"));
            Assert.Empty(await CallAsync(organization, segments));
            Assert.Empty(await CallAsync(organization, archive));
        }
    }

    /// <summary>Runs SQL as the service itself does, in an organization's transaction or in none's.</summary>
    private async Task<List<Guid>> CallAsync(Guid? organizationId, string sql)
    {
        await using var database = NpgsqlDataSource.Create(await kipu.GetConnectionStringAsync("recordingsdb"));
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var scope = $"set local role recordings_app; select set_config('app.organization_id', '{organizationId}', true)";
        await using (var enter = new NpgsqlCommand(scope, connection)) await enter.ExecuteNonQueryAsync();

        var ids = new List<Guid>();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) ids.Add(reader.GetGuid(0));
        return ids;
    }

    private static async Task<IReadOnlyList<RecordingSummary>> FindAsync(TestTenant tenant, string query)
    {
        using var response = await tenant.Client.GetAsync($"/api/recordings?q={Uri.EscapeDataString(query)}");
        return (await response.ReadAsync<Page<RecordingSummary>>()).Items;
    }
}
