using System.Net;
using System.Net.Http.Json;
using Npgsql;

namespace Kipu.Tests;

public sealed class RepairTests(KipuSystem kipu)
{
    private const string Kept = "Esto ya estaba escrito.";

    [Fact]
    public async Task Only_what_failed_is_done_again_and_what_was_heard_before_is_taken_over()
    {
        var tenant = await kipu.SignUpAsync();
        var upload = await (await tenant.UploadAsync(await SpokenAudio.SayAsync(SpokenAudio.Meeting))).ReadAsync<UploadResponse>();
        await tenant.WaitForEndAsync(upload.RecordingId);
        await (await RepairAsync(tenant, upload.RecordingId)).ShouldBeProblemAsync(HttpStatusCode.Conflict, "nothing_failed");
        await FailSecondHalfAsync(upload);

        var repair = await (await RepairAsync(tenant, upload.RecordingId)).ReadAsync<ReprocessResponse>();
        var status = await tenant.WaitForEndAsync(upload.RecordingId);

        Assert.Equal(RecordingStatus.Completed, status.Status);
        Assert.Equal([("Segment", "Done"), ("Segment", "Done"), ("Finish", "Done")], await StepsAsync(repair.JobId));
        var analysis = await tenant.AnalysisAsync(upload.RecordingId);
        Assert.Contains(analysis.Transcript!, turn => turn.Text == Kept);
        Assert.DoesNotContain(analysis.Coverage, span => span.State is CoverageState.Failed);
        await (await RepairAsync(tenant, upload.RecordingId)).ShouldBeProblemAsync(HttpStatusCode.Conflict, "nothing_failed");
    }

    [Fact]
    public async Task What_could_not_be_opened_at_all_is_begun_again_from_the_start()
    {
        var tenant = await kipu.SignUpAsync();
        var upload = await (await tenant.UploadAsync(UploadTests.Wave(bytes: 2000))).ReadAsync<UploadResponse>();
        await tenant.WaitForEndAsync(upload.RecordingId);

        var repair = await (await RepairAsync(tenant, upload.RecordingId)).ReadAsync<ReprocessResponse>();

        await tenant.WaitForEndAsync(upload.RecordingId);
        Assert.Equal([("Prepare", "Failed")], await StepsAsync(repair.JobId));
    }

    [Fact]
    public async Task A_language_is_for_all_parts_and_refused_for_some()
    {
        var tenant = await kipu.SignUpAsync();

        using var answer = await tenant.Client.PostAsJsonAsync(
            $"/api/recordings/{Some.RecordingId()}/reprocess", new ReprocessRequest("es", OnlyFailed: true));

        await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "validation_failed");
    }

    [Fact]
    public async Task What_is_analysed_again_later_keeps_the_day_and_the_length_that_it_was_recorded_with()
    {
        var tenant = await kipu.SignUpAsync();
        var recording = Some.RecordingId();
        // A meeting of three minutes, in which somebody promises something for the next day.
        await tenant.SendChunkAsync(recording, index: 0, await File.ReadAllBytesAsync((await SampleMeeting.GetAsync()).File));
        var upload = await (await tenant.Client.PostAsJsonAsync(
            $"/api/finalize/{recording}", new FinalizeRequest(1, Sha256: null, DurationSeconds: 240))).ReadAsync<FinalizeResponse>();
        await tenant.WaitForEndAsync(recording);
        await using var recordings = await kipu.OpenAsOwnerAsync("recordingsdb");
        await ExecuteAsync(recordings, recording, "update recordings set created_at = '2025-01-21T15:00:00Z' where id = $1");

        var again = await (await tenant.Client.PostAsJsonAsync($"/api/recordings/{recording}/reprocess", new ReprocessRequest()))
            .ReadAsync<ReprocessResponse>();
        await tenant.WaitForEndAsync(recording);

        Assert.NotEqual(upload.JobId, again.JobId);
        var analysis = await tenant.AnalysisAsync(recording);
        Assert.Equal((240, CoverageState.Missing), (analysis.Coverage[^1].To, analysis.Coverage[^1].State));
        Assert.Contains("2025-01-22", analysis.ActionItems.Select(item => item.Due));
    }

    private static Task<HttpResponseMessage> RepairAsync(TestTenant tenant, Guid recordingId) =>
        tenant.Client.PostAsJsonAsync($"/api/recordings/{recordingId}/reprocess", new ReprocessRequest(OnlyFailed: true));

    /// <summary>As if the engine had been away for the second half: a meeting of two segments would take half an hour.</summary>
    private async Task FailSecondHalfAsync(UploadResponse upload)
    {
        await using var worker = await kipu.OpenAsOwnerAsync("workerdb");
        await ExecuteAsync(worker, upload.JobId, """
            insert into job_steps (organization_id, job_id, kind, index, "from", "to", keep_from, keep_to, created_at, state, attempts, not_before,
              failure_code)
            select organization_id, job_id, kind, 1, "to" / 2, "to", "to" / 2, keep_to, created_at, 'Failed', 5, not_before, 'analysis_unavailable'
            from job_steps where job_id = $1 and kind = 'Segment'
            """);
        await ExecuteAsync(worker, upload.JobId, $$"""
            update job_steps set "to" = "to" / 2, keep_to = "to" / 2, result = result ||
              '{"speakers": [{"id": "a"}], "turns": [{"speakerId": "a", "start": 0.2, "end": 1.5, "text": "{{Kept}}"}]}'
            where job_id = $1 and kind = 'Segment' and index = 0
            """);
        await using var recordings = await kipu.OpenAsOwnerAsync("recordingsdb");
        await ExecuteAsync(recordings, upload.RecordingId, """
            update analyses set document = jsonb_set(document, '{coverage,0,state}', '"failed"') where recording_id = $1
            """);
    }

    private async Task<IReadOnlyList<(string Kind, string State)>> StepsAsync(Guid jobId)
    {
        await using var worker = await kipu.OpenAsOwnerAsync("workerdb");
        await using var command = worker.CreateCommand("select kind, state from job_steps where job_id = $1 order by kind desc, index");
        command.Parameters.AddWithValue(jobId);
        var steps = new List<(string, string)>();
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync()) steps.Add((rows.GetString(0), rows.GetString(1)));
        return steps;
    }

    private static async Task ExecuteAsync(NpgsqlDataSource database, Guid id, string sql)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddWithValue(id);
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }
}
