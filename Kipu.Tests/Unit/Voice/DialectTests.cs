using System.Text;
using System.Text.Json;
using Kipu.Voice;

namespace Kipu.Tests;

public sealed class DialectTests
{
    private static readonly byte[] Pcm = [1, 2, 3, 4];

    [Fact]
    public void The_client_gets_the_first_dialect_that_we_speak_and_that_of_the_first_front_ends_without_a_wish()
    {
        Assert.Same(Dialect.Binary, Dialect.Choose(["kipu.voice.v1"]));
        Assert.Same(Dialect.Text, Dialect.Choose(["other", "kipu.voice.json", "kipu.voice.v1"]));
        Assert.Same(Dialect.Gemini, Dialect.Choose([]));
        Assert.Null(Dialect.Choose(["other"]));
    }

    [Fact]
    public void Speech_is_a_binary_frame_in_v1_and_base64_in_json()
    {
        var binary = Dialect.Binary.Encode(new ServerMessage.Audio(Pcm))!.Value;
        var text = Dialect.Text.Encode(new ServerMessage.Audio(Pcm))!.Value;

        Assert.True(binary is { IsBinary: true, IsAudio: true });
        Assert.Equal(Pcm, binary.Bytes.ToArray());
        Assert.True(text is { IsBinary: false, IsAudio: true });
        Assert.Equal("""{"type":"audio","data":"AQIDBA==","mimeType":"audio/pcm;rate=24000"}""", Words(text));
    }

    [Fact]
    public void The_first_front_ends_read_geminis_own_messages()
    {
        Assert.Equal(
            """{"serverContent":{"modelTurn":{"role":"model","parts":[{"inlineData":{"mimeType":"audio/pcm;rate=24000","data":"AQIDBA=="}}]}}}""",
            Gemini(new ServerMessage.Audio(Pcm)));
        Assert.StartsWith("""{"setupComplete":{""", Gemini(new ServerMessage.Ready(Guid.NewGuid(), "t", 60, "m", false)), StringComparison.Ordinal);
        Assert.Equal("""{"serverContent":{"interrupted":true}}""", Gemini(new ServerMessage.Interrupted()));
        Assert.Equal("""{"serverContent":{"turnComplete":true}}""", Gemini(new ServerMessage.TurnComplete()));
        Assert.Equal(
            """{"serverContent":{"outputTranscription":{"text":" días"}}}""", Gemini(new ServerMessage.Transcript("agent", " días", "Buenos días", false)));
        Assert.Null(Dialect.Gemini.Encode(new ServerMessage.Transcript("agent", "", "Buenos días", true)));
        Assert.Null(Dialect.Gemini.Encode(new ServerMessage.Tool("search_transcript", "running")));
    }

    [Fact]
    public void Our_messages_have_a_type_and_the_fields_of_the_contract()
    {
        Assert.Equal(
            """{"type":"transcript","role":"agent","text":"Buenos días","final":true}""",
            Words(Dialect.Binary.Encode(new ServerMessage.Transcript("agent", "", "Buenos días", true))!.Value));
        Assert.Equal(
            """{"type":"error","code":"upstream_failed","message":"x","retryable":true}""",
            Words(Dialect.Binary.Encode(new ServerMessage.Error("upstream_failed", "x", true))!.Value));
        Assert.Equal(
            """{"type":"closing","reason":"restarting","resumeWithin":60}""",
            Words(Dialect.Binary.Encode(new ServerMessage.Closing("restarting", 60))!.Value));
        Assert.Equal(
            """{"type":"pong","t":12}""",
            Words(Dialect.Binary.Encode(new ServerMessage.Pong(JsonElement.Parse("12")))!.Value));
    }

    private static string Words(Frame frame) => Encoding.UTF8.GetString(frame.Bytes.Span);

    private static string Gemini(ServerMessage message) => Words(Dialect.Gemini.Encode(message)!.Value);
}
