using System.Net;
using System.Net.Http.Json;

namespace Kipu.Tests;

public sealed class DeleteTests(KipuSystem kipu)
{
    private static readonly AnalysisDocument Analysis = SomeAnalysis.Of(
        "Presupuesto", "es", SomeAnalysis.Turn(1, "Hablemos de la jubilación.")) with
    {
        Tags = ["dinero"],
    };

    [Fact]
    public async Task A_deleted_recording_is_hidden_everywhere_at_once_and_comes_back_with_everything()
    {
        var tenant = await kipu.SignUpAsync();
        var recording = await tenant.CreateAnalysedRecordingAsync(Analysis);

        await DeleteAsync(tenant, recording.Id);

        Assert.Empty(await ListAsync(tenant, ""));
        Assert.Empty(await ListAsync(tenant, "q=jubilacion"));
        Assert.Equal([recording.Id], await ListAsync(tenant, "deleted=true"));
        foreach (var path in new[] { "", "/analysis", "/transcript", "/audio", "/context" })
        {
            using var hidden = await tenant.Client.GetAsync($"/api/recordings/{recording.Id}{path}");
            await hidden.ShouldBeProblemAsync(HttpStatusCode.NotFound, "recording_not_found");
        }

        using var again = await tenant.Client.DeleteAsync($"/api/recordings/{recording.Id}");
        await again.ShouldBeProblemAsync(HttpStatusCode.NotFound, "recording_not_found");
        using var restored = await tenant.Client.PostAsync($"/api/recordings/{recording.Id}/restore", null);
        Assert.Null((await restored.ReadAsync<RecordingSummary>()).DeletedAt);
        Assert.Equal([recording.Id], await ListAsync(tenant, "q=jubilacion"));
        using var analysis = await tenant.Client.GetAsync($"/api/recordings/{recording.Id}/analysis");
        Assert.Single((await analysis.ReadAsync<AnalysisDocument>()).Transcript!);
    }

    [Fact]
    public async Task What_the_worker_finds_out_while_a_recording_is_deleted_is_there_when_it_is_restored()
    {
        var tenant = await kipu.SignUpAsync();
        var recording = await tenant.CreateRecordingAsync();
        await DeleteAsync(tenant, recording.Id);

        await tenant.TellRecordingsAsync(new RecordingAnalyzed(
            recording.Id, tenant.OrganizationId, Guid.CreateVersion7(), Analysis, DateTimeOffset.UtcNow));
        await KipuSystem.WaitUntilAsync(
            async () => await CountAsync("recordingsdb", "analyses", recording.Id) == 1, "the analysis is stored");
        using var restored = await tenant.Client.PostAsync($"/api/recordings/{recording.Id}/restore", null);

        Assert.Equal(RecordingStatus.Completed, (await restored.ReadAsync<RecordingSummary>()).Status);
    }

    [Fact]
    public async Task Erasing_takes_every_row_the_workers_included_and_gives_the_plans_recording_back()
    {
        var tenant = await kipu.SignUpAsync();
        var erased = await tenant.CreateAnalysedRecordingAsync(Analysis);
        for (var i = 1; i < Plans.Of(Plan.Free).MaxRecordings; i++) await tenant.CreateRecordingAsync();
        await AddJobAsync(tenant, erased.Id);

        using var response = await tenant.Client.DeleteAsync($"/api/recordings/{erased.Id}?permanently=true");

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        foreach (var table in new[] { "analyses", "transcript_segments", "recording_tags" })
        {
            Assert.Equal(0, await CountAsync("recordingsdb", table, erased.Id));
        }

        await KipuSystem.WaitUntilAsync(
            async () => await CountAsync("workerdb", "jobs", erased.Id) == 0, "the worker has forgotten the recording");
        await tenant.CreateRecordingAsync();
        using var restored = await tenant.Client.PostAsync($"/api/recordings/{erased.Id}/restore", null);
        await restored.ShouldBeProblemAsync(HttpStatusCode.NotFound, "recording_not_found");
    }

    [Fact]
    public async Task Erasing_takes_conversations_about_it_and_what_webhooks_are_told_of_it_and_of_nothing_else()
    {
        var tenant = await kipu.SignUpAsync();
        await tenant.Client.PostAsJsonAsync("/api/organizations/current/webhooks",
            new CreateWebhookRequest("https://169.254.169.254/", [WebhookEventType.RecordingCompleted]));
        var (erased, kept) = (await tenant.CreateTalkativeRecordingAsync(), await tenant.CreateTalkativeRecordingAsync());
        var other = await tenant.BeginVoiceAsync(kept.Id);
        using (await tenant.Client.PostAsync($"/api/voice/close/{other.SessionId}", null))
        {
        }

        var session = await tenant.BeginVoiceAsync(erased.Id);
        await using var voice = await VoiceClient.ConnectAsync(session.WsUrl);
        await voice.UntilAsync("ready");
        await voice.SendAsync(new { type = "text", text = "What did we decide about the new office?" });
        await voice.UntilAsync("turn_complete");
        await KipuSystem.WaitUntilAsync(async () => await CountDeliveriesAsync(tenant) == 2, "webhooks are to be told of both");

        using var response = await tenant.Client.DeleteAsync($"/api/recordings/{erased.Id}?permanently=true");

        Assert.Equal(1000, await voice.UntilClosedAsync());
        using var sessions = await tenant.Client.GetAsync("/api/voice/sessions");
        Assert.Equal([other.SessionId], (await sessions.ReadAsync<Page<VoiceSessionInfo>>()).Items.Select(s => s.Id));
        await KipuSystem.WaitUntilAsync(async () => await CountDeliveriesAsync(tenant) == 1, "webhooks are told no more of what is erased");
    }

