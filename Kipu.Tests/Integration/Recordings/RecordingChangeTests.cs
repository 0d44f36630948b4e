using System.Net;
using System.Net.Http.Json;

namespace Kipu.Tests;

public sealed class RecordingChangeTests(KipuSystem kipu)
{
    [Fact]
    public async Task Tags_and_markers_are_kept_with_who_set_a_marker_and_when()
    {
        var tenant = await kipu.SignUpAsync();
        var recording = await tenant.CreateRecordingAsync();

        using var added = await tenant.Client.PostAsJsonAsync(
            $"/api/recordings/{recording.Id}/markers", new MarkerRequest(90, "El precio"));
        var marker = await added.ReadAsync<Marker>();
        var changed = await PatchAsync(tenant, recording.Id, new(Tags: [" Clientes ", "clientes"], Markers:
            [new(90, "El precio", marker.Id), new(5, null)]));
        using var shown = await tenant.Client.GetAsync($"/api/recordings/{recording.Id}");

        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        Assert.Equal(["Clientes"], changed.Tags);
        Assert.Equal([5, 90], changed.Markers!.Select(m => m.AtSeconds));
        Assert.Equal(marker, changed.Markers![1]);
        Assert.Equal(tenant.UserId, changed.Markers![0].UserId);
        Assert.Equivalent(changed, await shown.ReadAsync<RecordingSummary>());
    }

    [Fact]
    public async Task A_marker_that_is_sent_again_stays_one_and_nobodys_marker_is_lost_to_anothers_change()
    {
        var tenant = await kipu.SignUpAsync();
        var recording = await tenant.CreateRecordingAsync();
        var ids = Enumerable.Range(0, 12).Select(_ => Guid.NewGuid()).ToList();

        // Each one twice, all at once: as impatient clients do.
        var answers = await Task.WhenAll(ids.Concat(ids).Select((id, index) => PutMarkerAsync(tenant, recording.Id, id, new(index % 12, "Uno"))));
        var again = await PutMarkerAsync(tenant, recording.Id, ids[0], new(0, "Uno"));
        var changed = await PutMarkerAsync(tenant, recording.Id, ids[0], new(0, "Otro\0"));
        var removed = new List<HttpStatusCode>();
        for (var time = 0; time < 2; time++)
        {
            using var response = await tenant.Client.DeleteAsync($"/api/recordings/{recording.Id}/markers/{ids[1]}");
            removed.Add(response.StatusCode);
        }

        using var shown = await tenant.Client.GetAsync($"/api/recordings/{recording.Id}");
        var markers = (await shown.ReadAsync<RecordingSummary>()).Markers!;

        Assert.Equal(12, answers.Count(answer => answer.Status is HttpStatusCode.Created));
        Assert.Equal(12, answers.Count(answer => answer.Status is HttpStatusCode.OK));
        Assert.All(answers.GroupBy(answer => answer.Marker.Id), same => Assert.Single(same.Select(answer => answer.Marker).Distinct()));
        Assert.Equal((HttpStatusCode.OK, answers[0].Marker), (again.Status, again.Marker));
        Assert.Equal((HttpStatusCode.OK, "Otro"), (changed.Status, changed.Marker.Text));
        Assert.All(removed, status => Assert.Equal(HttpStatusCode.NoContent, status));
        Assert.Equal(ids.Except([ids[1]]), markers.Select(marker => marker.Id));
        Assert.Equal(changed.Marker, markers[0]);
    }

    [Fact]
    public async Task A_marker_that_is_added_again_with_the_same_key_is_the_same_and_another_is_refused()
    {
        var tenant = await kipu.SignUpAsync();
        var recording = await tenant.CreateRecordingAsync();

        var answers = new List<Marker>();
        for (var i = 0; i < 2; i++)
        {
            using var answer = await AddMarkerAsync(tenant, recording.Id, "once", new(90, "El precio"));
            answers.Add(await answer.ReadAsync<Marker>());
        }

        using var other = await AddMarkerAsync(tenant, recording.Id, "once", new(91, "El precio"));
        using var invalid = await AddMarkerAsync(tenant, recording.Id, new('x', 101), new(91, "El precio"));

        Assert.Equal(answers[0], answers[1]);
        await other.ShouldBeProblemAsync(HttpStatusCode.Conflict, "idempotency_conflict");
        await invalid.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_idempotency_key");
        using var shown = await tenant.Client.GetAsync($"/api/recordings/{recording.Id}");
        Assert.Single((await shown.ReadAsync<RecordingSummary>()).Markers!);
    }

