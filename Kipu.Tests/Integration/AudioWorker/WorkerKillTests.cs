using Npgsql;

namespace Kipu.Tests;

[Collection(Chaos.Name)]
public sealed class WorkerKillTests(KipuSystem kipu)
{
    [Fact]
    public async Task A_job_whose_worker_is_killed_in_the_middle_is_done_afterwards_and_once()
    {
        var tenant = await kipu.SignUpAsync();
        await using var jobs = await kipu.OpenAsOwnerAsync("workerdb");
        var upload = await (await tenant.UploadAsync(await SpokenAudio.SayAsync(SpokenAudio.Meeting))).ReadAsync<UploadResponse>();
        await KipuSystem.WaitUntilAsync(
            async () => await CountAsync(jobs, "job_steps where lease_token is not null", upload.JobId) > 0, "a worker holds a step");

        await kipu.KillAsync("audioworker");
        await kipu.StartAsync("audioworker");

        Assert.Equal(RecordingStatus.Completed, (await tenant.WaitForEndAsync(upload.RecordingId)).Status);
        Assert.Equal(1, await CountAsync(jobs, "jobs", upload.JobId, "id"));
        Assert.Equal(0, await CountAsync(jobs, "job_steps where state <> 'Done'", upload.JobId));
    }

    [Fact]
    public async Task A_recording_that_is_finalized_while_the_broker_is_away_is_analysed_afterwards_and_once()
    {
        var tenant = await kipu.SignUpAsync();
        await using var jobs = await kipu.OpenAsOwnerAsync("workerdb");
        var recording = Some.RecordingId();
        await tenant.SendChunkAsync(recording, 0, await SpokenAudio.SayAsync(SpokenAudio.Meeting));
        await kipu.KillAsync("rabbitmq");

        var answer = await (await tenant.FinalizeAsync(recording, totalChunks: 1)).ReadAsync<FinalizeResponse>();
        await kipu.StartAsync("rabbitmq");

        Assert.Equal(RecordingStatus.Completed, (await tenant.WaitForEndAsync(recording)).Status);
        Assert.Equal(1, await CountAsync(jobs, "jobs", answer.JobId, "id"));
    }

    private static async Task<long> CountAsync(NpgsqlDataSource jobs, string from, Guid jobId, string column = "job_id")
    {
        var and = from.Contains("where", StringComparison.Ordinal) ? "and" : "where";
        await using var command = jobs.CreateCommand($"select count(*) from {from} {and} {column} = $1");
        command.Parameters.AddWithValue(jobId);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
