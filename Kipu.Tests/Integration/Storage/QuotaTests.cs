using System.Net;
using Kipu.ServiceDefaults;
using Kipu.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

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

    [Fact]
    public async Task What_is_refused_or_breaks_off_before_it_is_stored_leaves_no_recording_behind()
    {
        var tenant = await kipu.SignUpAsync();
        await FillAsync(tenant, free: 10_000);
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(UploadTests.Wave(bytes: 1000)), "file", "meeting.wav" }, { new StringContent("Late"), "title" },
        };
        using var half = SlowContent.Of(UploadTests.Wave(bytes: 2000), stopAt: 1000, "audio/wav");
        using var gone = new CancellationTokenSource();

        var late = await tenant.Client.PostAsync("/api/upload", form);
        var empty = await tenant.SendChunkAsync(Some.RecordingId(), 0, []);
        var damaged = await tenant.SendChunkAsync(
            Some.RecordingId(), 0, Some.Audio(bytes: 10), headers => headers.Add("x-chunk-sha256", new string('0', 64)));
        var large = await tenant.SendChunkAsync(Some.RecordingId(), 0, Some.Audio(bytes: 10_001));
        var broken = tenant.Client.PostAsync("/api/upload", half, gone.Token);
        await half.Begun;
        await gone.CancelAsync();
        half.SendRest();
        await Assert.ThrowsAnyAsync<Exception>(() => broken);

        await late.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "fields_after_file");
        await empty.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "empty_chunk");
        await damaged.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "digest_mismatch");
        await large.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "limit_exceeded");
        await KipuSystem.WaitUntilAsync(
            async () => (await tenant.StorageUsageAsync()).UsedBytes == Limit - 10_000, "what the broken upload held is given back");
        var recordings = await (await tenant.Client.GetAsync("/api/recordings")).ReadAsync<Page<RecordingSummary>>();
        Assert.Empty(recordings.Items);
    }

    [Fact]
    public async Task A_file_that_comes_behind_an_announced_one_is_refused_and_counts_nothing()
    {
        var tenant = await kipu.SignUpAsync();
        var recording = Some.RecordingId();
        var file = UploadTests.Wave(bytes: 2000);
        using var body = SlowContent.Of(file, stopAt: 1000, "audio/wav");
        var sending = tenant.Client.PostAsync($"/api/upload?recordingId={recording}", body);
        await body.Begun;
        await KipuSystem.WaitUntilAsync(async () => (await tenant.StorageUsageAsync()).UsedBytes is 2000, "the file's room is held");
        var id = Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes($"{recording}"));

        await tenant.TusAsync(HttpMethod.Post, "/api/tus", null, ("Upload-Length", "900"), ("Upload-Metadata", $"recordingId {id}"));
        body.SendRest();

        await (await sending).ShouldBeProblemAsync(HttpStatusCode.Conflict, "upload_in_progress");
        Assert.Equal(900, (await tenant.StorageUsageAsync()).UsedBytes);
    }

    [Fact]
    public async Task Room_that_was_given_back_while_an_upload_stood_still_is_taken_anew()
    {
        await using var storage = await StorageDatabase.CreateAsync(kipu);
        using var scope = TenantScope.EnterSystem("the test holds room as the service would");
        await using var db = storage.Open();
        var room = new RoomReservation(db, storage.Tenant, Options.Create(new UploadOptions()), storage.Time);
        await room.HoldAsync(Some.RecordingId(), 900, CancellationToken.None);
        await using (var sweep = await db.Database.BeginTransactionAsync())
        {
            await db.Reservations.ExecuteDeleteAsync();
            await db.CountAsync(storage.Tenant.OrganizationId, -900, CancellationToken.None);
            await sweep.CommitAsync();
        }

        await room.HoldAsync(Some.RecordingId(), 1000, CancellationToken.None);

        Assert.Equal(1000, await db.UsedAsync(storage.Tenant.OrganizationId, CancellationToken.None));
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
