using System.Diagnostics;
using System.Text.Json;
using Kipu.Gemini;

namespace Kipu.Tests;

/// <summary>The simulator's answers come from the sound alone: change it, and they change with it.</summary>
public sealed class GeminiListeningTests
{
    private const int SampleRate = 16_000;

    private static readonly string[] Meeting =
    [
        "We returned all the money on Tuesday and nobody complained.",
        "I will sign the contract for the new office on Thursday.",
    ];

    private const string Inserted = "The weather in the mountains is cold this winter.";

    private static readonly Dictionary<string, string?> Ears = new() { ["Speech:Transcribers:0"] = "sphinx-en" };

    private static readonly JsonElement Schema = JsonElement.Parse(
        """
        {"type":"object","required":["language","segments"],"properties":{"language":{"type":"string"},
         "segments":{"type":"array","items":{"type":"object","required":["start","end","speaker","text"],"properties":
          {"start":{"type":"string"},"end":{"type":"string"},"speaker":{"type":"string"},"text":{"type":"string"}}}}}}
        """);

    [Fact]
    public async Task The_same_meeting_reencoded_cut_or_with_another_sentence_gives_the_matching_answer()
    {
        await using var gemini = await GeminiSimulatorHost.StartAsync(Ears);
        var wav = Wav(await SpeakAsync(gemini, Meeting));

        var plain = await HearAsync(gemini, wav, "audio/wav");
        var reencoded = await HearAsync(gemini, await EncodeAsync(wav, "ogg", "libopus"), "audio/ogg");
        var cut = await HearAsync(gemini, Wav(await SpeakAsync(gemini, Meeting[..1])), "audio/wav");
        var spliced = await HearAsync(gemini, Wav(await SpeakAsync(gemini, [Meeting[0], Inserted, .. Meeting[1..]])), "audio/wav");

        Assert.Equal("kipu-simulator/sphinx-en", plain.Version);
        Assert.All(Meeting, sentence => Assert.All(new[] { plain, reencoded, spliced }, heard => AssertHeard(sentence, heard.Text)));
        Assert.All(Meeting[..1], sentence => AssertHeard(sentence, cut.Text));
        AssertHeard(Inserted, spliced.Text);
        Assert.InRange(ShareHeard(Meeting[1], cut.Text), 0, 0.34);
        Assert.InRange(ShareHeard(Inserted, plain.Text), 0, 0.34);
        Assert.True(plain.AudioTokens < spliced.AudioTokens);
    }

    [Fact]
    public async Task Silence_is_heard_as_nothing()
    {
        await using var gemini = await GeminiSimulatorHost.StartAsync(Ears);

        var heard = await HearAsync(gemini, Wav(new byte[SampleRate * 2 * 5]), "audio/wav");

        Assert.Equal("", heard.Text);
    }

    [Fact]
    public async Task A_file_that_is_no_audio_is_refused()
    {
        await using var gemini = await GeminiSimulatorHost.StartAsync(Ears);

        var failure = await Assert.ThrowsAsync<GeminiException>(() => HearAsync(gemini, Some.Audio(5000), "audio/wav"));

        Assert.Equal(GeminiFailure.InvalidRequest, failure.Failure);
    }

