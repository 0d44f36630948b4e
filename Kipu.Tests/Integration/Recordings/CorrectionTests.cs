using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Kipu.Tests;

public sealed class CorrectionTests(KipuSystem kipu)
{
    private static readonly AnalysisDocument Heard = SomeAnalysis.Of(
        "Sedes", "es", Turn("s1", "v1", "Voz 1", "Avramos en Medeyín.", 0), Turn("s2", "v2", "Voz 2", "Yo escribo el contrato.", 10),
        Turn("s3", "v1", "Voz 1", "Gracias.", 20)) with
    {
        Speakers = [new("v1", null, 8), new("v2", null, 4)],
        Participants = ["Voz 1", "Voz 2"],
        ActionItems = [new("a1", "Escribir el contrato", "Voz 2", null, Done: false, 10, ["s2"], EvidenceState.Verified)],
    };

    [Fact]
    public async Task Corrected_words_and_names_are_searched_shown_with_who_and_when_and_kept_by_a_new_analysis()
    {
        var tenant = await kipu.SignUpAsync();
        var recording = await tenant.CreateAnalysedRecordingAsync(Heard);

        var segment = await PatchAsync<TranscriptTurn>(tenant, $"{recording.Id}/transcript/s1",
            new UpdateSegmentRequest("Abramos en Medellín."));
        var speakers = await PatchAsync<Speaker[]>(tenant, $"{recording.Id}/speakers",
            new UpdateSpeakerRequest("v2", "Luis", tenant.UserId));
        await PatchAsync<ActionItem>(tenant, $"{recording.Id}/action-items/a1", new UpdateActionItemRequest(Done: true, Due: "viernes"));

        Assert.Equal((tenant.UserId, "Avramos en Medeyín."), (segment.Edit!.UserId, segment.Edit.Original));
        Assert.Equal([(null, (Guid?)null), ("Luis", tenant.UserId)], speakers.Select(s => (s.Name, s.UserId)));
        await HoldsAsync(tenant, recording.Id, "s1");

        await tenant.TellRecordingsAsync(new RecordingAnalyzed(
            recording.Id, tenant.OrganizationId, Guid.CreateVersion7(),
            Heard with
            {
                Title = "Sedes otra vez",
                Transcript = [.. Heard.Transcript!.Select(t => t with { SegmentId = $"n{t.SegmentId}" })],
            },
            DateTimeOffset.UtcNow));
        await KipuSystem.WaitUntilAsync(
            async () => (await GetAsync<RecordingSummary>(tenant, $"{recording.Id}")).Title == "Sedes otra vez", "the new analysis is stored");
        await HoldsAsync(tenant, recording.Id, "ns1");

        async Task HoldsAsync(TestTenant asker, Guid id, string corrected)
        {
            var analysis = await GetAsync<AnalysisDocument>(asker, $"{id}/analysis");
            Assert.Equal("Abramos en Medellín.", analysis.Transcript!.Single(t => t.SegmentId == corrected).Text);
            Assert.Equal(["Voz 1", "Luis", "Voz 1"], analysis.Transcript!.Select(t => t.Speaker));
            Assert.Equal(["Voz 1", "Luis"], analysis.Participants);
            var item = Assert.Single(analysis.ActionItems);
            Assert.Equal(("Luis", "viernes", true, asker.UserId), (item.Owner, item.Due, item.Done, item.Edit!.UserId));
            var row = Assert.Single((await GetAsync<Page<RecordingSummary>>(asker, "?q=medellin")).Items);
            Assert.Equal((0, corrected), (row.OpenActionItems, Assert.Single(row.Hits!).SegmentId));
            Assert.Equal("Luis", row.Speakers[1].Name);
            Assert.Empty((await GetAsync<Page<RecordingSummary>>(asker, "?q=medeyin")).Items);
        }
    }

    [Fact]
    public async Task Two_voices_become_one_in_the_transcript_and_in_who_spoke_how_long()
    {
        var tenant = await kipu.SignUpAsync();
        var recording = await tenant.CreateAnalysedRecordingAsync(Heard);

        var speakers = await PatchAsync<Speaker[]>(tenant, $"{recording.Id}/speakers",
            new UpdateSpeakerRequest("v2", "Ana", MergeInto: "v1"));

        Assert.Equal(("v1", "Ana", 12d), (Assert.Single(speakers).SpeakerId, speakers[0].Name, speakers[0].TalkSeconds));
        var analysis = await GetAsync<AnalysisDocument>(tenant, $"{recording.Id}/analysis");
        Assert.All(analysis.Transcript!, t => Assert.Equal(("v1", "Ana"), (t.SpeakerId, t.Speaker)));
        Assert.Equal(1, Assert.Single((await GetAsync<RecordingSummary>(tenant, $"{recording.Id}")).Speakers).Share);
    }

    [Fact]
    public async Task A_voice_with_two_labels_takes_one_name_everywhere()
    {
        var tenant = await kipu.SignUpAsync();
        var recording = await tenant.CreateAnalysedRecordingAsync(Heard with
        {
            Transcript = [.. Heard.Transcript!.Select(t => t with { SpeakerId = "v1" })],
            Speakers = [new("v1", null, 12)],
        });

        await PatchAsync<Speaker[]>(tenant, $"{recording.Id}/speakers", new UpdateSpeakerRequest("v1", "Ana"));

        var analysis = await GetAsync<AnalysisDocument>(tenant, $"{recording.Id}/analysis");
        Assert.All(analysis.Transcript!, t => Assert.Equal("Ana", t.Speaker));
        Assert.Equal(["Ana"], analysis.Participants);
        Assert.Equal("Ana", Assert.Single(analysis.ActionItems).Owner);
    }

