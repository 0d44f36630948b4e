using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Kipu.Tests;

public sealed class ShareTests(KipuSystem kipu)
{
    private static readonly AnalysisDocument Heard = SomeAnalysis.Of("Sedes", "es", SomeAnalysis.Turn(1, "Abramos en Medellín."));

    [Fact]
    public async Task A_link_reads_one_recording_without_credentials_until_it_is_revoked_and_tells_of_no_member()
    {
        var tenant = await kipu.SignUpAsync();
        var recording = await tenant.CreateAnalysedRecordingAsync(Heard);
        using (await tenant.Client.PatchAsJsonAsync($"/api/recordings/{recording.Id}/transcript/s1", new UpdateSegmentRequest("Abramos.")))
        {
        }

        var made = await CreateAsync(tenant, recording.Id, new("Cliente", IncludesAudio: true));
        using var anybody = kipu.CreateClient("gateway");
        using var read = await anybody.GetAsync(new Uri(made.Url).PathAndQuery);
        var body = await read.ReadAsync<JsonElement>();

        var shared = body.Deserialize<SharedRecording>(JsonSerializerOptions.Web)!;
        Assert.Equal(("Sedes", "Abramos."), (shared.Title, Assert.Single(shared.Analysis.Transcript!).Text));
        Assert.Contains($"/api/recordings/{recording.Id}/audio/stream?ticket=", shared.Audio!.Url, StringComparison.Ordinal);
        Assert.DoesNotContain($"{tenant.UserId}", body.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("noindex", read.Headers.GetValues("X-Robots-Tag").Single());
        var listed = Assert.Single(await ListAsync(tenant, recording.Id));
        Assert.Equal((made.Share.Id, "Cliente", tenant.UserId), (listed.Id, listed.Label, listed.CreatedBy));

        using var revoked = await tenant.Client.DeleteAsync($"/api/recordings/{recording.Id}/shares/{made.Share.Id}");
        using var after = await anybody.GetAsync($"/api/shares/{made.Token}");

        Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);
        await after.ShouldBeProblemAsync(HttpStatusCode.NotFound, "share_not_found");
        Assert.Empty(await ListAsync(tenant, recording.Id));
    }

    [Fact]
    public async Task A_link_is_made_once_however_often_its_request_is_sent_and_another_link_is_no_answer()
    {
        var tenant = await kipu.SignUpAsync();
        var recording = await tenant.CreateAnalysedRecordingAsync(Heard);

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
        {
            using var response = await SendAsync(new("Cliente"));
            return await response.ReadAsync<CreateShareResponse>();
        }));
        using var other = await SendAsync(new("Cliente", IncludesAudio: true));

        Assert.Single(answers.Select(answer => answer.Token).Distinct());
        Assert.Equal(answers[0].Share.Id, Assert.Single(await ListAsync(tenant, recording.Id)).Id);
        await other.ShouldBeProblemAsync(HttpStatusCode.Conflict, "idempotency_conflict");
        using var anybody = kipu.CreateClient("gateway");
        using var read = await anybody.GetAsync($"/api/shares/{answers[2].Token}");
        Assert.Equal("Sedes", (await read.ReadAsync<SharedRecording>()).Title);

        async Task<HttpResponseMessage> SendAsync(CreateShareRequest share)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/recordings/{recording.Id}/shares") { Content = JsonContent.Create(share) };
            request.Headers.Add("Idempotency-Key", "once");
            return await tenant.Client.SendAsync(request);
        }
    }

    [Fact]
    public async Task A_link_opens_nothing_once_it_has_expired_or_its_recording_is_deleted_and_its_secret_is_not_in_the_database()
    {
        var tenant = await kipu.SignUpAsync();
        var recording = await tenant.CreateAnalysedRecordingAsync(Heard);
        var expired = await CreateAsync(tenant, recording.Id, new());
        var orphan = await CreateAsync(tenant, recording.Id, new());
        await using var owner = await kipu.OpenAsOwnerAsync("recordingsdb");
        await using (var expire = owner.CreateCommand(
            $"update shares set expires_at = now() where id = '{expired.Share.Id}'")) await expire.ExecuteNonQueryAsync();
        using (await tenant.Client.DeleteAsync($"/api/recordings/{recording.Id}"))
        {
        }

        using var anybody = kipu.CreateClient("gateway");
        foreach (var token in new[] { expired.Token, orphan.Token, "nonsense" })
        {
            using var response = await anybody.GetAsync($"/api/shares/{token}");
            await response.ShouldBeProblemAsync(HttpStatusCode.NotFound, "share_not_found");
        }

        await using var search = owner.CreateCommand($"select count(*) from shares s where s::text like '%{orphan.Token}%'");
        Assert.Equal(0L, await search.ExecuteScalarAsync());
    }

    [Fact]
    public async Task A_link_lasts_at_most_a_year()
    {
        var tenant = await kipu.SignUpAsync();
        var recording = await tenant.CreateRecordingAsync();

        foreach (var end in new[] { DateTimeOffset.UtcNow.AddDays(366), DateTimeOffset.UtcNow.AddSeconds(-1) })
        {
            using var response = await tenant.Client.PostAsJsonAsync(
                $"/api/recordings/{recording.Id}/shares", new CreateShareRequest(ExpiresAt: end));
            await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "validation_failed");
        }
    }

    [Fact]
    public async Task A_recording_is_exported_in_every_format_and_coverage_is_told()
    {
        var tenant = await kipu.SignUpAsync();
        var recording = await tenant.CreateAnalysedRecordingAsync(Heard with { Coverage = [new(0, 60, CoverageState.Transcribed, null)] });

        foreach (var format in new[] { "md", "txt", "srt", "vtt", "json", "docx" })
        {
            using var response = await tenant.Client.GetAsync($"/api/recordings/{recording.Id}/export?format={format}");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal($"Sedes.{format}", response.Content.Headers.ContentDisposition!.FileNameStar);
            if (format is not "docx")
            {
                Assert.Contains("Abramos en Medellín.", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }
        }

        using var unknown = await tenant.Client.GetAsync($"/api/recordings/{recording.Id}/export?format=pdf");
        await unknown.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        using var coverage = await tenant.Client.GetAsync($"/api/recordings/{recording.Id}/coverage");
        Assert.Equal([new(0, 60, CoverageState.Transcribed, null)], (await coverage.ReadAsync<RecordingCoverage>()).Spans);
    }

    private static async Task<CreateShareResponse> CreateAsync(TestTenant tenant, Guid recordingId, CreateShareRequest request)
    {
        using var response = await tenant.Client.PostAsJsonAsync($"/api/recordings/{recordingId}/shares", request);
        return await response.ReadAsync<CreateShareResponse>();
    }

    private static async Task<IReadOnlyList<ShareInfo>> ListAsync(TestTenant tenant, Guid recordingId)
    {
        using var response = await tenant.Client.GetAsync($"/api/recordings/{recordingId}/shares");
        return await response.ReadAsync<IReadOnlyList<ShareInfo>>();
    }
}