    private static async Task<HttpResponseMessage> AddMarkerAsync(TestTenant tenant, Guid recordingId, string key, MarkerRequest marker)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/recordings/{recordingId}/markers") { Content = JsonContent.Create(marker) };
        request.Headers.Add("Idempotency-Key", key);
        return await tenant.Client.SendAsync(request);
    }

    [Fact]
    public async Task A_marker_in_no_recording_or_before_its_start_is_refused()
    {
        var tenant = await kipu.SignUpAsync();
        var other = await kipu.SignUpAsync();
        var recording = await tenant.CreateRecordingAsync();
        var path = $"/api/recordings/{recording.Id}/markers/{Guid.NewGuid()}";

        using var early = await tenant.Client.PutAsJsonAsync(path, new PutMarkerRequest(-1));
        using var foreign = await other.Client.PutAsJsonAsync(path, new PutMarkerRequest(1));
        using var removal = await other.Client.DeleteAsync(path);

        var problem = await early.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "validation_failed");
        Assert.True(problem.GetProperty("errors").TryGetProperty("atSeconds", out _));
        await foreign.ShouldBeProblemAsync(HttpStatusCode.NotFound, "recording_not_found");
        await removal.ShouldBeProblemAsync(HttpStatusCode.NotFound, "recording_not_found");
    }

    [Fact]
    public async Task A_recording_is_paused_and_resumed_as_long_as_it_is_recorded()
    {
        var tenant = await kipu.SignUpAsync();
        var recording = await tenant.CreateRecordingAsync();
        using var stream = await EventStream.OpenAsync(tenant, $"/api/status/{recording.Id}/events");
        await stream.NextAsync();

        var paused = await PatchAsync(tenant, recording.Id, new(Status: RecordingStatus.Paused));
        var told = await stream.NextAsync();
        var resumed = await PatchAsync(tenant, recording.Id, new(Status: RecordingStatus.Recording));
        var analysed = await tenant.CreateAnalysedRecordingAsync(SomeAnalysis.Of());
        using var late = await tenant.Client.PatchAsJsonAsync(
            $"/api/recordings/{analysed.Id}", new UpdateRecordingRequest(Status: RecordingStatus.Paused));

        Assert.Equal((RecordingStatus.Paused, RecordingStatus.Paused), (paused.Status, told!.Data.Status));
        Assert.Equal(RecordingStatus.Recording, resumed.Status);
        await late.ShouldBeProblemAsync(HttpStatusCode.Conflict, "invalid_transition");
    }

    [Theory]
    [InlineData("""{ "tags": [" "] }""", "tags")]
    [InlineData("""{ "tags": [null] }""", "tags")]
    [InlineData("""{ "tags": ["a tag of more than forty characters is long"] }""", "tags")]
    [InlineData("""{ "tags": ["\uFB2C\uFB2C\uFB2C\uFB2C\uFB2C\uFB2C\uFB2C\uFB2C\uFB2C\uFB2C\uFB2C\uFB2C\uFB2C\uFB2C\uFB2C\uFB2C\uFB2C\uFB2C\uFB2C\uFB2C\uFB2C\uFB2C\uFB2C\uFB2C\uFB2C\uFB2C\uFB2C"] }""", "tags")]
    [InlineData("""{ "title": "\uFFFE" }""", "title")]
    [InlineData("""{ "markers": [null] }""", "markers")]
    [InlineData("""{ "status": "COMPLETED" }""", "status")]
    public async Task What_makes_no_sense_of_a_change_is_refused_and_named(string body, string field)
    {
        var tenant = await kipu.SignUpAsync();
        var recording = await tenant.CreateRecordingAsync();

        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await tenant.Client.PatchAsync($"/api/recordings/{recording.Id}", content);

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "validation_failed");
        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _));
    }

    private static async Task<(HttpStatusCode Status, Marker Marker)> PutMarkerAsync(
        TestTenant tenant, Guid recordingId, Guid id, PutMarkerRequest marker)
    {
        using var response = await tenant.Client.PutAsJsonAsync($"/api/recordings/{recordingId}/markers/{id}", marker);
        return (response.StatusCode, await response.ReadAsync<Marker>());
    }

    private static async Task<RecordingSummary> PatchAsync(TestTenant tenant, Guid id, UpdateRecordingRequest request)
    {
        using var response = await tenant.Client.PatchAsJsonAsync($"/api/recordings/{id}", request);
        return await response.ReadAsync<RecordingSummary>();
    }
}
