using System.Net;

namespace Kipu.Tests;

public sealed class VoiceSessionTests(KipuSystem kipu)
{
    [Fact]
    public async Task A_ticket_opens_the_conversation_once()
    {
        var tenant = await kipu.SignUpAsync();
        var recording = await tenant.CreateTalkativeRecordingAsync();
        var session = await tenant.BeginVoiceAsync(recording.Id);
        await using var first = await VoiceClient.ConnectAsync(session.WsUrl);
        await first.UntilAsync("ready");

        await using var second = await VoiceClient.ConnectAsync(session.WsUrl);

        Assert.Equal(1008, await second.UntilClosedAsync());
        await first.SendAsync(new { type = "ping", t = 1 });
        await first.UntilAsync("pong");
    }

    [Fact]
    public async Task A_ticket_that_is_none_or_of_another_session_is_closed_with_1008()
    {
        var tenant = await kipu.SignUpAsync();
        var recording = await tenant.CreateTalkativeRecordingAsync();
        var session = await tenant.BeginVoiceAsync(recording.Id);
        var elsewhere = session.WsUrl.Replace($"{session.SessionId}", $"{Guid.CreateVersion7()}", StringComparison.Ordinal);
        var without = session.WsUrl[..session.WsUrl.IndexOf('?', StringComparison.Ordinal)];

        foreach (var url in new[] { elsewhere, without, without + "?ticket=nonsense" })
        {
            await using var client = await VoiceClient.ConnectAsync(url);
            Assert.Equal(1008, await client.UntilClosedAsync());
        }
    }

    [Fact]
    public async Task A_conversation_that_was_cut_off_goes_on_by_its_resume_token_and_remembers_what_was_said()
    {
        var tenant = await kipu.SignUpAsync();
        var recording = await tenant.CreateTalkativeRecordingAsync();
        var session = await tenant.BeginVoiceAsync(recording.Id);
        string token;
        await using (var broken = await VoiceClient.ConnectAsync(session.WsUrl))
        {
            token = (await broken.UntilAsync("ready")).GetProperty("resumeToken").GetString()!;
            await broken.SendAsync(new { type = "text", text = "What did we decide about the new office?" });
            await broken.UntilAsync("turn_complete");
            broken.Break();
        }

        await KipuSystem.WaitUntilAsync(
            async () => (await tenant.GetVoiceAsync(session.SessionId)) is { Status: "INTERRUPTED", Turns.Count: 2 }, "the break was noticed");
        await using var resumed = await VoiceClient.ConnectAsync(session.WsUrl[..session.WsUrl.IndexOf('?', StringComparison.Ordinal)] + $"?ticket={token}");
        Assert.True((await resumed.UntilAsync("ready")).GetProperty("resumed").GetBoolean());
        await resumed.SendAsync(new { type = "text", text = "Who will write the contract?" });
        await resumed.UntilAsync("turn_complete");
        await resumed.SendAsync(new { type = "close" });
        await resumed.UntilClosedAsync();

        Assert.Equal(["user", "agent", "user", "agent"], (await tenant.GetVoiceAsync(session.SessionId)).Turns!.Select(t => t.Role));
    }

    [Fact]
    public async Task Init_of_a_running_session_gives_a_new_ticket_that_takes_the_conversation_over()
    {
        var tenant = await kipu.SignUpAsync();
        var recording = await tenant.CreateTalkativeRecordingAsync();
        var session = await tenant.BeginVoiceAsync(recording.Id);
        await using var first = await VoiceClient.ConnectAsync(session.WsUrl);
        await first.UntilAsync("ready");

        var again = await tenant.BeginVoiceAsync(recording.Id, session.SessionId);
        await using var second = await VoiceClient.ConnectAsync(again.WsUrl);
        await second.UntilAsync("ready");

        Assert.Equal(1000, await first.UntilClosedAsync());
    }

