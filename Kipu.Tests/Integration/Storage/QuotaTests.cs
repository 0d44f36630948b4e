using System.Net;

namespace Kipu.Tests;

public sealed class QuotaTests(KipuSystem kipu)
{
    private static readonly long Limit = Plans.Of(Plan.Free).MaxStorageBytes;

    [Fact]
    public async Task Uploads_at_once_share_the_last_room_and_none_passes_the_limit()
    {
        var tenant = await kipu.SignUpAsync();
        await FillAsync(tenant, free: 3500);
        var files = Enumerable.Range(0, 8).Select(_ => UploadTests.Wave(bytes: 1000)).ToList();

        var responses = await Task.WhenAll(files.Select(file => tenant.UploadAsync(file)));

        Assert.Equal(3, responses.Count(r => r.StatusCode is HttpStatusCode.Accepted));
        foreach (var refused in responses.Where(r => r.StatusCode is not HttpStatusCode.Accepted))
        {
            var problem = await refused.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "limit_exceeded");
            Assert.Equal((Limit, "FREE"), (problem.GetProperty("limit").GetInt64(), problem.GetProperty("plan").GetString()));
        }
    }

    [Fact]
    public async Task A_recording_that_found_room_is_taken_to_its_end_and_the_next_one_is_refused_as_limit_exceeded()
    {
        var tenant = await kipu.SignUpAsync();
        await FillAsync(tenant, free: 1000);
        var recording = Some.RecordingId();
        await tenant.SendChunkAsync(recording, 0, Some.Audio(bytes: 900));

        var rest = await tenant.SendChunkAsync(recording, 1, Some.Audio(bytes: 5000));
        var end = await tenant.FinalizeAsync(recording, totalChunks: 2);
        var next = await tenant.SendChunkAsync(Some.RecordingId(), 0, Some.Audio(bytes: 1));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Accepted), (rest.StatusCode, end.StatusCode));
        await next.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "limit_exceeded");
    }

    [Fact]
    public async Task An_upload_that_announces_more_than_there_is_room_for_is_refused_before_it_is_sent()
    {
        var tenant = await kipu.SignUpAsync();
        await FillAsync(tenant, free: 500);

        var response = await tenant.UploadAsync(UploadTests.Wave(bytes: 600));

        await response.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "limit_exceeded");
        Assert.Equal(Limit - 500, (await tenant.StorageUsageAsync()).UsedBytes);
    }

    /// <summary>As if the rest of the plan's room were used already.</summary>
    private async Task FillAsync(TestTenant tenant, long free)
    {
        await using var storage = await kipu.OpenAsOwnerAsync("storagedb");
        await using var command = storage.CreateCommand("insert into quotas (organization_id, used_bytes) values ($1, $2)");
        command.Parameters.AddWithValue(tenant.OrganizationId);
        command.Parameters.AddWithValue(Limit - free);
        await command.ExecuteNonQueryAsync();
    }
}