    [Fact]
    public async Task A_transcript_in_the_prompt_is_read_and_its_lines_are_referred_to()
    {
        await using var gemini = await GeminiSimulatorHost.StartAsync();
        var schema = JsonElement.Parse(
            """
            {"type":"object","required":["title","decisions","actionItems"],"properties":{"title":{"type":"string"},
             "decisions":{"type":"array","items":{"type":"object","properties":{"text":{"type":"string"},"segments":{"type":"array","items":{"type":"integer"}}}}},
             "actionItems":{"type":"array","items":{"type":"object","properties":{"text":{"type":"string"},"segments":{"type":"array","items":{"type":"integer"}}}}}}}
            """);
        const string Prompt = """
            The meeting took place on 2026-11-24. Its transcript:

            [1] 00:00 S1: Good morning, let us talk about the new office and its budget for the next year.
            [2] 00:09 S2: We decided to rent the office on the second floor.
            [3] 00:15 S1: I will send the contract to the owner by Friday.
            """;

        var answer = await gemini.Client.GenerateContentAsync(GeminiRequest.Ask(GeminiPart.OfText(Prompt)) with { JsonSchema = schema }, default);

        Assert.True(answer.TryReadJson<JsonElement>(out var read));
        Assert.Equal([2], read.GetProperty("decisions")[0].GetProperty("segments").EnumerateArray().Select(number => number.GetInt32()));
        Assert.Equal([3], read.GetProperty("actionItems")[0].GetProperty("segments").EnumerateArray().Select(number => number.GetInt32()));
        Assert.NotEqual("", read.GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_spoken_question_is_understood_and_answered()
    {
        await using var gemini = await GeminiSimulatorHost.StartAsync(Ears);
        await using var session = await gemini.Live.ConnectAsync(
            new() { SystemInstruction = "The budget of the new office is three hundred dollars. The launch is on Friday." }, default);
        var question = await SpeakAsync(gemini, ["What is the budget for the new office?"]);
        var quiet = new byte[SampleRate * 2];
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));

        foreach (var piece in quiet.Concat(question).Concat(quiet).Chunk(1600)) await session.SendAudioAsync(piece, default);
        var events = await session.ReceiveAsync(patience.Token).TakeWhile(happened => happened is not (LiveTurnComplete or LiveClosed)).ToListAsync(patience.Token);

        AssertHeard("What is the budget for the new office?", string.Concat(events.OfType<LiveInputTranscript>().Select(heard => heard.Text)));
        Assert.Equal("The budget of the new office is three hundred dollars.", string.Concat(events.OfType<LiveOutputTranscript>().Select(said => said.Text)).Trim());
        Assert.NotEmpty(events.OfType<LiveAudio>());
    }

    private static async Task<(string Text, string? Version, int AudioTokens)> HearAsync(GeminiSimulatorHost gemini, byte[] audio, string type)
    {
        var file = await gemini.Files.UploadAsync(new MemoryStream(audio), audio.Length, type, "part", default);
        var request = GeminiRequest.Ask(GeminiPart.OfFile(file), GeminiPart.OfText("Transcribe this audio. The language is said to be en.")) with { JsonSchema = Schema };

        var answer = await gemini.Client.GenerateContentAsync(request, default);

        Assert.True(answer.TryReadJson<JsonElement>(out var read), answer.Text);
        var text = string.Join(' ', read.GetProperty("segments").EnumerateArray().Select(segment => segment.GetProperty("text").GetString()));
        return (text, answer.ModelVersion, answer.Usage.PromptDetails[GeminiModality.Audio]);
    }

    // A recogniser mishears a word here and there; most of a sentence is there, or it isn't.
    private static void AssertHeard(string sentence, string text) =>
        Assert.True(ShareHeard(sentence, text) >= 0.5, $"'{sentence}' is not in '{text}'");

    private static double ShareHeard(string sentence, string text)
    {
        var words = sentence.Split(' ').Select(word => word.Trim('.', '?', ',')).Where(word => word.Length > 3).ToList();
        return (double)words.Count(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)) / words.Count;
    }

    private static async Task<byte[]> SpeakAsync(GeminiSimulatorHost gemini, IEnumerable<string> sentences)
    {
        using var pcm = new MemoryStream();
        foreach (var sentence in sentences)
        {
            await foreach (var frame in gemini.Voice.SpeakAsync(sentence, "en", SampleRate, default)) pcm.Write(frame.Span);
            pcm.Write(new byte[SampleRate]);
        }

        return pcm.ToArray();
    }

    private static byte[] Wav(byte[] pcm) => Simulators.GeminiAudio.Pcm(pcm, SampleRate).Bytes;

    private static async Task<byte[]> EncodeAsync(byte[] wav, string container, string codec)
    {
        var (source, target) = (Path.GetTempFileName(), Path.GetTempFileName());
        try
        {
            await File.WriteAllBytesAsync(source, wav);
            using var ffmpeg = Process.Start("ffmpeg", ["-nostdin", "-v", "error", "-y", "-i", source, "-c:a", codec, "-b:a", "32k", "-f", container, target]);
            await ffmpeg.WaitForExitAsync();
            Assert.Equal(0, ffmpeg.ExitCode);
            return await File.ReadAllBytesAsync(target);
        }
        finally
        {
            File.Delete(source);
            File.Delete(target);
        }
    }
}
