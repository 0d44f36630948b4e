using Kipu.Benchmarks;
using Kipu.Speech;
using Microsoft.Extensions.DependencyInjection;

namespace Kipu.Tests;

public sealed class WhisperTests : IDisposable
{
    private readonly string _model = Path.Combine(Directory.CreateTempSubdirectory("kipu-whisper-").FullName, "tiny.bin");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_model)!, recursive: true);

    [Fact]
    public async Task A_models_words_come_with_the_voices_and_times_of_the_recording()
    {
        TinyWhisper.Write(_model);

        var heard = await ListenAsync();

        Assert.Equal(("whisper", "tiny"), (heard.Engine.Transcriber, heard.Engine.Model));
        Assert.DoesNotContain(Reason.RecogniserFailed, heard.Engine.Reasons);
        // Random weights say something or nothing; what they say has to lie where somebody speaks.
        Assert.All(heard.Transcript?.Segments ?? [], segment => Assert.InRange(segment.Start, 0, 20));
    }

    [Fact]
    public async Task A_model_that_ends_its_process_costs_the_words_and_not_the_worker()
    {
        // Right magic, right size, nothing behind it.
        await File.WriteAllBytesAsync(_model, [0x6C, 0x6D, 0x67, 0x67, .. new byte[2_000_000]], TestContext.Current.CancellationToken);

        var heard = await ListenAsync();

        Assert.Null(heard.Transcript);
        Assert.Contains(Reason.RecogniserFailed, heard.Engine.Reasons);
        Assert.NotEmpty(heard.Voices.Turns);
    }

    [Fact]
    public async Task What_a_recogniser_gave_up_is_told_as_one_stretch()
    {
        await File.WriteAllBytesAsync(_model, [0x6C, 0x6D, 0x67, 0x67, .. new byte[2_000_000]], TestContext.Current.CancellationToken);
        await using var speech = Samples.SpeechFrom([new("Speech:Transcribers:0", "whisper"), new("Speech:Whisper:ModelPath", _model)]);

        var heard = await speech.GetRequiredService<SpeechEngine>().TranscribeAsync(
            Samples.Of("meeting-en.wav"), new() { To = 10, Speech = [new(2, 4), new(5, 8)], Turns = [] }, null, TestContext.Current.CancellationToken);

        var unheard = Assert.Single(heard.Unheard);
        Assert.Equal((2, 8), (Math.Round(unheard.Start), Math.Round(unheard.End)));
    }

    [Theory]
    [InlineData("not a model, though it is long enough to be one")]
    [InlineData("")]
    public async Task A_file_that_is_no_model_is_never_shown_to_native_code(string content)
    {
        await File.WriteAllTextAsync(_model, string.Concat(Enumerable.Repeat(content, 30_000)), TestContext.Current.CancellationToken);

        var heard = await ListenAsync();

        Assert.Equal([Reason.NoModelForLanguage], heard.Engine.Reasons);
    }

    [Fact]
    public async Task A_model_with_another_digest_than_configured_is_not_used()
    {
        TinyWhisper.Write(_model);

        var heard = await ListenAsync(KeyValuePair.Create<string, string?>("Speech:Whisper:ModelSha256", new string('0', 64)));

        Assert.Equal([Reason.NoModelForLanguage], heard.Engine.Reasons);
    }

    /// <summary>Runs only where a real model is at hand.</summary>
    [Fact]
    public async Task A_real_model_understands_the_English_meeting()
    {
        if (Environment.GetEnvironmentVariable("KIPU_TEST_WHISPER_MODEL") is not { Length: > 0 } real)
        {
            Assert.Skip("KIPU_TEST_WHISPER_MODEL names no Whisper model");
            return;
        }
        await using var speech = Samples.SpeechFrom([new("Speech:Transcribers:0", "whisper"), new("Speech:Whisper:ModelPath", real)]);

        var heard = await speech.GetRequiredService<SpeechEngine>().ListenAsync(
            Samples.Of("meeting-en.wav"), new ListenOptions(), null, TestContext.Current.CancellationToken);

        var words = string.Join(' ', heard.Transcript!.Segments.Select(segment => segment.Text));
        Assert.True(WordAlignment.Of(Samples.TruthOf("meeting-en").Words, words).ErrorRate <= 0.15, words);
    }

    private async Task<HeardRecording> ListenAsync(params KeyValuePair<string, string?>[] more)
    {
        await using var speech = Samples.SpeechFrom([new("Speech:Transcribers:0", "whisper"), new("Speech:Whisper:ModelPath", _model), new("Speech:Whisper:Threads", "1"), .. more]);
        return await speech.GetRequiredService<SpeechEngine>().ListenAsync(
            Samples.Of("meeting-en.wav"), new ListenOptions { To = 20 }, null, TestContext.Current.CancellationToken);
    }
}
