using System.Net;
using System.Net.Http.Json;

namespace Kipu.Tests;

public sealed class RecordingListTests(KipuSystem kipu)
{
    [Fact]
    public async Task Recordings_come_newest_first_in_pages_that_join_without_gap_or_double()
    {
        var tenant = await kipu.SignUpAsync();
        var created = new List<Guid>();
        for (var i = 0; i < 7; i++) created.Add((await tenant.CreateRecordingAsync($"Reunión {i}")).Id);

        var listed = await PagesAsync(tenant, "limit=3");

        Assert.Equal(created.AsEnumerable().Reverse(), listed.Select(r => r.Id));
    }

    [Fact]
    public async Task The_list_can_be_narrowed_to_a_status_and_to_a_time()
    {
        var tenant = await kipu.SignUpAsync();
        var first = await tenant.CreateRecordingAsync();
        var analysed = await tenant.CreateAnalysedRecordingAsync(SomeAnalysis.Of());

        Assert.Equal([analysed.Id], Ids(await ListAsync(tenant, "status=COMPLETED")));
        Assert.Equal([first.Id], Ids(await ListAsync(tenant, "status=RECORDING")));
        Assert.Equal([analysed.Id], Ids(await ListAsync(tenant, $"from={Uri.EscapeDataString(analysed.CreatedAt.ToString("O"))}")));
        Assert.Equal([first.Id], Ids(await ListAsync(tenant, $"to={Uri.EscapeDataString(analysed.CreatedAt.ToString("O"))}")));
    }

    [Fact]
    public async Task The_list_can_be_narrowed_to_a_tag_a_category_and_a_person()
    {
        var tenant = await kipu.SignUpAsync();
        var sales = await tenant.CreateAnalysedRecordingAsync(SomeAnalysis.Of() with { Category = "sales", Tags = ["Bogotá", "clientes"] });
        var other = await tenant.CreateAnalysedRecordingAsync(SomeAnalysis.Of() with { Category = "planning", Tags = ["clientes"] });

        Assert.Equal([sales.Id], Ids(await ListAsync(tenant, $"tag={Uri.EscapeDataString("BOGOTÁ")}")));
        Assert.Equal([other.Id, sales.Id], Ids(await ListAsync(tenant, "tag=clientes")));
        Assert.Equal([other.Id], Ids(await ListAsync(tenant, "tag=clientes&category=planning")));
        Assert.Equal([other.Id, sales.Id], Ids(await ListAsync(tenant, $"userId={tenant.UserId}")));
        Assert.Empty(Ids(await ListAsync(tenant, $"userId={Guid.NewGuid()}")));
    }

    [Fact]
    public async Task The_list_comes_in_the_order_of_titles_or_oldest_first_and_a_cursor_belongs_to_its_order()
    {
        var tenant = await kipu.SignUpAsync();
        string[] titles = ["ventas", "Árbol", "Ventas", "arbitraje", "Ñandú", "nota", "Ventas"];
        var created = new List<RecordingSummary>();
        foreach (var title in titles) created.Add(await tenant.CreateRecordingAsync(title));

        var byTitle = await PagesAsync(tenant, "sort=title&limit=2");
        var oldest = await PagesAsync(tenant, "sort=oldest&limit=3");

        Assert.Equal(["arbitraje", "Árbol", "Ñandú", "nota", "ventas", "Ventas", "Ventas"], byTitle.Select(r => r.Title));
        Assert.Equal(created.Count, byTitle.Select(r => r.Id).Distinct().Count());
        Assert.Equal(created.Select(r => r.Id), oldest.Select(r => r.Id));
        var cursor = (await ListAsync(tenant, "sort=title&limit=2")).NextCursor;
        using var mixed = await tenant.Client.GetAsync($"/api/recordings?sort=oldest&cursor={cursor}");
        await mixed.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_cursor");
    }

    [Fact]
    public async Task A_row_shows_what_came_of_the_meeting()
    {
        var tenant = await kipu.SignUpAsync();
        await tenant.CreateAnalysedRecordingAsync(SomeAnalysis.Of("Ventas de noviembre", "es", SomeAnalysis.Turn(1, "Abramos.")));

        var row = Assert.Single((await ListAsync(tenant, "")).Items);

        Assert.Equal(("Ventas de noviembre", 60d, "es", 1, 1), (row.Title, row.DurationSeconds, row.Language, row.Decisions, row.OpenActionItems));
        Assert.Equal([0.5, 0.5], row.Speakers.Select(s => s.Share));
    }