    [Theory]
    [InlineData("transcript/s9", """{ "text": "x" }""", 404, "segment_not_found")]
    [InlineData("transcript/s1", """{ "text": " " }""", 400, "validation_failed")]
    [InlineData("speakers", """{ "speakerId": "v9", "name": "x" }""", 404, "speaker_not_found")]
    [InlineData("speakers", """{ "speakerId": "v1" }""", 400, "validation_failed")]
    [InlineData("speakers", """{ "speakerId": "v1", "userId": "11111111-1111-7111-8111-111111111111" }""", 400, "validation_failed")]
    [InlineData("action-items/a9", """{ "done": true }""", 404, "action_item_not_found")]
    public async Task What_is_not_there_or_makes_no_sense_is_not_corrected(string path, string body, int status, string code)
    {
        var tenant = await kipu.SignUpAsync();
        var recording = await tenant.CreateAnalysedRecordingAsync(Heard);

        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await tenant.Client.PatchAsync($"/api/recordings/{recording.Id}/{path}", content);

        await response.ShouldBeProblemAsync((HttpStatusCode)status, code);
    }

    [Fact]
    public async Task Action_items_of_all_recordings_come_in_pages_and_by_owner_and_state()
    {
        var tenant = await kipu.SignUpAsync();
        var first = await tenant.CreateAnalysedRecordingAsync(Heard with
        {
            ActionItems = [.. Enumerable.Range(1, 3)
                .Select(i => new ActionItem($"a{i}", $"Tarea {i}", "Ana", null, Done: i == 3, i, [], EvidenceState.Verified))],
        });
        var second = await tenant.CreateAnalysedRecordingAsync(Heard);
        var deleted = await tenant.CreateAnalysedRecordingAsync(Heard);
        using (await tenant.Client.DeleteAsync($"/api/recordings/{deleted.Id}"))
        {
        }

        var page = await GetAsync<Page<RecordedActionItem>>(tenant, "action-items?limit=2");
        var rest = await GetAsync<Page<RecordedActionItem>>(tenant, $"action-items?limit=2&cursor={page.NextCursor}");
        var open = await GetAsync<Page<RecordedActionItem>>(tenant, "action-items?owner=ANA&done=false");

        Assert.Equal([(second.Id, "a1"), (first.Id, "a1"), (first.Id, "a2"), (first.Id, "a3")],
            page.Items.Concat(rest.Items).Select(i => (i.RecordingId, i.Item.Id)));
        Assert.Null(rest.NextCursor);
        Assert.Equal(["Tarea 1", "Tarea 2"], open.Items.Select(i => i.Item.Text));
    }

    [Fact]
    public async Task Reprocessing_gives_the_stored_audio_to_a_new_job()
    {
        var tenant = await kipu.SignUpAsync();
        var recording = Some.RecordingId();
        using var audio = new ByteArrayContent(Some.Audio(bytes: 1000));
        audio.Headers.ContentType = new MediaTypeHeaderValue("audio/webm");
        audio.Headers.Add("x-chunk-index", "0");
        using var chunk = await tenant.Client.PostAsync($"/api/chunks/{recording}", audio);
        await chunk.ReadAsync<ChunkReceipt>();
        using var early = await tenant.Client.PostAsync($"/api/recordings/{recording}/reprocess", null);
        using var finalized = await tenant.Client.PostAsJsonAsync($"/api/finalize/{recording}", new FinalizeRequest(1, null, null));
        var first = (await finalized.ReadAsync<FinalizeResponse>()).JobId;
        await KipuSystem.WaitUntilAsync(
            async () => (await tenant.GetStatusAsync(recording)).Status is RecordingStatus.Error, "noise can't be heard");

        using var again = await tenant.Client.PostAsync($"/api/recordings/{recording}/reprocess", null);
        var second = await again.ReadAsync<ReprocessResponse>();

        await early.ShouldBeProblemAsync(HttpStatusCode.Conflict, "in_progress");
        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        Assert.True(second.JobId.CompareTo(first) > 0);
        await using var worker = await kipu.OpenAsOwnerAsync("workerdb");
        await using var command = worker.CreateCommand($"select count(*) from jobs where id = '{second.JobId}' and state = 'Failed'");
        await KipuSystem.WaitUntilAsync(
            async () => (long)(await command.ExecuteScalarAsync())! == 1, "the new job has listened to it as well");
    }

    private static TranscriptTurn Turn(string id, string speakerId, string speaker, string text, double start) =>
        new(id, speakerId, speaker, text, "00:00", start, start + 4, null, "es");

    private static async Task<T> PatchAsync<T>(TestTenant tenant, string path, object change)
    {
        using var response = await tenant.Client.PatchAsJsonAsync($"/api/recordings/{path}", change);
        return await response.ReadAsync<T>();
    }

    private static async Task<T> GetAsync<T>(TestTenant tenant, string path)
    {
        using var response = await tenant.Client.GetAsync($"/api/recordings/{path}");
        return await response.ReadAsync<T>();
    }
}
