using System.Net;
using System.Net.Http.Json;
using Kipu.ServiceDefaults;

namespace Kipu.Tests;

public sealed class TemplateTests(KipuSystem kipu)
{
    private const string Templates = "/api/recordings/templates";
    private const string Settings = "/api/recordings/analysis-settings";

    [Fact]
    public async Task An_organization_rewords_a_template_writes_its_own_and_takes_both_back()
    {
        var tenant = await kipu.SignUpAsync();
        var sales = (await ListAsync(tenant)).Single(t => t.Id == "sales");
        Assert.True(sales is { IsBuiltIn: true, UpdatedAt: null });

        var reworded = await PutAsync(tenant, "sales", new("Ventas B2B", " Pregunta por el \0presupuesto. ", sales.Sections));
        var own = await PutAsync(tenant, "junta-2", new("Junta directiva", null, [new("votes", "Votaciones", "Qué se votó y con qué resultado.")]));

        Assert.Equal(("Ventas B2B", "Pregunta por el presupuesto.", true, tenant.UserId),
            (reworded.Name, reworded.Instructions, reworded.IsBuiltIn, reworded.UpdatedBy));
        Assert.NotEqual(sales.Version, reworded.Version);
        var all = await ListAsync(tenant);
        Assert.Equal([reworded.Version, own.Version], all.Where(t => t.UpdatedAt is not null).Select(t => t.Version));
        Assert.Equal("junta-2", all[^1].Id);

        await DeleteAsync(tenant, "sales");
        await DeleteAsync(tenant, "junta-2");

        all = await ListAsync(tenant);
        Assert.Equal(sales.Version, all.Single(t => t.Id == "sales").Version);
        Assert.DoesNotContain(all, t => t.Id == "junta-2");
        await (await tenant.Client.DeleteAsync($"{Templates}/junta-2")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "template_not_found");
    }

    [Fact]
    public async Task The_settings_hold_for_recordings_without_a_wish_of_their_own()
    {
        var tenant = await kipu.SignUpAsync();
        Assert.Equal(new AnalysisSettings("es", null), await SettingsAsync(tenant));
        await PutAsync(tenant, "junta", new("Junta", null, []));

        await (await tenant.Client.PutAsJsonAsync(Settings, new AnalysisSettings("en", "junta"))).ReadAsync<AnalysisSettings>();
        var plain = await CreateAsync(tenant, outputLanguage: null, template: null);
        var own = await CreateAsync(tenant, "spoken", "sales");
        var none = await CreateAsync(tenant, null, "");

        Assert.Equal(("en", "junta"), Wish(await BriefAsync(tenant, plain)));
        Assert.Equal(("spoken", "sales"), Wish(await BriefAsync(tenant, own)));
        Assert.Equal(("en", null), Wish(await BriefAsync(tenant, none)));
        await (await tenant.Client.DeleteAsync($"{Templates}/junta")).ShouldBeProblemAsync(HttpStatusCode.Conflict, "template_in_use");
        Assert.Equal("Weekly meeting", (await ListAsync(tenant)).Single(t => t.Id == "weekly").Name);

        static (string, string?) Wish(RecordingBrief brief) => (brief.OutputLanguage, brief.Template?.Id);
    }

