using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Kipu.Tests;

public sealed class TusTests(KipuSystem kipu)
{
    private readonly Guid _recording = Some.RecordingId();

    [Fact]
    public async Task The_official_client_breaks_off_goes_on_joins_parts_and_gives_up()
    {
        var tenant = await kipu.SignUpAsync();
        var joined = Some.RecordingId();
        var file = UploadTests.Wave(bytes: 10_000_000);
        var path = Path.Combine(Path.GetTempPath(), $"kipu-tus-{_recording}.wav");
        await File.WriteAllBytesAsync(path, file);
        try
        {
            await NodeClient.TestAsync("tus.test.mjs", new()
            {
                ["TUS_ENDPOINT"] = new Uri(await kipu.GetEndpointAsync("gateway"), "/api/tus").ToString(),
                ["CODE"] = tenant.Code,
                ["FILE"] = path,
                ["RECORDING"] = $"{_recording}",
                ["JOINED"] = $"{joined}",
            });
        }
        finally
        {
            File.Delete(path);
        }

        foreach (var recording in (Guid[])[_recording, joined])
        {
            Assert.Equal(file, await (await tenant.ReadObjectAsync(recording, "master")).Content.ReadAsByteArrayAsync());
        }

        var recorded = await (await tenant.Client.GetAsync($"/api/recordings/{_recording}")).ReadAsync<RecordingSummary>();
        Assert.Equal("Reunión de lunes", recorded.Title);
        var usage = await tenant.StorageUsageAsync();
        Assert.Equal(3L * file.Length, usage.ByKind["master"]);
        Assert.Equal((0, 0), (usage.ByKind["chunks"], usage.ByKind["reserved"]));
    }

