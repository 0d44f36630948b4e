using System.Net;
using Kipu.Speech;

namespace Kipu.Tests;

public sealed class AnalysisTests(KipuSystem kipu)
{
    [Fact]
    public async Task A_spoken_recording_is_analysed_by_an_engine_that_says_what_it_is()
    {
        var tenant = await kipu.SignUpAsync();
        var audio = await SpokenAudio.SayAsync(SpokenAudio.Meeting);
        var upload = await (await tenant.UploadAsync(audio)).ReadAsync<UploadResponse>();

        var status = await tenant.WaitForEndAsync(upload.RecordingId);

        Assert.Equal((RecordingStatus.Completed, 100), (status.Status, status.Progress));
        var analysis = await tenant.AnalysisAsync(upload.RecordingId);
        Assert.Equal("gemini", analysis.Engine.Name);
        Assert.StartsWith("kipu-simulator/", analysis.Engine.Model, StringComparison.Ordinal);
        Assert.Equal(0, analysis.Coverage[0].From);
        Assert.Equal(analysis.DurationSeconds, analysis.Coverage[^1].To);
        Assert.All(analysis.Transcript ?? [], turn => Assert.InRange(turn.EndSeconds, turn.StartSeconds, analysis.DurationSeconds));
        Assert.True(analysis.Transcript is { Count: > 0 } || analysis.Engine.Reasons.Count > 0);
        await KipuSystem.WaitUntilAsync(
            async () => (await tenant.UsageAsync()).Total is { Recordings: 1, Bytes: > 0, AudioSeconds: > 0, AiTokens: > 0, AiCostMicros: > 0 },
            "the organization's usage has it");
    }

    [Fact]
    public async Task What_a_player_needs_is_there_when_the_analysis_is()
    {
        var tenant = await kipu.SignUpAsync();
        var upload = await (await tenant.UploadAsync(await SpokenAudio.SayAsync(SpokenAudio.Meeting))).ReadAsync<UploadResponse>();
        await tenant.WaitForEndAsync(upload.RecordingId);

        using var outline = await tenant.Client.GetAsync($"/api/recordings/{upload.RecordingId}/waveform");
        var waveform = await outline.ReadAsync<Contracts.Waveform>();
        var playback = await tenant.ReadObjectAsync(upload.RecordingId, "playback");

        Assert.InRange(waveform.Peaks.Count, waveform.Seconds * waveform.PerSecond * 0.9, (waveform.Seconds * waveform.PerSecond) + 1);
        Assert.Contains(waveform.Peaks, peak => peak > 20);
        Assert.StartsWith("audio/", playback.Content.Headers.ContentType!.MediaType, StringComparison.Ordinal);
        Assert.True((await tenant.StorageUsageAsync()).ByKind["playback"] > 0);
    }

    [Fact]
    public async Task A_ticket_leads_a_player_to_the_store_itself_and_opens_nothing_else_there()
    {
        var tenant = await kipu.SignUpAsync();
        var upload = await (await tenant.UploadAsync(await SpokenAudio.SayAsync(SpokenAudio.Meeting))).ReadAsync<UploadResponse>();
        await tenant.WaitForEndAsync(upload.RecordingId);
        using var playback = await tenant.ReadObjectAsync(upload.RecordingId, "playback");
        var whole = await playback.Content.ReadAsByteArrayAsync();
        using var issued = await tenant.Client.PostAsync($"/api/recordings/{upload.RecordingId}/audio/ticket", null);
        var path = new Uri((await issued.ReadAsync<AudioTicket>()).Url).PathAndQuery;

        using var player = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var redirect = await player.GetAsync(new Uri(await kipu.GetEndpointAsync("gateway"), path));
        var address = redirect.Headers.Location!;
        using var range = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Range = new(10, 19) } };
        using var played = await player.SendAsync(range);
        using var overwritten = await player.PutAsync(address, new ByteArrayContent([1]));
        using var elsewhere = await player.GetAsync(new Uri(address.AbsoluteUri.Replace("/playback", "/waveform", StringComparison.Ordinal)));
        using var withCode = new HttpRequestMessage(HttpMethod.Get, new Uri(await kipu.GetEndpointAsync("gateway"), $"/api/recordings/{upload.RecordingId}/audio"));
        withCode.Headers.Add("x-organization-code", tenant.Code);
        using var asMember = await player.SendAsync(withCode);
        using var unsigned = await player.GetAsync(new Uri(address.GetLeftPart(UriPartial.Path)));

        Assert.Equal(HttpStatusCode.TemporaryRedirect, redirect.StatusCode);
        Assert.Equal((HttpStatusCode.PartialContent, "no-store"), (played.StatusCode, $"{redirect.Headers.CacheControl}"));
        Assert.Equal(whole[10..20], await played.Content.ReadAsByteArrayAsync());
        // Who shows credentials would send them along to the store.
        Assert.Equal(HttpStatusCode.OK, asMember.StatusCode);
        Assert.Equal(whole, await asMember.Content.ReadAsByteArrayAsync());
        // A request without any signature is told so in each store's own way.
        Assert.All([overwritten, elsewhere], refused => Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode));
        Assert.InRange((int)unsigned.StatusCode, 400, 403);
    }

    [Fact]
    public async Task Silence_ends_in_an_analysis_without_words_that_says_why()
    {
        var tenant = await kipu.SignUpAsync();
        var upload = await (await tenant.UploadAsync(SpokenAudio.Silence(seconds: 4))).ReadAsync<UploadResponse>();

        var status = await tenant.WaitForEndAsync(upload.RecordingId);

        Assert.Equal(RecordingStatus.Completed, status.Status);
        var analysis = await tenant.AnalysisAsync(upload.RecordingId);
        Assert.Null(analysis.Transcript);
        Assert.Contains(Reason.NoSpeech, analysis.Engine.Reasons);
        Assert.Equal(CoverageState.Silent, Assert.Single(analysis.Coverage).State);
    }

    [Fact]
    public async Task Media_that_cannot_be_heard_ends_as_an_error_that_trying_again_does_not_mend()
    {
        var tenant = await kipu.SignUpAsync();
        var upload = await (await tenant.UploadAsync(UploadTests.Wave(bytes: 2000))).ReadAsync<UploadResponse>();

        var status = await tenant.WaitForEndAsync(upload.RecordingId);

        Assert.Equal(RecordingStatus.Error, status.Status);
        Assert.False(status.Error!.Retryable);
        Assert.Contains(status.Error.Code, (string[])[MediaRefusal.UnreadableMedia, MediaRefusal.EmptyAudio, MediaRefusal.NoAudioStream,
            MediaRefusal.UnsupportedMedia]);
    }
}