    [Fact]
    public async Task What_no_analysis_could_use_is_refused()
    {
        var tenant = await kipu.SignUpAsync();
        var section = new TemplateSection("needs", "Necesidades", "Lo que busca.");
        (string Id, object Body)[] bodies =
        [
            ("Mayúsculas", new PutTemplateRequest("x", null, [])),
            ("x", new PutTemplateRequest(" ", null, [])),
            ("x", new PutTemplateRequest("x", new string('x', 2001), [])),
            ("x", new PutTemplateRequest("x", null, [section, section])),
            ("x", new PutTemplateRequest("x", null, [section with { Id = "no id" }])),
            ("x", new PutTemplateRequest("x", null, [section with { Title = "" }])),
            ("x", new PutTemplateRequest("x", null, [.. Enumerable.Range(0, 9).Select(i => section with { Id = $"s{i}" })])),
            ("x", new PutTemplateRequest("x", null, [section with { Content = "\0 " }])),
            ("x", new { name = "x", sections = new object?[] { null } }),
            ("x", new { name = "x" }),
        ];

        foreach (var (id, body) in bodies)
            await (await tenant.Client.PutAsJsonAsync($"{Templates}/{id}", body)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "validation_failed");
        await RefusedAsync(await tenant.Client.PutAsJsonAsync(Settings, new AnalysisSettings("es", "nobodys")));
        await RefusedAsync(await tenant.Client.PutAsJsonAsync(Settings, new AnalysisSettings("fr", null)));
        await RefusedAsync(await tenant.Client.PostAsJsonAsync("/api/recordings", new CreateRecordingRequest("x", "es", "api", Template: "nobodys")));
        await RefusedAsync(await tenant.Client.PostAsJsonAsync(
            $"/api/recordings/{Some.RecordingId()}/reprocess", new ReprocessRequest("es", KeepWords: true)));

        static Task RefusedAsync(HttpResponseMessage answer) => answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "validation_failed");
    }

    [Fact]
    public async Task A_USER_chooses_a_template_and_writes_none()
    {
        var tenant = await kipu.SignUpAsync();
        await kipu.SubscribeAsync(tenant, Plan.Starter);
        var user = await tenant.JoinAsync();

        Assert.NotEmpty((await (await user.Client.GetAsync(Templates)).ReadAsync<Page<AnalysisTemplate>>()).Items);
        await ForbiddenAsync(await user.Client.PutAsJsonAsync($"{Templates}/x", new PutTemplateRequest("x", null, [])));
        await ForbiddenAsync(await user.Client.DeleteAsync($"{Templates}/sales"));
        await ForbiddenAsync(await user.Client.PutAsJsonAsync(Settings, new AnalysisSettings("en", null)));

        static Task ForbiddenAsync(HttpResponseMessage answer) => answer.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task A_recording_is_read_by_its_template_and_by_another_without_being_heard_again()
    {
        var tenant = await kipu.SignUpAsync();
        var template = await PutAsync(tenant, "junta", new("Junta", "Es una junta directiva.",
            [new("agreements", "Acuerdos", "Lo que se acordó."), new("votes", "Votaciones", "Qué se votó.")]));
        var recording = await CreateAsync(tenant, null, template.Id);
        await (await tenant.UploadAsync(await SpokenAudio.SayAsync(SpokenAudio.Meeting), $"?recordingId={recording}")).ReadAsync<UploadResponse>();
        await tenant.WaitForEndAsync(recording);

        var board = await tenant.AnalysisAsync(recording);

        Assert.Equal(new AppliedTemplate("junta", "Junta", template.Version), board.Template);
        Assert.Equal([("Acuerdos", 1), ("Votaciones", 0)], board.Sections!.Select(s => (s.Title, s.Statements.Count)));
        var agreement = board.Sections![0].Statements[0];
        Assert.Equal(EvidenceState.Verified, agreement.State);
        Assert.Contains(Assert.Single(agreement.Evidence), board.Transcript!.Select(t => t.SegmentId));
        Assert.NotNull(board.Engine.Prompt);
        Assert.Contains("## Acuerdos", await tenant.Client.GetStringAsync($"/api/recordings/{recording}/export?format=md"), StringComparison.Ordinal);

        var again = await (await tenant.Client.PostAsJsonAsync(
            $"/api/recordings/{recording}/reprocess", new ReprocessRequest(KeepWords: true, Template: "sales"))).ReadAsync<ReprocessResponse>();
        await tenant.WaitForEndAsync(recording);

        var sales = await tenant.AnalysisAsync(recording);
        Assert.Equal("sales", sales.Template!.Id);
        Assert.Equal(board.Transcript!.Select(t => t.Text), sales.Transcript!.Select(t => t.Text));
        Assert.Equal([("Finish", 1), ("Segment", 0)], await AttemptsAsync(again.JobId));

        // A job that failed since, and heard nothing.
        await tenant.TellRecordingsAsync(new RecordingFailed(
            recording, tenant.OrganizationId, Guid.CreateVersion7(), "worker_lost", "Workers died on it.", Retryable: true, DateTimeOffset.UtcNow));
        await KipuSystem.WaitUntilAsync(
            async () => (await tenant.GetStatusAsync(recording)).Status is RecordingStatus.Error, "the failure is known");
        var last = await (await tenant.Client.PostAsJsonAsync(
            $"/api/recordings/{recording}/reprocess", new ReprocessRequest(KeepWords: true, OutputLanguage: "-", Template: "-"))).ReadAsync<ReprocessResponse>();
        await tenant.WaitForEndAsync(recording);

        Assert.Equal([("Finish", 1), ("Segment", 0)], await AttemptsAsync(last.JobId));
        var shown = await (await tenant.Client.GetAsync($"/api/recordings/{recording}")).ReadAsync<RecordingSummary>();
        Assert.Equal((null, null), (shown.OutputLanguage, shown.Template));
        Assert.Null((await tenant.AnalysisAsync(recording)).Template);
    }

    [Fact]
    public async Task A_name_given_to_a_voice_is_proposed_in_the_organization_until_it_is_forgotten()
    {
        var (tenant, other) = (await kipu.SignUpAsync(), await kipu.SignUpAsync());
        var recording = await tenant.CreateAnalysedRecordingAsync(SomeAnalysis.Of());
        foreach (var (voice, name) in new[] { ("v1", "José Ñáñez"), ("v2", "Ana 50%") })
        {
            (await tenant.Client.PatchAsJsonAsync($"/api/recordings/{recording.Id}/speakers", new UpdateSpeakerRequest(voice, name))).EnsureSuccessStatusCode();
        }

        Assert.Equal(["Ana 50%", "José Ñáñez"], (await PeopleAsync(tenant)).Select(p => p.Name));
        Assert.Equal(["José Ñáñez"], (await PeopleAsync(tenant, "?q=nanez")).Select(p => p.Name));
        Assert.Equal(["Ana 50%"], (await PeopleAsync(tenant, "?q=0%25")).Select(p => p.Name));
        Assert.Empty(await PeopleAsync(other));
        Assert.Equal(["Ana 50%", "José Ñáñez"], (await BriefAsync(tenant, recording.Id)).People);

        var path = $"/api/recordings/people?name={Uri.EscapeDataString("Ana 50%")}";
        Assert.Equal(HttpStatusCode.NoContent, (await tenant.Client.DeleteAsync(path)).StatusCode);
        Assert.Equal(["José Ñáñez"], (await PeopleAsync(tenant)).Select(p => p.Name));
        await (await tenant.Client.DeleteAsync(path)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "person_not_found");
    }

    private static async Task<IReadOnlyList<AnalysisTemplate>> ListAsync(TestTenant tenant) =>
        (await (await tenant.Client.GetAsync(Templates)).ReadAsync<Page<AnalysisTemplate>>()).Items;

    private static async Task<AnalysisTemplate> PutAsync(TestTenant tenant, string id, PutTemplateRequest request) =>
        await (await tenant.Client.PutAsJsonAsync($"{Templates}/{id}", request)).ReadAsync<AnalysisTemplate>();

    private static async Task DeleteAsync(TestTenant tenant, string id) =>
        Assert.Equal(HttpStatusCode.NoContent, (await tenant.Client.DeleteAsync($"{Templates}/{id}")).StatusCode);

    private static async Task<AnalysisSettings> SettingsAsync(TestTenant tenant) =>
        await (await tenant.Client.GetAsync(Settings)).ReadAsync<AnalysisSettings>();

    private static async Task<IReadOnlyList<KnownPerson>> PeopleAsync(TestTenant tenant, string query = "") =>
        (await (await tenant.Client.GetAsync($"/api/recordings/people{query}")).ReadAsync<Page<KnownPerson>>()).Items;

    private static async Task<Guid> CreateAsync(TestTenant tenant, string? outputLanguage, string? template) =>
        (await (await tenant.Client.PostAsJsonAsync(
            "/api/recordings", new CreateRecordingRequest(null, "auto", "api", outputLanguage, template))).ReadAsync<RecordingSummary>()).Id;

    private async Task<RecordingBrief> BriefAsync(TestTenant tenant, Guid recordingId)
    {
        using var client = kipu.CreateClient("recordings");
        client.DefaultRequestHeaders.Add(InternalToken.TokenHeader, await kipu.GetParameterAsync("internal-token"));
        client.DefaultRequestHeaders.Add(InternalToken.OrganizationHeader, tenant.OrganizationId.ToString());
        return await (await client.GetAsync($"/internal/recordings/{recordingId}/brief")).ReadAsync<RecordingBrief>();
    }

    /// <summary>How often each step of a job was begun.</summary>
    private async Task<IReadOnlyList<(string Kind, int Attempts)>> AttemptsAsync(Guid jobId)
    {
        await using var worker = await kipu.OpenAsOwnerAsync("workerdb");
        await using var command = worker.CreateCommand("select kind, attempts from job_steps where job_id = $1 order by kind");
        command.Parameters.AddWithValue(jobId);
        var steps = new List<(string, int)>();
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync()) steps.Add((rows.GetString(0), rows.GetInt32(1)));
        return steps;
    }
}
