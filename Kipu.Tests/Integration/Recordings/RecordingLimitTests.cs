using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Kipu.Tests;

public sealed class RecordingLimitTests(KipuSystem kipu)
{
    private static readonly int Limit = Plans.Of(Plan.Free).MaxRecordings;

    [Fact]
    public async Task However_many_ask_at_once_no_more_recordings_are_made_than_the_plan_allows()
    {
        var tenant = await kipu.SignUpAsync();

        var responses = await Task.WhenAll(Enumerable.Range(0, 4 * Limit).Select(_ => CreateAsync(tenant)));

        Assert.Equal(Limit, responses.Count(r => r.StatusCode is HttpStatusCode.Created));
        foreach (var refused in responses.Where(r => r.StatusCode is not HttpStatusCode.Created))
        {
            var problem = await refused.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "limit_exceeded");
            Assert.Equal(Limit, problem.GetProperty("limit").GetInt32());
            Assert.Equal(Limit, problem.GetProperty("used").GetInt32());
            Assert.Equal("FREE", problem.GetProperty("plan").GetString());
        }

        foreach (var response in responses) response.Dispose();
    }

    [Fact]
    public async Task The_same_idempotency_key_creates_once_however_often_it_is_sent_at_once()
    {
        var tenant = await kipu.SignUpAsync();
        var key = Guid.NewGuid().ToString();

        var responses = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => CreateAsync(tenant, key)));

        var ids = new HashSet<Guid>();
        foreach (var response in responses)
        {
            using (response) ids.Add((await response.ReadAsync<RecordingSummary>()).Id);
        }

        Assert.Single(ids);
        using var list = await tenant.Client.GetAsync("/api/recordings");
        Assert.Single((await list.ReadAsync<Page<RecordingSummary>>()).Items);
    }

    [Fact]
    public async Task The_last_recording_of_a_plan_is_answered_again_to_its_own_key_and_refused_to_others()
    {
        var tenant = await kipu.SignUpAsync();
        for (var i = 1; i < Limit; i++) await tenant.CreateRecordingAsync();
        using var last = await CreateAsync(tenant, "the-last");
        var id = (await last.ReadAsync<RecordingSummary>()).Id;

        using var again = await CreateAsync(tenant, "the-last");
        using var another = await CreateAsync(tenant, "one-more");

        Assert.Equal(id, (await again.ReadAsync<RecordingSummary>()).Id);
        await another.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "limit_exceeded");
    }

    [Fact]
    public async Task An_idempotency_key_that_was_used_for_something_else_is_refused_as_idempotency_conflict()
    {
        var tenant = await kipu.SignUpAsync();
        using var first = await CreateAsync(tenant, "key", "One");

        using var response = await CreateAsync(tenant, "key", "Two");

        await response.ShouldBeProblemAsync(HttpStatusCode.Conflict, "idempotency_conflict");
    }

    [Fact]
    public async Task Audio_for_an_id_of_another_organization_is_not_found()
    {
        var owner = await kipu.SignUpAsync();
        var stranger = await kipu.SignUpAsync();
        var recording = await owner.CreateRecordingAsync();

        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/chunks/{recording.Id}") { Content = new ByteArrayContent(Some.Audio(bytes: 64)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("audio/webm");
        request.Headers.Add("x-chunk-index", "0");
        using var response = await stranger.Client.SendAsync(request);

        await response.ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    private static async Task<HttpResponseMessage> CreateAsync(TestTenant tenant, string? key = null, string? title = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/recordings")
        {
            Content = JsonContent.Create(new CreateRecordingRequest(title, null, null)),
        };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return await tenant.Client.SendAsync(request);
    }
}
