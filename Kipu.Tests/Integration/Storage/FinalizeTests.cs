using System.Net;
using System.Net.Http.Headers;

namespace Kipu.Tests;

public sealed class FinalizeTests(KipuSystem kipu)
{
    private readonly Guid _recording = Some.RecordingId();

    [Fact]
    public async Task Chunks_that_came_in_any_order_become_one_master_in_theirs()
    {
        var tenant = await kipu.SignUpAsync();
        byte[][] chunks = [.. Enumerable.Range(0, 12).Select(i => Some.Audio(bytes: 1000 + (i * 70_000)))];
        await Task.WhenAll(chunks.Index().Reverse().Select(c => tenant.SendChunkAsync(_recording, c.Index, c.Item)));
        byte[] whole = [.. chunks.SelectMany(c => c)];

        var response = await tenant.FinalizeAsync(_recording, chunks.Length, TestTenant.Sha256(whole));

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal(whole, await (await tenant.ReadObjectAsync(_recording, "master")).Content.ReadAsByteArrayAsync());
        Assert.Equal(whole.Length, (await tenant.StorageUsageAsync()).ByKind["master"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Large_chunks_in_their_order_or_another_are_checked_and_read_as_one(bool inOrder)
    {
        var tenant = await kipu.SignUpAsync();
        byte[][] chunks = [.. Enumerable.Range(0, 3).Select(_ => Some.Audio(bytes: 1_100_000))];
        byte[] whole = [.. chunks.SelectMany(c => c)];
        foreach (var (index, chunk) in inOrder ? chunks.Index() : chunks.Index().Reverse()) await tenant.SendChunkAsync(_recording, index, chunk);

        var mismatch = await tenant.FinalizeAsync(_recording, 3, new string('0', 64));
        var right = await tenant.FinalizeAsync(_recording, 3, TestTenant.Sha256(whole));

        await mismatch.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "digest_mismatch");
        Assert.Equal(HttpStatusCode.Accepted, right.StatusCode);
        var across = await tenant.ReadObjectAsync(_recording, "master", new RangeHeaderValue(1_099_990, 2_200_009));
        Assert.Equal(whole[1_099_990..2_200_010], await across.Content.ReadAsByteArrayAsync());
        Assert.Equal(whole.Length, (await tenant.StorageUsageAsync()).ByKind["master"]);
    }

    [Fact]
    public async Task Small_chunks_among_large_ones_are_part_of_the_master()
    {
        var tenant = await kipu.SignUpAsync();
        byte[][] chunks = [.. ((int[])[1000, 2_100_000, 2_100_000, 500, 100]).Select(Some.Audio)];
        byte[] whole = [.. chunks.SelectMany(c => c)];
        foreach (var (index, chunk) in chunks.Index()) await tenant.SendChunkAsync(_recording, index, chunk);

        await (await tenant.FinalizeAsync(_recording, sha256: new string('0', 64)))
            .ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "digest_mismatch");
        Assert.Equal(HttpStatusCode.Accepted, (await tenant.FinalizeAsync(_recording, chunks.Length, TestTenant.Sha256(whole))).StatusCode);

        Assert.Equal(whole, await (await tenant.ReadObjectAsync(_recording, "master")).Content.ReadAsByteArrayAsync());
        var last = await tenant.ReadObjectAsync(_recording, "master", new RangeHeaderValue(whole.Length - 601, null));
        Assert.Equal(whole[^601..], await last.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_gap_is_refused_as_missing_chunks_with_the_list_and_can_still_be_filled()
    {
        var tenant = await kipu.SignUpAsync();
        await tenant.SendChunkAsync(_recording, 0, Some.Audio(bytes: 10));
        await tenant.SendChunkAsync(_recording, 2, Some.Audio(bytes: 10));

        var gap = await tenant.FinalizeAsync(_recording, totalChunks: 4);
        await tenant.SendChunkAsync(_recording, 1, Some.Audio(bytes: 10));
        await tenant.SendChunkAsync(_recording, 3, Some.Audio(bytes: 10));
        var whole = await tenant.FinalizeAsync(_recording, totalChunks: 4);

        var problem = await gap.ShouldBeProblemAsync(HttpStatusCode.Conflict, "missing_chunks");
        Assert.Equal([1, 3], problem.GetProperty("missing").EnumerateArray().Select(m => m.GetInt32()));
        Assert.Equal(HttpStatusCode.Accepted, whole.StatusCode);
    }

    [Fact]
    public async Task Finalizing_again_also_at_the_same_moment_gives_the_same_answer()
    {
        var tenant = await kipu.SignUpAsync();
        for (var i = 0; i < 3; i++) await tenant.SendChunkAsync(_recording, i, Some.Audio(bytes: 200_000));

        var atOnce = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => tenant.FinalizeAsync(_recording)));
        var later = await tenant.FinalizeAsync(_recording, totalChunks: 3);

        var answers = await Task.WhenAll(atOnce.Append(later).Select(r => r.ReadAsync<FinalizeResponse>()));
        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task Joined_bytes_with_another_digest_are_refused_as_digest_mismatch_and_nothing_is_lost()
    {
        var tenant = await kipu.SignUpAsync();
        await tenant.SendChunkAsync(_recording, 0, Some.Audio(bytes: 10));

        var mismatch = await tenant.FinalizeAsync(_recording, sha256: new string('0', 64));
        var right = await tenant.FinalizeAsync(_recording);

        await mismatch.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "digest_mismatch");
        Assert.Equal(HttpStatusCode.Accepted, right.StatusCode);
    }

    [Fact]
    public async Task A_chunk_after_the_end_is_refused_as_already_finalized()
    {
        var tenant = await kipu.SignUpAsync();
        await tenant.SendChunkAsync(_recording, 0, Some.Audio(bytes: 10));
        await tenant.FinalizeAsync(_recording);

        var late = await tenant.SendChunkAsync(_recording, 1, Some.Audio(bytes: 10));

        await late.ShouldBeProblemAsync(HttpStatusCode.Conflict, "already_finalized");
    }

    [Fact]
    public async Task After_the_end_the_same_chunk_is_confirmed_and_a_call_that_says_other_than_what_is_stored_is_refused()
    {
        var tenant = await kipu.SignUpAsync();
        var chunk = Some.Audio(bytes: 10);
        await tenant.SendChunkAsync(_recording, 0, chunk);
        await tenant.FinalizeAsync(_recording);

        var again = await tenant.SendChunkAsync(_recording, 0, chunk);
        var otherDigest = await tenant.FinalizeAsync(_recording, sha256: new string('0', 64));
        var moreChunks = await tenant.FinalizeAsync(_recording, totalChunks: 2);
        var same = await tenant.FinalizeAsync(_recording, totalChunks: 1, sha256: TestTenant.Sha256(chunk));

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        await otherDigest.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "digest_mismatch");
        await moreChunks.ShouldBeProblemAsync(HttpStatusCode.Conflict, "already_finalized");
        Assert.Equal(HttpStatusCode.Accepted, same.StatusCode);
    }

    [Fact]
    public async Task A_part_of_the_master_can_be_asked_for()
    {
        var tenant = await kipu.SignUpAsync();
        var audio = Some.Audio(bytes: 5000);
        await tenant.SendChunkAsync(_recording, 0, audio);
        await tenant.FinalizeAsync(_recording);

        var part = await tenant.ReadObjectAsync(_recording, "master", new RangeHeaderValue(4000, 4009));
        var beyond = await tenant.ReadObjectAsync(_recording, "master", new RangeHeaderValue(5000, null));

        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(audio[4000..4010], await part.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.StatusCode);
    }
}
