using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Kipu.Tests;

public sealed class AudioTests(KipuSystem kipu)
{
    private readonly byte[] _audio = Some.Audio(bytes: 10_000);

    [Fact]
    public async Task Audio_is_played_whole_in_part_and_from_the_end()
    {
        var tenant = await kipu.SignUpAsync();
        var path = $"/api/recordings/{await StoreAsync(tenant)}/audio";

        using var whole = await GetAsync(tenant.Client, path);
        using var part = await GetAsync(tenant.Client, path, new(100, 199));
        using var tail = await GetAsync(tenant.Client, path, new(null, 50));

        Assert.Equal(HttpStatusCode.OK, whole.StatusCode);
        Assert.Equal("bytes", whole.Headers.AcceptRanges.Single());
        Assert.Equal("nosniff", whole.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(_audio, await whole.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal("bytes 100-199/10000", part.Content.Headers.ContentRange!.ToString());
        Assert.Equal(_audio[100..200], await part.Content.ReadAsByteArrayAsync());
        Assert.Equal(_audio[^50..], await tail.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_range_beyond_the_end_is_refused_with_416()
    {
        var tenant = await kipu.SignUpAsync();
        var path = $"/api/recordings/{await StoreAsync(tenant)}/audio";

        using var response = await GetAsync(tenant.Client, path, new(20_000, null));

        await response.ShouldBeProblemAsync(HttpStatusCode.RequestedRangeNotSatisfiable, "range_not_satisfiable");
        Assert.Equal("bytes */10000", response.Content.Headers.ContentRange!.ToString());
    }

    [Fact]
    public async Task A_part_is_only_sent_when_the_audio_is_still_the_one_that_the_player_began_with()
    {
        var tenant = await kipu.SignUpAsync();
        var path = $"/api/recordings/{await StoreAsync(tenant)}/audio";
        using var first = await GetAsync(tenant.Client, path, new(0, 9));

        using var same = await GetAsync(tenant.Client, path, new(10, 19), ifRange: first.Headers.ETag);
        using var changed = await GetAsync(tenant.Client, path, new(10, 19), ifRange: new("\"another\""));

        Assert.Equal(HttpStatusCode.PartialContent, same.StatusCode);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    [Fact]
    public async Task HEAD_tells_size_and_ranges_without_a_body()
    {
        var tenant = await kipu.SignUpAsync();
        using var request = new HttpRequestMessage(HttpMethod.Head, $"/api/recordings/{await StoreAsync(tenant)}/audio");

        using var response = await tenant.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(_audio.Length, response.Content.Headers.ContentLength);
        Assert.Equal("bytes", response.Headers.AcceptRanges.Single());
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_ticket_plays_its_recording_without_credentials_and_no_other()
    {
        var tenant = await kipu.SignUpAsync();
        var recording = await StoreAsync(tenant);
        var other = await StoreAsync(tenant);
        using var issued = await tenant.Client.PostAsync($"/api/recordings/{recording}/audio/ticket", null);
        var ticket = await issued.ReadAsync<AudioTicket>();
        using var anybody = kipu.CreateClient("gateway");
        var path = new Uri(ticket.Url).PathAndQuery;

        using var played = await GetAsync(anybody, path, new(0, 99));
        using var elsewhere = await GetAsync(anybody, path.Replace($"{recording}", $"{other}", StringComparison.Ordinal));
        using var without = await GetAsync(anybody, $"/api/recordings/{recording}/audio/stream");

        Assert.InRange(ticket.ExpiresAt - DateTimeOffset.UtcNow, TimeSpan.FromMinutes(50), TimeSpan.FromMinutes(61));
        Assert.Equal(_audio[..100], await played.Content.ReadAsByteArrayAsync());
        await elsewhere.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "invalid_ticket");
        await without.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "invalid_ticket");
    }

    /// <summary>Bytes that nobody can hear: the master is played as it was recorded.</summary>
    private async Task<Guid> StoreAsync(TestTenant tenant)
    {
        var recording = Some.RecordingId();
        using var chunk = new HttpRequestMessage(HttpMethod.Post, $"/api/chunks/{recording}") { Content = new ByteArrayContent(_audio) };
        chunk.Content.Headers.ContentType = new MediaTypeHeaderValue("audio/webm");
        chunk.Headers.Add("x-chunk-index", "0");
        using var taken = await tenant.Client.SendAsync(chunk);
        await taken.ReadAsync<ChunkReceipt>();
        using var finalized = await tenant.Client.PostAsJsonAsync($"/api/finalize/{recording}", new FinalizeRequest(1, null, null));
        await finalized.ReadAsync<FinalizeResponse>();
        return recording;
    }

    private static async Task<HttpResponseMessage> GetAsync(
        HttpClient client, string path, RangeHeaderValue? range = null, EntityTagHeaderValue? ifRange = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Range = range;
        if (ifRange is not null) request.Headers.IfRange = new(ifRange);
        return await client.SendAsync(request);
    }
}
