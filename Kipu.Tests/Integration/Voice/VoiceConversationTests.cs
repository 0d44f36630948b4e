using System.Net.WebSockets;
using System.Text.Json;

namespace Kipu.Tests;

public sealed class VoiceConversationTests(KipuSystem kipu)
{
    /// <summary>Takes so long to say that nobody comes too late to interrupt it, however busy the machine is.</summary>
    private static readonly string LongDecision = "We decided to open the new office in Medellin next year"
        + string.Concat(Enumerable.Repeat(", and to tell every single customer of ours about it by a letter", 12)) + ".";

    [Fact]
    public async Task A_written_question_is_answered_aloud_and_the_conversation_is_kept_with_what_it_took()
    {
        var tenant = await kipu.SignUpAsync();
        var recording = await tenant.CreateTalkativeRecordingAsync();
        var session = await tenant.BeginVoiceAsync(recording.Id);
        Assert.True(session.GeminiAvailable);
        await using var client = await VoiceClient.ConnectAsync(session.WsUrl);
        await client.UntilAsync("ready");

        var said = new List<JsonElement>();
        await client.SendAsync(new { type = "text", text = "What did we decide about the new office?" });
        await client.UntilAsync("turn_complete", said);
        await client.SendAsync(new { type = "close" });

        Assert.Equal(1000, await client.UntilClosedAsync(said));
        Assert.True(client.Speech.Count > 24_000, "The answer lasts half a second at least.");
        var answer = Assert.Single(said, m => IsFinal(m, "agent")).GetProperty("text").GetString()!;
        Assert.Contains("Medellin", answer, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(said, m => VoiceClient.TypeOf(m) == "tool" && m.GetProperty("status").GetString() == "done");
        Assert.Contains(said, m => VoiceClient.TypeOf(m) == "usage" && m.GetProperty("outputTokens").GetInt32() > 0);
        Assert.Equal("done", Assert.Single(said, m => VoiceClient.TypeOf(m) == "closing").GetProperty("reason").GetString());
        var kept = await tenant.GetVoiceAsync(session.SessionId);
        Assert.Equal("CLOSED", kept.Status);
        Assert.Equal([("user", "What did we decide about the new office?"), ("agent", answer)], kept.Turns!.Select(t => (t.Role, t.Text)));
        Assert.True(kept is { InputTokens: > 0, OutputTokens: > 0, Seconds: > 0 });
        await KipuSystem.WaitUntilAsync(
            async () => (await tenant.UsageAsync()).Total is { VoiceSeconds: > 0, AiTokens: > 0, AiCostMicros: > 0 },
            "the organization's usage has it");
    }

    [Fact]
    public async Task A_spoken_question_is_heard_written_down_and_answered_aloud()
    {
        var tenant = await kipu.SignUpAsync();
        var recording = await tenant.CreateTalkativeRecordingAsync();
        var session = await tenant.BeginVoiceAsync(recording.Id);
        await using var client = await VoiceClient.ConnectAsync(session.WsUrl);
        await client.UntilAsync("ready");

        var said = new List<JsonElement>();
        var speaking = client.SpeakAsync(await Mouth.SpeakAsync("What did we decide about the new office?"));
        await client.UntilAsync("turn_complete", said);
        await speaking;

        Assert.NotEmpty(client.Speech);
        Assert.NotEmpty(Assert.Single(said, m => IsFinal(m, "user")).GetProperty("text").GetString()!);
        Assert.NotEmpty(Assert.Single(said, m => IsFinal(m, "agent")).GetProperty("text").GetString()!);
    }

    [Fact]
    public async Task The_agent_falls_silent_when_it_is_told_to_and_answers_the_next_question()
    {
        var tenant = await kipu.SignUpAsync();
        var recording = await tenant.CreateTalkativeRecordingAsync(decision: LongDecision);
        var session = await tenant.BeginVoiceAsync(recording.Id);
        await using var client = await VoiceClient.ConnectAsync(session.WsUrl);
        await client.UntilAsync("ready");
        await client.SendAsync(new { type = "text", text = "What did we decide about the new office?" });
        await client.UntilSpeechAsync(bytes: 1);

        await client.SendAsync(new { type = "interrupt" });
        await client.UntilAsync("interrupted");
        var heard = client.Speech.Count;
        await client.UntilAsync("turn_complete");
        Assert.Equal(heard, client.Speech.Count);

        await client.SendAsync(new { type = "text", text = "Who will write the contract?" });
        await client.UntilAsync("turn_complete");
        Assert.True(client.Speech.Count > heard);
    }

    [Fact]
    public async Task The_agent_is_interrupted_by_somebody_who_speaks()
    {
        var tenant = await kipu.SignUpAsync();
        var recording = await tenant.CreateTalkativeRecordingAsync(decision: LongDecision);
        var session = await tenant.BeginVoiceAsync(recording.Id);
        var question = await Mouth.SpeakAsync("Who will write the contract before Friday?");
        await using var client = await VoiceClient.ConnectAsync(session.WsUrl);
        await client.UntilAsync("ready");
        await client.SendAsync(new { type = "text", text = "What did we decide about the new office?" });
        await client.UntilSpeechAsync(bytes: 1);

        var speaking = client.SpeakAsync(question);
        await client.UntilAsync("interrupted");
        await speaking;

        await client.UntilAsync(m => IsFinal(m, "user"));
    }

    [Fact]
    public async Task The_first_front_ends_send_base64_and_read_geminis_messages()
    {
        var tenant = await kipu.SignUpAsync();
        var recording = await tenant.CreateTalkativeRecordingAsync();
        var session = await tenant.BeginVoiceAsync(recording.Id);
        await using var client = await VoiceClient.ConnectAsync(session.WsUrl, subprotocol: null);
        await client.UntilAsync(m => m.TryGetProperty("setupComplete", out _));

        await client.SendAsync(new { type = "audio", data = Convert.ToBase64String(new byte[3200]) });
        await client.SendAsync(new { type = "text", text = "What did we decide about the new office?" });
        var audio = await client.UntilAsync(m => m.TryGetProperty("serverContent", out var content) && content.TryGetProperty("modelTurn", out _));
        await client.UntilAsync(m => m.TryGetProperty("serverContent", out var content) && content.TryGetProperty("turnComplete", out _));

        var blob = audio.GetProperty("serverContent").GetProperty("modelTurn").GetProperty("parts")[0].GetProperty("inlineData");
        Assert.Equal("audio/pcm;rate=24000", blob.GetProperty("mimeType").GetString());
        Assert.NotEmpty(blob.GetProperty("data").GetBytesFromBase64());
    }

    [Fact]
    public async Task What_can_not_be_understood_is_answered_with_an_error_and_the_conversation_goes_on()
    {
        var tenant = await kipu.SignUpAsync();
        var recording = await tenant.CreateTalkativeRecordingAsync();
        var session = await tenant.BeginVoiceAsync(recording.Id);
        await using var client = await VoiceClient.ConnectAsync(session.WsUrl, "kipu.voice.json");
        await client.UntilAsync("ready");

        await client.SendRawAsync([1, 2, 3], WebSocketMessageType.Binary);
        Assert.Equal("invalid_message", (await client.UntilAsync("error")).GetProperty("code").GetString());
        await client.SendRawAsync("nonsense"u8.ToArray(), WebSocketMessageType.Text);
        Assert.Equal("invalid_message", (await client.UntilAsync("error")).GetProperty("code").GetString());

        await client.SendAsync(new { type = "ping", t = 42 });
        Assert.Equal(42, (await client.UntilAsync("pong")).GetProperty("t").GetInt32());
    }

    private static bool IsFinal(JsonElement message, string role) =>
        VoiceClient.TypeOf(message) == "transcript" && message.GetProperty("role").GetString() == role && message.GetProperty("final").GetBoolean();
}
