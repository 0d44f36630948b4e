using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace Kipu.Tests;

public sealed class ChunkTests(KipuSystem kipu)
{
    private readonly Guid _recording = Some.RecordingId();

    [Fact]
    public async Task A_chunk_is_acknowledged_with_its_size_and_digest()
    {
        var tenant = await kipu.SignUpAsync();
        var chunk = Some.Audio(bytes: 1000);

        var receipt = await (await tenant.SendChunkAsync(_recording, 0, chunk)).ReadAsync<ChunkReceipt>();

        Assert.Equal(new(true, _recording, 0, 1000, TestTenant.Sha256(chunk), 1), receipt);
    }

    [Fact]
    public async Task Sending_a_chunk_again_changes_nothing()
    {
        var tenant = await kipu.SignUpAsync();
        var chunk = Some.Audio(bytes: 1000);
        await tenant.SendChunkAsync(_recording, 0, chunk);

        var receipt = await (await tenant.SendChunkAsync(_recording, 0, chunk)).ReadAsync<ChunkReceipt>();

        Assert.Equal(1, receipt.Received);
        Assert.Equal(1000, (await tenant.StorageUsageAsync()).UsedBytes);
    }

    [Fact]
    public async Task Sending_a_chunk_again_with_other_content_is_refused_as_chunk_conflict()
    {
        var tenant = await kipu.SignUpAsync();
        await tenant.SendChunkAsync(_recording, index: 0, Some.Audio(bytes: 1024));

        var response = await tenant.SendChunkAsync(_recording, index: 0, Some.Audio(bytes: 1024));

        await response.ShouldBeProblemAsync(HttpStatusCode.Conflict, "chunk_conflict");
    }

    [Fact]
    public async Task Sixteen_copies_of_a_chunk_at_once_are_one_chunk()
    {
        var tenant = await kipu.SignUpAsync();
        var chunk = Some.Audio(bytes: 5000);

        var responses = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => tenant.SendChunkAsync(_recording, 0, chunk)));

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.OK, response.StatusCode));
        Assert.Equal(5000, (await tenant.StorageUsageAsync()).UsedBytes);
    }

    [Fact]
    public async Task Bytes_that_do_not_have_the_digest_sent_with_them_are_refused_as_digest_mismatch()
    {
        var tenant = await kipu.SignUpAsync();
        var other = Convert.ToBase64String(SHA256.HashData("other"u8));

        var hex = await tenant.SendChunkAsync(_recording, 0, Some.Audio(bytes: 10), h => h.Add("x-chunk-sha256", new string('0', 64)));
        var standard = await tenant.SendChunkAsync(
            _recording, 0, Some.Audio(bytes: 10), h => h.Add("Content-Digest", $"sha-256=:{other}:"));

        await hex.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "digest_mismatch");
        await standard.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "digest_mismatch");
    }

    [Fact]
    public async Task A_form_may_name_the_chunks_place_before_or_behind_its_file()
    {
        var tenant = await kipu.SignUpAsync();
        using var before = new MultipartFormDataContent { { new StringContent("0"), "sequence" },
            { new ByteArrayContent(Some.Audio(bytes: 10)), "chunk", "a.webm" } };
        using var behind = new MultipartFormDataContent { { new ByteArrayContent(Some.Audio(bytes: 10)), "chunk", "b.webm" },
            { new StringContent("1"), "sequence" } };

        await (await tenant.Client.PostAsync($"/api/chunks/{_recording}", before)).ReadAsync<ChunkReceipt>();
        var receipt = await (await tenant.Client.PostAsync($"/api/chunks/{_recording}", behind)).ReadAsync<ChunkReceipt>();

        Assert.Equal((1, 2), (receipt.Sequence, receipt.Received));
    }

    [Fact]
    public async Task A_chunk_of_the_largest_size_is_taken_and_one_byte_more_is_refused_as_payload_too_large()
    {
        var tenant = await kipu.SignUpAsync();
        const int Largest = 16 * 1024 * 1024;

        var largest = await tenant.SendChunkAsync(_recording, 0, Some.Audio(Largest));
        var larger = await tenant.SendChunkAsync(_recording, 1, Some.Audio(Largest + 1));

        Assert.Equal(Largest, (await largest.ReadAsync<ChunkReceipt>()).Size);
        await larger.ShouldBeProblemAsync(HttpStatusCode.RequestEntityTooLarge, "payload_too_large");
    }

    [Fact]
    public async Task A_client_that_goes_on_learns_what_is_there_and_what_is_missing()
    {
        var tenant = await kipu.SignUpAsync();
        foreach (var index in (int[])[0, 1, 4]) await tenant.SendChunkAsync(_recording, index, Some.Audio(bytes: 100));

        var listing = await (await tenant.Client.GetAsync($"/api/chunks/{_recording}")).ReadAsync<ChunkListing>();

        Assert.Equal([[0, 1], [4, 4]], listing.Received);
        Assert.Equal([2, 3], listing.Missing);
        Assert.Equal(300, listing.Bytes);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("x")]
    [InlineData("1000000")]
    public async Task A_chunk_without_a_place_is_refused_as_chunk_index_required(string index)
    {
        var tenant = await kipu.SignUpAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/chunks/{_recording}");
        request.Content = new ByteArrayContent(Some.Audio(bytes: 10));
        request.Headers.Add("x-chunk-index", index);

        var response = await tenant.Client.SendAsync(request);

        await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "chunk_index_required");
    }

    [Fact]
    public async Task Another_tenants_recording_is_not_there()
    {
        var (owner, stranger) = (await kipu.SignUpAsync(), await kipu.SignUpAsync());
        await owner.SendChunkAsync(_recording, 0, Some.Audio(bytes: 10));

        var chunk = await stranger.SendChunkAsync(_recording, 1, Some.Audio(bytes: 10));
        await chunk.ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
        await (await stranger.Client.GetAsync($"/api/chunks/{_recording}")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
        await (await stranger.FinalizeAsync(_recording)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
        Assert.Equal(HttpStatusCode.NotFound,
            (await stranger.ReadObjectAsync(_recording, "master", new RangeHeaderValue(0, 1))).StatusCode);
        Assert.Equal(0, (await stranger.StorageUsageAsync()).UsedBytes);
    }

    [Fact]
    public async Task A_plan_without_room_for_another_recording_refuses_its_first_chunk_as_limit_exceeded()
    {
        var tenant = await kipu.SignUpAsync();
        for (var i = 0; i < Plans.Of(Plan.Free).MaxRecordings; i++)
        {
            await tenant.SendChunkAsync(Some.RecordingId(), 0, Some.Audio(bytes: 10));
        }


        var response = await tenant.SendChunkAsync(_recording, 0, Some.Audio(bytes: 10));

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "limit_exceeded");
        Assert.Equal(10, problem.GetProperty("limit").GetInt64());
    }
}