    [Fact]
    public async Task More_conversations_than_the_plan_allows_at_a_time_are_refused_until_one_ends()
    {
        var tenant = await kipu.SignUpAsync();
        var recording = await tenant.CreateTalkativeRecordingAsync();
        var running = await tenant.BeginVoiceAsync(recording.Id);

        var responses = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ =>
            tenant.Client.PostAsync($"/api/voice/init/{Guid.CreateVersion7()}?recordingId={recording.Id}", null)));
        foreach (var response in responses)
        {
            using (response)
            {
                var problem = await response.ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "too_many_sessions");
                Assert.Equal((1, 1), (problem.GetProperty("limit").GetInt32(), problem.GetProperty("used").GetInt32()));
            }
        }

        using var closed = await tenant.Client.PostAsync($"/api/voice/close/{running.SessionId}", null);
        Assert.Equal("CLOSED", (await closed.ReadAsync<VoiceCloseResponse>()).Status);
        await tenant.BeginVoiceAsync(recording.Id);
    }

    [Fact]
    public async Task Closing_a_session_hangs_up_its_connection_and_it_can_not_be_begun_again()
    {
        var tenant = await kipu.SignUpAsync();
        var recording = await tenant.CreateTalkativeRecordingAsync();
        var session = await tenant.BeginVoiceAsync(recording.Id);
        await using var client = await VoiceClient.ConnectAsync(session.WsUrl);
        await client.UntilAsync("ready");

        using var closed = await tenant.Client.PostAsync($"/api/voice/close/{session.SessionId}", null);
        await closed.ReadAsync<VoiceCloseResponse>();

        Assert.Equal(1000, await client.UntilClosedAsync());
        using var again = await tenant.Client.PostAsync($"/api/voice/init/{session.SessionId}?recordingId={recording.Id}", null);
        await again.ShouldBeProblemAsync(HttpStatusCode.Conflict, "session_ended");
    }

    [Fact]
    public async Task A_recording_that_is_not_analysed_yet_can_not_be_talked_about()
    {
        var tenant = await kipu.SignUpAsync();
        var recording = await tenant.CreateRecordingAsync();

        using var response = await tenant.Client.PostAsync($"/api/voice/init/{Guid.CreateVersion7()}?recordingId={recording.Id}", null);

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.Conflict, "not_ready");
        Assert.Equal("RECORDING", problem.GetProperty("recordingStatus").GetString());
    }

    [Fact]
    public async Task Conversations_of_another_organization_are_not_found_and_not_listed()
    {
        var owner = await kipu.SignUpAsync();
        var stranger = await kipu.SignUpAsync();
        var recording = await owner.CreateTalkativeRecordingAsync();
        var session = await owner.BeginVoiceAsync(recording.Id);

        using var shown = await stranger.Client.GetAsync($"/api/voice/sessions/{session.SessionId}");
        using var closed = await stranger.Client.PostAsync($"/api/voice/close/{session.SessionId}", null);
        using var list = await stranger.Client.GetAsync("/api/voice/sessions");
        using var own = await owner.Client.GetAsync($"/api/voice/sessions?recordingId={recording.Id}");

        await shown.ShouldBeProblemAsync(HttpStatusCode.NotFound, "session_not_found");
        await closed.ShouldBeProblemAsync(HttpStatusCode.NotFound, "session_not_found");
        Assert.Empty((await list.ReadAsync<Page<VoiceSessionInfo>>()).Items);
        Assert.Equal(session.SessionId, Assert.Single((await own.ReadAsync<Page<VoiceSessionInfo>>()).Items).Id);
    }

    [Fact]
    public async Task The_socket_without_an_upgrade_is_refused_as_websocket_required()
    {
        using var anybody = kipu.CreateClient("gateway");

        using var response = await anybody.GetAsync($"/api/voice/ws/{Guid.CreateVersion7()}?ticket=x");

        await response.ShouldBeProblemAsync(HttpStatusCode.UpgradeRequired, "websocket_required");
    }
}
