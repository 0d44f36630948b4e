using System.Net;

namespace Kipu.Tests;

public sealed class ErasureTests(KipuSystem kipu)
{
    [Fact]
    public async Task Of_a_deleted_recording_no_object_no_row_and_no_used_byte_stays_also_when_it_is_announced_twice()
    {
        var tenant = await kipu.SignUpAsync();
        var (whole, begun, kept) = (Some.RecordingId(), Some.RecordingId(), Some.RecordingId());
        foreach (var recording in (Guid[])[whole, begun, kept]) await tenant.SendChunkAsync(recording, 0, Some.Audio(bytes: 1000));
        await tenant.FinalizeAsync(whole);

        for (var times = 0; times < 2; times++)
        {
            await kipu.AnnounceAsync(new RecordingDeleted(whole, tenant.OrganizationId, DateTimeOffset.UtcNow), tenant.OrganizationId);
            await kipu.AnnounceAsync(new RecordingDeleted(begun, tenant.OrganizationId, DateTimeOffset.UtcNow), tenant.OrganizationId);
        }

        await KipuSystem.WaitUntilAsync(async () => (await tenant.StorageUsageAsync()).UsedBytes == 1000, "the room is given back");
        await (await tenant.SendChunkAsync(begun, 1, Some.Audio(bytes: 10))).ShouldBeProblemAsync(HttpStatusCode.Gone, "upload_gone");
        await (await tenant.UploadAsync(UploadTests.Wave(bytes: 100), $"?recordingId={begun}"))
            .ShouldBeProblemAsync(HttpStatusCode.Gone, "upload_gone");
        await (await tenant.FinalizeAsync(begun)).ShouldBeProblemAsync(HttpStatusCode.Gone, "upload_gone");
        Assert.Equal(HttpStatusCode.NotFound, (await tenant.ReadObjectAsync(whole, "master")).StatusCode);
        await KipuSystem.WaitUntilAsync(
            async () => await CountAsync(tenant, "chunks") is 1 && (await KeysAsync(tenant)).TrueForAll(key => key.Contains($"{kept}", StringComparison.Ordinal)),
            "the sweep has deleted objects and rows");
        await KipuSystem.WaitUntilAsync(
            async () => await CountAsync(tenant, "uploads where ended_at is not null and tidied_at is null") is 0, "and looks no more for others");
        Assert.Equal(1000, (await tenant.StorageUsageAsync()).ByKind["chunks"]);
    }

    [Fact]
    public async Task An_upload_that_nobody_goes_on_with_fails_and_gives_its_room_back()
    {
        var tenant = await kipu.SignUpAsync();
        var (abandoned, live) = (Some.RecordingId(), Some.RecordingId());
        foreach (var recording in (Guid[])[abandoned, live]) await tenant.SendChunkAsync(recording, 0, Some.Audio(bytes: 1000));
        await tenant.LastHeardAsync(abandoned, TimeSpan.FromDays(8));

        await KipuSystem.WaitUntilAsync(async () => (await tenant.StorageUsageAsync()).UsedBytes == 1000, "the room is given back");

        await (await tenant.SendChunkAsync(abandoned, 1, Some.Audio(bytes: 10))).ShouldBeProblemAsync(HttpStatusCode.Gone, "upload_gone");
        await KipuSystem.WaitUntilAsync(
            async () => (await tenant.GetStatusAsync(abandoned)).Error?.Code == "upload_abandoned", "the recording is told");
        Assert.Equal(HttpStatusCode.OK, (await tenant.SendChunkAsync(live, 1, Some.Audio(bytes: 10))).StatusCode);
    }

    [Fact]
    public async Task A_file_that_can_not_be_finished_keeps_the_sweep_from_nothing_else()
    {
        var tenant = await kipu.SignUpAsync();
        var abandoned = Some.RecordingId();
        var created = await tenant.TusAsync(HttpMethod.Post, "/api/tus", UploadTests.Wave(bytes: 500), ("Upload-Length", "501"));
        var store = await kipu.OpenObjectStoreAsync();
        await store.Client.DeleteObjectAsync(store.Bucket, Assert.Single(await KeysAsync(tenant)));
        await tenant.BreakOffBehindLastByteAsync(Guid.Parse(created.Headers.Location!.ToString()["/api/tus/".Length..]));
        await tenant.SendChunkAsync(abandoned, 0, Some.Audio(bytes: 1000));
        await tenant.LastHeardAsync(abandoned, TimeSpan.FromDays(8));

        await KipuSystem.WaitUntilAsync(async () => (await tenant.StorageUsageAsync()).UsedBytes < 1000, "the room of the abandoned upload is given back");

        await KipuSystem.WaitUntilAsync(
            async () => (await tenant.TusAsync(HttpMethod.Delete, created.Headers.Location.ToString(), null)).IsSuccessStatusCode, "the file is given up");
    }

    [Fact]
    public async Task Old_objects_that_no_row_knows_are_deleted_and_no_others()
    {
        await using var storage = await StorageDatabase.CreateAsync(kipu);
        var known = await storage.PutChunkAsync(Some.RecordingId());
        var joined = await storage.PutChunkAsync(Some.RecordingId(), sentTo: Some.RecordingId());
        var stray = await storage.PutChunkAsync(recordingId: null);
        await storage.PutAsync("not/ours");

        var tooYoung = await storage.Strays.RunOnceAsync(CancellationToken.None);
        storage.Time.Advance(TimeSpan.FromHours(49));
        var deleted = await storage.Strays.RunOnceAsync(CancellationToken.None);

        Assert.Equal((0, 1), (tooYoung, deleted));
        Assert.Equivalent((string[])["not/ours", known, joined], await storage.KeysAsync(), strict: true);
        Assert.DoesNotContain(stray, await storage.KeysAsync());
    }

    private async Task<long> CountAsync(TestTenant tenant, string rows)
    {
        await using var storage = await kipu.OpenAsOwnerAsync("storagedb");
        await using var count = storage.CreateCommand($"select count(*) from (select * from {rows}) r where organization_id = $1");
        count.Parameters.AddWithValue(tenant.OrganizationId);
        return (long)(await count.ExecuteScalarAsync())!;
    }

    private async Task<List<string>> KeysAsync(TestTenant tenant)
    {
        var store = await kipu.OpenObjectStoreAsync();
        var keys = new List<string>();
        foreach (var folder in (string[])["chunks", "objects"])
        {
            var page = await store.Client.ListObjectsV2Async(
                new() { BucketName = store.Bucket, Prefix = $"{folder}/{tenant.OrganizationId}/" });
            keys.AddRange((page.S3Objects ?? []).Select(o => o.Key));
        }

        return keys;
    }
}