    [Theory]
    [InlineData("cursor=nonsense", "invalid_cursor")]
    [InlineData("limit=0", "validation_failed")]
    [InlineData("limit=201", "validation_failed")]
    [InlineData("limit=x", "invalid_request")]
    [InlineData("status=SLEEPING", "invalid_request")]
    [InlineData("status=77", "invalid_request")]
    [InlineData("from=yesterday", "invalid_request")]
    [InlineData("sort=random", "invalid_request")]
    [InlineData("sort=2", "invalid_request")]
    public async Task A_list_that_was_asked_for_wrongly_is_refused(string query, string code)
    {
        var tenant = await kipu.SignUpAsync();

        using var response = await tenant.Client.GetAsync($"/api/recordings?{query}");

        await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task A_new_title_stays_when_the_analysis_gives_another()
    {
        var tenant = await kipu.SignUpAsync();
        var recording = await tenant.CreateRecordingAsync();
        using var renamed = await tenant.Client.PatchAsJsonAsync($"/api/recordings/{recording.Id}", new UpdateRecordingRequest("  El lunes  "));
        Assert.Equal("El lunes", (await renamed.ReadAsync<RecordingSummary>()).Title);

        await tenant.TellRecordingsAsync(new RecordingAnalyzed(
            recording.Id, tenant.OrganizationId, Guid.CreateVersion7(), SomeAnalysis.Of("Otro"), DateTimeOffset.UtcNow));

        await KipuSystem.WaitUntilAsync(
            async () => (await tenant.GetStatusAsync(recording.Id)).Status is RecordingStatus.Completed, "the analysis is stored");
        Assert.Equal("El lunes", Assert.Single((await ListAsync(tenant, "")).Items).Title);
    }

    [Fact]
    public async Task A_title_without_a_visible_character_is_refused()
    {
        var tenant = await kipu.SignUpAsync();
        var recording = await tenant.CreateRecordingAsync();

        using var response = await tenant.Client.PatchAsJsonAsync($"/api/recordings/{recording.Id}", new UpdateRecordingRequest("   "));

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "validation_failed");
        Assert.True(problem.GetProperty("errors").TryGetProperty("title", out _));
    }

    [Fact]
    public async Task Another_organizations_recording_is_not_found()
    {
        var owner = await kipu.SignUpAsync();
        var stranger = await kipu.SignUpAsync();
        var recording = await owner.CreateAnalysedRecordingAsync(SomeAnalysis.Of());
        (string Method, string Path, string? Body)[] requests =
        [
            ("GET", $"/api/recordings/{recording.Id}", null),
            ("PATCH", $"/api/recordings/{recording.Id}", """{ "title": "Mine now" }"""),
            ("GET", $"/api/recordings/{recording.Id}/analysis", null),
            ("GET", $"/api/recordings/{recording.Id}/transcript", null),
            ("GET", $"/api/recordings/{recording.Id}/context", null),
            ("GET", $"/api/recordings/{recording.Id}/audio", null),
            ("GET", $"/api/recordings/{recording.Id}/waveform", null),
            ("POST", $"/api/recordings/{recording.Id}/audio/ticket", null),
            ("DELETE", $"/api/recordings/{recording.Id}", null),
            ("DELETE", $"/api/recordings/{recording.Id}?permanently=true", null),
            ("POST", $"/api/recordings/{recording.Id}/restore", null),
            ("POST", $"/api/recordings/{recording.Id}/reprocess", null),
            ("GET", $"/api/recordings/{recording.Id}/coverage", null),
            ("POST", $"/api/recordings/{recording.Id}/ask", """{ "question": "?" }"""),
            ("GET", $"/api/recordings/{recording.Id}/export?format=md", null),
            ("GET", $"/api/recordings/{recording.Id}/shares", null),
            ("POST", $"/api/recordings/{recording.Id}/shares", "{}"),
            ("DELETE", $"/api/recordings/{recording.Id}/shares/11111111-1111-7111-8111-111111111111", null),
            ("PATCH", $"/api/recordings/{recording.Id}/transcript/s1", """{ "text": "Mine now" }"""),
            ("PATCH", $"/api/recordings/{recording.Id}/speakers", """{ "speakerId": "v1", "name": "Me" }"""),
            ("PATCH", $"/api/recordings/{recording.Id}/action-items/a1", """{ "done": true }"""),
            ("POST", $"/api/recordings/{recording.Id}/markers", """{ "atSeconds": 1 }"""),
            ("GET", $"/api/status/{recording.Id}", null),
            ("GET", $"/api/status/{recording.Id}/events", null),
            ("POST", $"/api/voice/init/11111111-1111-7111-8111-111111111111?recordingId={recording.Id}", null),
        ];

        foreach (var (method, path, body) in requests)
        {
            using var request = new HttpRequestMessage(new(method), path);
            if (body is not null) request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
            using var response = await stranger.Client.SendAsync(request);

            await response.ShouldBeProblemAsync(HttpStatusCode.NotFound, "recording_not_found");
        }
    }

    private static async Task<IReadOnlyList<RecordingSummary>> PagesAsync(TestTenant tenant, string query)
    {
        var listed = new List<RecordingSummary>();
        string? cursor = null;
        do
        {
            var page = await ListAsync(tenant, $"{query}&cursor={cursor}");
            listed.AddRange(page.Items);
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        return listed;
    }

    private static async Task<Page<RecordingSummary>> ListAsync(TestTenant tenant, string query)
    {
        using var response = await tenant.Client.GetAsync($"/api/recordings?{query}");
        return await response.ReadAsync<Page<RecordingSummary>>();
    }

    private static IEnumerable<Guid> Ids(Page<RecordingSummary> page) => page.Items.Select(r => r.Id);
}
