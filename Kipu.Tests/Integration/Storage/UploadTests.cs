using System.Net;
using System.Text;

namespace Kipu.Tests;

public sealed class UploadTests(KipuSystem kipu)
{
    [Fact]
    public async Task A_file_of_many_parts_is_stored_as_it_was_sent()
    {
        var tenant = await kipu.SignUpAsync();
        var file = Wave(bytes: 20_000_000);

        var answer = await (await tenant.UploadAsync(file)).ReadAsync<UploadResponse>();

        Assert.Equal(RecordingStatus.Queued, answer.Status);
        Assert.Equal(file, await (await tenant.ReadObjectAsync(answer.RecordingId, "master")).Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task The_same_file_for_the_same_recording_gets_the_same_answer_and_another_file_already_finalized()
    {
        var tenant = await kipu.SignUpAsync();
        var query = $"?recordingId={Some.RecordingId()}";
        var file = Wave(bytes: 1000);

        var first = await (await tenant.UploadAsync(file, query)).ReadAsync<UploadResponse>();
        var again = await (await tenant.UploadAsync(file, query)).ReadAsync<UploadResponse>();
        var other = await tenant.UploadAsync(Wave(bytes: 1000), query);

        Assert.Equal(first, again);
        await other.ShouldBeProblemAsync(HttpStatusCode.Conflict, "already_finalized");
        Assert.Equal(1000, (await tenant.StorageUsageAsync()).ByKind["master"]);
    }

    [Fact]
    public async Task A_form_brings_its_title_along()
    {
        var tenant = await kipu.SignUpAsync();
        using var form = new MultipartFormDataContent { { new StringContent("Quarterly review"), "title" },
            { new ByteArrayContent(Wave(bytes: 1000)), "file", "meeting.wav" } };

        var answer = await (await tenant.Client.PostAsync("/api/upload", form)).ReadAsync<UploadResponse>();

        var recording = await (await tenant.Client.GetAsync($"/api/recordings/{answer.RecordingId}")).ReadAsync<RecordingSummary>();
        Assert.Equal("Quarterly review", recording.Title);
    }

    [Fact]
    public async Task A_form_of_endless_fields_is_refused()
    {
        var tenant = await kipu.SignUpAsync();
        using var form = new MultipartFormDataContent();
        for (var i = 0; i < 33; i++) form.Add(new StringContent("x"), $"field{i}");

        var response = await tenant.Client.PostAsync("/api/upload", form);

        await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("#EXTM3U\nfile:///etc/passwd")]
    public async Task What_is_no_audio_by_its_content_is_refused_as_unsupported_media_whatever_it_is_called(string content)
    {
        var tenant = await kipu.SignUpAsync();

        var response = await tenant.UploadAsync(Encoding.ASCII.GetBytes(content), contentType: "audio/wav");

        await response.ShouldBeProblemAsync(HttpStatusCode.UnsupportedMediaType, "unsupported_media");
        Assert.Equal(0, (await tenant.StorageUsageAsync()).UsedBytes);
    }

    [Fact]
    public async Task A_file_that_a_chunked_upload_has_begun_is_refused_as_upload_in_progress()
    {
        var tenant = await kipu.SignUpAsync();
        var recording = Some.RecordingId();
        await tenant.SendChunkAsync(recording, 0, Some.Audio(bytes: 10));

        var response = await tenant.UploadAsync(Wave(bytes: 1000), $"?recordingId={recording}");

        await response.ShouldBeProblemAsync(HttpStatusCode.Conflict, "upload_in_progress");
    }

    internal static byte[] Wave(int bytes)
    {
        var file = Some.Audio(bytes);
        "RIFF\0\0\0\0WAVE"u8.CopyTo(file);
        return file;
    }
}