    [Fact]
    public async Task A_handled_message_keeps_nothing_of_what_was_said()
    {
        var tenant = await kipu.SignUpAsync();
        await tenant.CreateAnalysedRecordingAsync(Analysis);

        await using var owner = await kipu.OpenAsOwnerAsync("recordingsdb");
        await using var command = owner.CreateCommand(
            """
            select count(*) filter (where status = 'Handled'), count(*) filter (where status = 'Handled' and length(body) > 0)
            from wolverine.wolverine_incoming_envelopes
            """);
        await using var counts = await command.ExecuteReaderAsync();
        await counts.ReadAsync();
        Assert.NotEqual(0, counts.GetInt64(0));
        Assert.Equal(0, counts.GetInt64(1));
    }

    [Fact]
    public async Task Erasing_at_once_takes_more_than_the_organizations_code()
    {
        var tenant = await kipu.SignUpAsync();
        var recording = await tenant.CreateRecordingAsync();
        using var code = kipu.CreateClient("gateway");
        code.DefaultRequestHeaders.Add("x-organization-code", tenant.Code);

        using var response = await code.DeleteAsync($"/api/recordings/{recording.Id}?permanently=true");

        await response.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        Assert.Equal([recording.Id], await ListAsync(tenant, ""));
    }

    [Fact]
    public async Task After_thirty_days_a_deleted_recording_is_erased_and_not_a_day_before()
    {
        var tenant = await kipu.SignUpAsync();
        var due = await tenant.CreateRecordingAsync();
        var later = await tenant.CreateRecordingAsync();
        await DeleteAsync(tenant, due.Id);
        await DeleteAsync(tenant, later.Id);

        await ExecuteAsync("recordingsdb", $"update recordings set deleted_at = now() - interval '29 days' where id = '{later.Id}'");
        await ExecuteAsync("recordingsdb", $"update recordings set deleted_at = now() - interval '30 days' where id = '{due.Id}'");

        await KipuSystem.WaitUntilAsync(async () => !(await ListAsync(tenant, "deleted=true")).Contains(due.Id), "the sweep has come by");
        Assert.Equal([later.Id], await ListAsync(tenant, "deleted=true"));
    }

    private static async Task DeleteAsync(TestTenant tenant, Guid id)
    {
        using var response = await tenant.Client.DeleteAsync($"/api/recordings/{id}");
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    private static async Task<IEnumerable<Guid>> ListAsync(TestTenant tenant, string query)
    {
        using var response = await tenant.Client.GetAsync($"/api/recordings?{query}");
        return (await response.ReadAsync<Page<RecordingSummary>>()).Items.Select(r => r.Id);
    }

    /// <summary>A job that waits for its turn until the test is over.</summary>
    private Task AddJobAsync(TestTenant tenant, Guid recordingId) => ExecuteAsync("workerdb", $"""
        with job as (
          insert into jobs (organization_id, id, recording_id, sha256, bytes, created_at, state, stage, progress)
          values ('{tenant.OrganizationId}', '{Guid.CreateVersion7()}', '{recordingId}', '', 1, now(), 'Running', 'Preparing', 0)
          returning organization_id, id)
        insert into job_steps
          (organization_id, job_id, kind, index, "from", "to", keep_from, keep_to, created_at, state, attempts, not_before)
        select organization_id, id, 'Prepare', 0, 0, 0, 0, 0, now(), 'Open', 0, now() + interval '1 day' from job
        """);

    private async Task<long> CountDeliveriesAsync(TestTenant tenant)
    {
        await using var owner = await kipu.OpenAsOwnerAsync("authdb");
        await using var command = owner.CreateCommand(
            $"select count(*) from webhook_deliveries where organization_id = '{tenant.OrganizationId}'");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task<long> CountAsync(string database, string table, Guid recordingId)
    {
        await using var owner = await kipu.OpenAsOwnerAsync(database);
        await using var command = owner.CreateCommand($"select count(*) from {table} where recording_id = '{recordingId}'");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task ExecuteAsync(string database, string sql)
    {
        await using var owner = await kipu.OpenAsOwnerAsync(database);
        await using var command = owner.CreateCommand(sql);
        Assert.NotEqual(0, await command.ExecuteNonQueryAsync());
    }
}
