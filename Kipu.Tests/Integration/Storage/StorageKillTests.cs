using System.Net;
using System.Security.Cryptography;

namespace Kipu.Tests;

[Collection(Chaos.Name)]
public sealed class StorageKillTests(KipuSystem kipu)
{
    [Fact]
    public async Task What_was_acknowledged_before_storage_is_killed_in_mid_upload_is_there_and_the_rest_can_follow()
    {
        var tenant = await kipu.SignUpAsync();
        var recording = Some.RecordingId();
        byte[][] chunks = [.. Enumerable.Range(0, 4).Select(_ => Some.Audio(bytes: 100_000))];
        for (var i = 0; i < 3; i++) await (await tenant.SendChunkAsync(recording, i, chunks[i])).ReadAsync<ChunkReceipt>();
        using var body = SlowContent.Of(chunks[3], stopAt: 50_000, "audio/webm");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/chunks/{recording}") { Content = body };
        request.Headers.Add("x-chunk-index", "3");
        var sending = tenant.Client.SendAsync(request);
        await body.Begun;

        await kipu.KillAsync("storage");
        body.SendRest();
        var outcome = await SlowContent.OutcomeAsync(sending);
        await kipu.StartAsync("storage");

        Assert.NotEqual(HttpStatusCode.OK, outcome);
        var listing = await (await tenant.Client.GetAsync($"/api/chunks/{recording}")).ReadAsync<ChunkListing>();
        Assert.Equal([[0, 2]], listing.Received);
        await (await tenant.SendChunkAsync(recording, 3, chunks[3])).ReadAsync<ChunkReceipt>();
        byte[] whole = [.. chunks.SelectMany(c => c)];
        Assert.Equal(HttpStatusCode.Accepted, (await tenant.FinalizeAsync(recording, 4, TestTenant.Sha256(whole))).StatusCode);
    }

    [Fact]
    public async Task Nothing_acknowledged_is_lost_whatever_is_killed_during_fifty_uploads_and_each_is_analysed_once()
    {
        var tenants = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => kipu.SignUpAsync()));
        // Of one organization, chunks that go to the store; of the others, such as stay in their rows.
        var uploads = tenants.Index().SelectMany(t => Enumerable.Range(0, 10).Select(_ => new SteadfastUpload(t.Item, t.Index is 0 ? 200_000 : 3200)))
            .ToList();
        string[] victims = ["storage", "redis", "s3", "postgres"];
        RandomNumberGenerator.Shuffle(victims.AsSpan());

        foreach (var victim in victims)
        {
            await KillDuringAsync(victim, uploads, async upload =>
            {
                for (var chunk = 0; chunk < 3; chunk++) await upload.SendChunkAsync();
            });
        }

        await KillDuringAsync("storage", uploads, upload => upload.FinalizeAsync());
        await KillDuringAsync("audioworker", uploads, upload => upload.WaitForAnalysisAsync());

        await using var jobs = await kipu.OpenAsOwnerAsync("workerdb");
        await using var command = jobs.CreateCommand(
            "select count(*), count(distinct recording_id) from jobs where organization_id = any($1) and state = 'Done'");
        command.Parameters.AddWithValue(tenants.Select(t => t.OrganizationId).ToArray());
        await using var counts = await command.ExecuteReaderAsync();
        await counts.ReadAsync();
        Assert.Equal((50L, 50L), (counts.GetInt64(0), counts.GetInt64(1)));
    }

    /// <summary>All uploads take the step at once; when some of them, nobody knows how many, have taken it, the victim dies.</summary>
    private async Task KillDuringAsync(string victim, List<SteadfastUpload> uploads, Func<SteadfastUpload, Task> step)
    {
        var (taken, moment) = (0, RandomNumberGenerator.GetInt32(1, uploads.Count));
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var all = Task.WhenAll(uploads.Select(async upload =>
        {
            await step(upload);
            if (Interlocked.Increment(ref taken) == moment) reached.SetResult();
        }));

        await await Task.WhenAny(reached.Task, all);
        await kipu.KillAsync(victim);
        await kipu.StartAsync(victim);
        await all;
    }
}
