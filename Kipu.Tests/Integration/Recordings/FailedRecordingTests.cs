using System.Net;
using System.Net.Http.Json;
using Npgsql;

namespace Kipu.Tests;

public sealed class FailedRecordingTests(KipuSystem kipu)
{
    [Fact]
    public async Task What_cannot_be_heard_is_shown_to_operators_with_its_error_code_and_without_its_title()
    {
        var tenant = await kipu.SignUpAsync();
        using var operators = await CreateOperatorAsync();
        var upload = await (await tenant.UploadAsync(UploadTests.Wave(bytes: 2000), "?title=Despidos")).ReadAsync<UploadResponse>();
        var status = await tenant.WaitForEndAsync(upload.RecordingId);

        using var response = await operators.GetAsync($"/internal/recordings/failed?organizationId={tenant.OrganizationId}");

        var failed = Assert.Single((await response.ReadAsync<Page<FailedRecording>>()).Items);
        Assert.Equal(new(tenant.OrganizationId, upload.RecordingId, status.Error!.Code, status.UpdatedAt), failed);
        Assert.DoesNotContain("Despidos", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replay_has_a_failed_recording_processed_again_and_takes_it_from_the_list()
    {
        var tenant = await kipu.SignUpAsync();
        using var operators = await CreateOperatorAsync();
        var recording = await FailAsync(tenant, Code());

        var answer = await ReplayAsync(operators, new(tenant.OrganizationId, Code: null, Limit: 10));

        Assert.Equal(new(Replayed: 1, Skipped: 0), answer);
        Assert.Equal(RecordingStatus.Completed, (await tenant.WaitForEndAsync(recording)).Status);
        Assert.Empty((await ListAsync(operators, $"organizationId={tenant.OrganizationId}")).Items);
        Assert.Equal(new(Replayed: 0, Skipped: 0), await ReplayAsync(operators, new(tenant.OrganizationId, Code: null, Limit: 10)));
    }

    [Fact]
    public async Task One_error_code_is_listed_and_replayed_over_all_organizations_and_no_other()
    {
        var (one, other) = (await kipu.SignUpAsync(), await kipu.SignUpAsync());
        using var operators = await CreateOperatorAsync();
        var code = Code();
        var (first, second, kept) = (await FailAsync(one, code), await FailAsync(other, code), await FailAsync(other, Code()));

        var page = await ListAsync(operators, $"code={code}&limit=1");
        var rest = await ListAsync(operators, $"code={code}&limit=1&cursor={page.NextCursor}");
        var answer = await ReplayAsync(operators, new(OrganizationId: null, code, Limit: 1));

        Assert.Equal([(other.OrganizationId, second), (one.OrganizationId, first)],
            page.Items.Concat(rest.Items).Select(r => (r.OrganizationId, r.RecordingId)));
        Assert.Null(rest.NextCursor);
        Assert.Equal(1, answer.Replayed);
        Assert.Equal(second, Assert.Single((await ListAsync(operators, $"code={code}")).Items).RecordingId);
        await ReplayAsync(operators, new(OrganizationId: null, code, Limit: 1));
        Assert.Equal(kept, Assert.Single((await ListAsync(operators, $"organizationId={other.OrganizationId}")).Items).RecordingId);
    }

    [Fact]
    public async Task Operators_who_press_at_once_replay_a_recording_once()
    {
        var tenant = await kipu.SignUpAsync();
        using var operators = await CreateOperatorAsync();
        var recording = await FailAsync(tenant, Code());
        await using var owner = await kipu.OpenAsOwnerAsync("recordingsdb");
        await using var connection = await owner.OpenConnectionAsync();
        await using var held = await connection.BeginTransactionAsync();
        await HoldAsync(connection, recording);

        var pressed = Enumerable.Range(0, 2)
            .Select(_ => ReplayAsync(operators, new(tenant.OrganizationId, Code: null, Limit: 10))).ToList();
        await KipuSystem.WaitUntilAsync(
            async () => await CountWaitingAsync(owner, connection) == 2, "both have found it and want to change it");
        await held.CommitAsync();
        var answers = await Task.WhenAll(pressed);

        Assert.Equal([(0, 1), (1, 0)], answers.Select(a => (a.Replayed, a.Skipped)).Order());
        Assert.Equal(RecordingStatus.Completed, (await tenant.WaitForEndAsync(recording)).Status);
    }

    [Fact]
    public async Task What_has_no_audio_or_is_deleted_is_not_replayed()
    {
        var tenant = await kipu.SignUpAsync();
        using var operators = await CreateOperatorAsync();
        var (silent, deleted) = ((await tenant.CreateRecordingAsync()).Id, (await tenant.CreateRecordingAsync()).Id);
        foreach (var recording in new[] { silent, deleted }) await TellFailedAsync(tenant, recording, Code());
        using (await tenant.Client.DeleteAsync($"/api/recordings/{deleted}"))
        {
        }

        var answer = await ReplayAsync(operators, new(tenant.OrganizationId, Code: null, Limit: 10));

        Assert.Equal(new(Replayed: 0, Skipped: 1), answer);
        Assert.Equal(silent, Assert.Single((await ListAsync(operators, $"organizationId={tenant.OrganizationId}")).Items).RecordingId);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"limit":0}""")]
    [InlineData("""{"limit":1001}""")]
    [InlineData("""{"limit":10,"code":""}""")]
    public async Task A_replay_says_how_many_within_bounds_or_is_refused_as_validation_failed(string request)
    {
        using var operators = await CreateOperatorAsync();
        using var body = new StringContent(request, System.Text.Encoding.UTF8, "application/json");

        using var response = await operators.PostAsync("/internal/recordings/failed/replay", body);

        await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "validation_failed");
    }

    [Theory]
    [InlineData("limit=0", "validation_failed")]
    [InlineData("limit=201", "validation_failed")]
    [InlineData("cursor=there", "invalid_cursor")]
    [InlineData("organizationId=acme", "invalid_request")]
    public async Task A_list_that_asks_for_too_much_or_for_nothing_of_ours_is_refused(string query, string code)
    {
        using var operators = await CreateOperatorAsync();

        using var response = await operators.GetAsync($"/internal/recordings/failed?{query}");

        await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task What_operators_do_is_closed_to_everybody_else()
    {
        var tenant = await kipu.SignUpAsync();
        using var client = tenant.CreateClient("recordings");

        using var list = await client.GetAsync("/internal/recordings/failed");
        using var replay = await client.PostAsJsonAsync(
            "/internal/recordings/failed/replay", new ReplayFailedRequest(tenant.OrganizationId, Code: null, Limit: 1));

        await list.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "internal_token_required");
        await replay.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "internal_token_required");
    }

    private async Task<HttpClient> CreateOperatorAsync()
    {
        var client = kipu.CreateClient("recordings");
        client.DefaultRequestHeaders.Add("x-kipu-internal-token", await kipu.GetParameterAsync("internal-token"));
        return client;
    }

    private static async Task<Page<FailedRecording>> ListAsync(HttpClient operators, string query) =>
        await (await operators.GetAsync($"/internal/recordings/failed?{query}")).ReadAsync<Page<FailedRecording>>();

    private static async Task<ReplayedRecordings> ReplayAsync(HttpClient operators, ReplayFailedRequest request) =>
        await (await operators.PostAsJsonAsync("/internal/recordings/failed/replay", request)).ReadAsync<ReplayedRecordings>();

    /// <summary>A recording that could be heard, and whose last job failed: as if a part of the system had been away.</summary>
    private static async Task<Guid> FailAsync(TestTenant tenant, string code)
    {
        var upload = await (await tenant.UploadAsync(SpokenAudio.Silence(seconds: 2))).ReadAsync<UploadResponse>();
        await tenant.WaitForEndAsync(upload.RecordingId);
        await TellFailedAsync(tenant, upload.RecordingId, code);
        return upload.RecordingId;
    }

    private static async Task TellFailedAsync(TestTenant tenant, Guid recordingId, string code)
    {
        var (job, now) = (Guid.CreateVersion7(), DateTimeOffset.UtcNow);
        await tenant.TellRecordingsAsync(new RecordingFailed(
            recordingId, tenant.OrganizationId, job, code, "A part of Kipu was away.", Retryable: true, now));
        await KipuSystem.WaitUntilAsync(async () => (await tenant.StatusAsync(recordingId)).Error?.Code == code, "the failure is known");
    }

    private static async Task HoldAsync(NpgsqlConnection connection, Guid recordingId)
    {
        await using var command = new NpgsqlCommand("select 1 from recordings where id = $1 for update", connection)
        {
            Parameters = { new() { Value = recordingId } },
        };
        Assert.Equal(1, await command.ExecuteScalarAsync());
    }

    /// <summary>How many wait for what the connection holds, or behind one who does.</summary>
    private static async Task<long> CountWaitingAsync(NpgsqlDataSource database, NpgsqlConnection connection)
    {
        await using var command = database.CreateCommand("""
            with recursive waiting(pid) as (
              select pid from pg_stat_activity where $1 = any(pg_blocking_pids(pid))
              union select a.pid from pg_stat_activity a join waiting w on w.pid = any(pg_blocking_pids(a.pid)))
            select count(*) from waiting
            """);
        command.Parameters.AddWithValue(connection.ProcessID);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>An error code that no other test's recordings have: a replay of it touches none of them.</summary>
    private static string Code() => $"away_{Guid.NewGuid():N}";
}