    [Fact]
    public async Task An_upload_tells_what_is_stored_of_it_and_takes_only_what_comes_next()
    {
        var tenant = await kipu.SignUpAsync();
        var file = UploadTests.Wave(bytes: 1000);
        var metadata = $"filename {Base64("a.wav")},recordingId {Base64($"{_recording}")}";

        var created = await tenant.TusAsync(HttpMethod.Post, "/api/tus", null, ("Upload-Length", "1000"), ("Upload-Metadata", metadata));
        var location = created.Headers.Location!.ToString();
        var again = await tenant.TusAsync(HttpMethod.Post, "/api/tus", null, ("Upload-Length", "1000"), ("Upload-Metadata", metadata));
        var first = await tenant.TusAsync(HttpMethod.Patch, location, file[..600], ("Upload-Offset", "0"));
        var elsewhere = await tenant.TusAsync(HttpMethod.Patch, location, file[..600], ("Upload-Offset", "0"));
        var tooLong = await tenant.TusAsync(HttpMethod.Patch, location, Some.Audio(bytes: 401), ("Upload-Offset", "600"));
        var wrong = await tenant.TusAsync(
            HttpMethod.Patch, location, file[600..800], ("Upload-Offset", "600"), ("Upload-Checksum", Checksum("other"u8.ToArray())));
        var asked = await tenant.TusAsync(HttpMethod.Head, location, null);
        var early = await tenant.FinalizeAsync(_recording);
        var chunk = await tenant.SendChunkAsync(_recording, 0, Some.Audio(bytes: 10));
        var last = await tenant.TusAsync(
            HttpMethod.Post, location, file[600..], ("X-HTTP-Method-Override", "PATCH"), ("Upload-Offset", "600"),
            ("Upload-Checksum", Checksum(file[600..])));

        Assert.Equal((HttpStatusCode.Created, $"/api/tus/{_recording}"), (created.StatusCode, location));
        Assert.Equal((HttpStatusCode.Created, location), (again.StatusCode, again.Headers.Location!.ToString()));
        Assert.Equal((HttpStatusCode.NoContent, "600"), (first.StatusCode, Header(first, "Upload-Offset")));
        var expires = DateTimeOffset.Parse(Header(first, "Upload-Expires"), CultureInfo.InvariantCulture);
        Assert.True(expires > DateTimeOffset.UtcNow.AddHours(23), $"{expires}");
        await elsewhere.ShouldBeProblemAsync(HttpStatusCode.Conflict, "upload_offset_mismatch");
        await tooLong.ShouldBeProblemAsync(HttpStatusCode.RequestEntityTooLarge, "payload_too_large");
        await wrong.ShouldBeProblemAsync((HttpStatusCode)460, "digest_mismatch");
        Assert.Equal(
            ("600", "1000", metadata), (Header(asked, "Upload-Offset"), Header(asked, "Upload-Length"), Header(asked, "Upload-Metadata")));
        await early.ShouldBeProblemAsync(HttpStatusCode.Conflict, "upload_in_progress");
        await chunk.ShouldBeProblemAsync(HttpStatusCode.Conflict, "upload_in_progress");
        Assert.Equal((HttpStatusCode.NoContent, "1000"), (last.StatusCode, Header(last, "Upload-Offset")));
        Assert.Equal(file, await (await tenant.ReadObjectAsync(_recording, "master")).Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Who_asks_for_the_offset_ends_a_request_that_hangs_and_keeps_what_it_brought()
    {
        var tenant = await kipu.SignUpAsync();
        const int FirstPart = 8 * 1024 * 1024;
        var file = UploadTests.Wave(bytes: FirstPart + 2_000_000);
        var created = await tenant.TusAsync(HttpMethod.Post, "/api/tus", null, ("Upload-Length", $"{file.Length}"),
            ("Upload-Metadata", $"recordingId {Base64($"{_recording}")}"));
        var location = created.Headers.Location!.ToString();
        using var body = SlowContent.Of(file, stopAt: FirstPart + 1_000_000, "application/offset+octet-stream");
        using var request = new HttpRequestMessage(HttpMethod.Patch, location) { Content = body };
        request.Headers.Add("Tus-Resumable", "1.0.0");
        request.Headers.Add("Upload-Offset", "0");
        var hanging = tenant.Client.SendAsync(request);
        await KipuSystem.WaitUntilAsync(
            async () => (await (await tenant.Client.GetAsync($"/api/chunks/{_recording}")).ReadAsync<ChunkListing>()).Bytes is FirstPart,
            "the first part is stored");

        var asked = await tenant.TusAsync(HttpMethod.Head, location, null);
        body.SendRest();
        var outcome = await SlowContent.OutcomeAsync(hanging);
        var offset = int.Parse(Header(asked, "Upload-Offset"), CultureInfo.InvariantCulture);
        var rest = await tenant.TusAsync(HttpMethod.Patch, location, file[offset..], ("Upload-Offset", $"{offset}"));

        // The gateway tells of a connection that Storage has cut off, when it hears of it before the client has.
        Assert.True(outcome is null or HttpStatusCode.BadGateway, $"{outcome}");
        Assert.InRange(offset, FirstPart, FirstPart + 1_000_000);
        Assert.Equal(HttpStatusCode.NoContent, rest.StatusCode);
        Assert.Equal(file, await (await tenant.ReadObjectAsync(_recording, "master")).Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task An_upload_takes_its_room_before_its_bytes_and_gives_it_back_when_it_is_given_up_or_no_audio()
    {
        var (tenant, stranger) = (await kipu.SignUpAsync(), await kipu.SignUpAsync());
        var limit = Plans.Of(Plan.Free).MaxStorageBytes;

        var large = await tenant.TusAsync(HttpMethod.Post, "/api/tus", null, ("Upload-Length", $"{limit - 500}"));
        var location = large.Headers.Location!.ToString();
        var next = await tenant.TusAsync(HttpMethod.Post, "/api/tus", null, ("Upload-Length", "501"));
        var reserved = (await tenant.StorageUsageAsync()).ByKind["reserved"];
        var foreign = await stranger.TusAsync(HttpMethod.Delete, location, null);
        var given = await tenant.TusAsync(HttpMethod.Delete, location, null);
        var noAudio = await tenant.TusAsync(
            HttpMethod.Post, "/api/tus", Encoding.ASCII.GetBytes("#EXTM3U\nfile:///etc/passwd"), ("Upload-Length", "27"),
            ("Upload-Metadata", $"recordingId {Base64($"{_recording}")}"));

        await next.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "limit_exceeded");
        Assert.Equal(limit - 500, reserved);
        await foreign.ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
        Assert.Equal(HttpStatusCode.NoContent, given.StatusCode);
        await noAudio.ShouldBeProblemAsync(HttpStatusCode.UnsupportedMediaType, "unsupported_media");
        Assert.Equal(0, (await tenant.StorageUsageAsync()).UsedBytes);
        await KipuSystem.WaitUntilAsync(
            async () => (await tenant.GetStatusAsync(_recording)).Error?.Code == "unsupported_media", "the recording is told");
    }

    [Fact]
    public async Task A_beginning_that_is_repeated_goes_on_with_what_it_brought_and_one_whose_bytes_are_refused_says_where()
    {
        var tenant = await kipu.SignUpAsync();
        var file = UploadTests.Wave(bytes: 1000);
        var key = ("Idempotency-Key", $"{_recording}");

        var damaged = await tenant.TusAsync(
            HttpMethod.Post, "/api/tus", file[..600], ("Upload-Length", "1000"), ("Upload-Checksum", Checksum("other"u8.ToArray())), key);
        var location = damaged.Headers.Location!.ToString();
        var first = await tenant.TusAsync(HttpMethod.Post, "/api/tus", file[..600], ("Upload-Length", "1000"), key);
        var again = await tenant.TusAsync(HttpMethod.Post, "/api/tus", file[..600], ("Upload-Length", "1000"), key);
        var rest = await tenant.TusAsync(HttpMethod.Patch, location, file[600..], ("Upload-Offset", "600"));
        var late = await tenant.TusAsync(HttpMethod.Post, "/api/tus", file[..600], ("Upload-Length", "1000"), key);

        await damaged.ShouldBeProblemAsync((HttpStatusCode)460, "digest_mismatch");
        Assert.All([first, again, late], response => Assert.Equal(HttpStatusCode.Created, response.StatusCode));
        Assert.All([first, again, late], response => Assert.Equal(location, response.Headers.Location!.ToString()));
        Assert.Equal(["600", "600", "1000"], new[] { first, again, late }.Select(response => Header(response, "Upload-Offset")));
        Assert.Equal(HttpStatusCode.NoContent, rest.StatusCode);
        Assert.Equal(1000, (await tenant.StorageUsageAsync()).UsedBytes);
    }

    [Fact]
    public async Task A_joined_upload_takes_no_bytes_and_every_answer_names_the_version()
    {
        var tenant = await kipu.SignUpAsync();
        var part = await tenant.TusAsync(
            HttpMethod.Post, "/api/tus", UploadTests.Wave(bytes: 500), ("Upload-Length", "500"), ("Upload-Concat", "partial"));
        var joined = await tenant.TusAsync(HttpMethod.Post, "/api/tus", null, ("Upload-Concat", $"final;{part.Headers.Location}"));
        using var nobody = kipu.CreateClient("storage");

        var append = await tenant.TusAsync(HttpMethod.Patch, joined.Headers.Location!.ToString(), Some.Audio(bytes: 1), ("Upload-Offset", "500"));
        var unknown = await nobody.PostAsync("/api/tus", content: null);

        await append.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        Assert.Equal((HttpStatusCode.Unauthorized, "1.0.0"), (unknown.StatusCode, Header(unknown, "Tus-Resumable")));
    }

    [Fact]
    public async Task A_file_whose_last_byte_is_stored_is_finalized_although_its_request_died_before()
    {
        var tenant = await kipu.SignUpAsync();
        await tenant.TusAsync(HttpMethod.Post, "/api/tus", UploadTests.Wave(bytes: 500), ("Upload-Length", "501"),
            ("Upload-Metadata", $"recordingId {Base64($"{_recording}")}"));

        await tenant.BreakOffBehindLastByteAsync(_recording);

        await KipuSystem.WaitUntilAsync(
            async () => (await tenant.GetStatusAsync(_recording)).Status is not RecordingStatus.Recording, "the recording is queued");
        Assert.Equal(500, (await tenant.StorageUsageAsync()).ByKind["master"]);
    }

    [Theory]
    [InlineData("Tus-Resumable", "0.2.2", 412, "tus_version_unsupported")]
    [InlineData("Upload-Length", "0", 400, "invalid_upload_length")]
    [InlineData("Upload-Length", "9999999999999", 413, "payload_too_large")]
    [InlineData("Upload-Metadata", "title ***", 400, "invalid_upload_metadata")]
    [InlineData("Upload-Metadata", "recordingId MQ==", 400, "invalid_recording_id")]
    [InlineData("Upload-Concat", "final;", 400, "invalid_upload_concat")]
    [InlineData("Upload-Concat", "final;/api/tus/018f0000-0000-7000-8000-000000000000", 404, "not_found")]
    [InlineData("Upload-Checksum", "crc32 AAAA", 400, "invalid_upload_checksum")]
    public async Task What_is_no_proper_beginning_is_refused(string header, string value, int status, string code)
    {
        var tenant = await kipu.SignUpAsync();

        var response = await tenant.TusAsync(HttpMethod.Post, "/api/tus", null, ("Upload-Length", "10"), (header, value));

        await response.ShouldBeProblemAsync((HttpStatusCode)status, code);
    }

    [Fact]
    public async Task Anybody_may_ask_what_the_server_can_do()
    {
        using var client = kipu.CreateClient("gateway");

        using var response = await client.SendAsync(new(HttpMethod.Options, "/api/tus"));

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("1.0.0", Header(response, "Tus-Version"));
        Assert.Equal("creation,creation-with-upload,expiration,checksum,termination,concatenation", Header(response, "Tus-Extension"));
    }

    private static string Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.Single() : "";

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static string Checksum(byte[] bytes) => $"sha256 {Convert.ToBase64String(SHA256.HashData(bytes))}";
}

public sealed partial class TestTenant
{
    /// <summary>Speaks tus: the version is named unless a header names another.</summary>
    public Task<HttpResponseMessage> TusAsync(
        HttpMethod method, string address, byte[]? bytes, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, address);
        if (bytes is not null)
        {
            request.Content = new ByteArrayContent(bytes);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
        }

        foreach (var (name, value) in headers.Prepend(("Tus-Resumable", "1.0.0")))
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return Client.SendAsync(request);
    }

    /// <summary>Leaves an upload as a process does that is killed behind the last byte.</summary>
    public async Task BreakOffBehindLastByteAsync(Guid recordingId)
    {
        await using var storage = await Kipu.OpenAsOwnerAsync("storagedb");
        await using var command = storage.CreateCommand(
            "update uploads set length = bytes, heard_at = now() - interval '1 minute' where recording_id = $1");
        command.Parameters.AddWithValue(recordingId);
        await command.ExecuteNonQueryAsync();
    }
}
