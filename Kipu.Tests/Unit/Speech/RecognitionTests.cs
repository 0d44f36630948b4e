using System.Diagnostics;
using Kipu.Benchmarks;
using Kipu.Speech;
using Microsoft.Extensions.DependencyInjection;

namespace Kipu.Tests;

public sealed class RecognitionTests
{
    [Fact]
    public async Task The_Spanish_meeting_is_understood_by_the_model_of_the_samples_voices()
    {
        var heard = await Samples.HearAsync("reunion-es.webm");

        Assert.Equal("sample-voices-es", heard.Engine.Transcriber);
        Assert.Equal("es", heard.Transcript!.Language);
        Assert.True(WordAlignment.Of(Samples.TruthOf("reunion-es").Words, WordsOf(heard)).ErrorRate <= 0.2);
        Assert.Contains(Reason.SampleVoices, heard.Engine.Reasons);
        Assert.Equal("low", heard.Engine.Confidence);
        Assert.NotNull(heard.Engine.ModelSha256);
        Assert.InRange(heard.Reading!.Decisions.Count, 2, 4);
        Assert.InRange(heard.Reading.Actions.Count, 3, 6);
        Assert.Contains(heard.Reading.Actions, action => action.Due == new DateOnly(2025, 1, 31));
    }

    [Fact]
    public async Task The_English_meeting_is_understood_by_pocketsphinx()
    {
        var heard = await Samples.HearAsync("meeting-en.wav");

        Assert.Equal("sphinx-en", heard.Engine.Transcriber);
        Assert.Equal("en", heard.Transcript!.Language);
        Assert.True(WordAlignment.Of(Samples.TruthOf("meeting-en").Words, WordsOf(heard)).ErrorRate <= 0.15);
        Assert.Contains(Reason.LowAccuracy, heard.Engine.Reasons);
        Assert.Contains(heard.Reading!.Decisions, decision => decision.Text.Contains("decided", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("reunion-es.webm")]
    [InlineData("llamada-estereo-es.wav")]
    public async Task Spanish_is_not_given_to_an_English_recogniser_and_nothing_is_invented(string file)
    {
        await using var speech = Samples.SpeechWith("sphinx-en");

        var heard = await speech.GetRequiredService<SpeechEngine>().ListenAsync(
            Samples.Of(file), new ListenOptions { To = 30 }, null, TestContext.Current.CancellationToken);

        Assert.Null(heard.Transcript);
        Assert.Null(heard.Reading);
        Assert.Equal([Reason.NoModelForLanguage], heard.Engine.Reasons);
        Assert.Equal("none", heard.Engine.LanguageGate!.Decision);
        Assert.NotEmpty(heard.Voices.Turns);
    }

    [Fact]
    public async Task A_voice_that_the_samples_model_never_met_is_not_given_to_it_even_when_the_language_is_named()
    {
        await using var speech = Samples.SpeechWith("sample-voices-es");

        var heard = await speech.GetRequiredService<SpeechEngine>().ListenAsync(
            Samples.Of("meeting-en.wav"), new ListenOptions { Language = "es" }, null, TestContext.Current.CancellationToken);

        Assert.Null(heard.Transcript);
        Assert.Equal([Reason.NoModelForLanguage], heard.Engine.Reasons);
    }

    [Fact]
    public async Task Without_a_recogniser_everything_but_the_words_is_told()
    {
        await using var speech = Samples.SpeechWith();

        var heard = await speech.GetRequiredService<SpeechEngine>().ListenAsync(
            Samples.Of("meeting-en.wav"), new ListenOptions(), null, TestContext.Current.CancellationToken);

        Assert.Null(heard.Transcript);
        Assert.Equal(("none", "none"), (heard.Engine.Transcriber, heard.Engine.Confidence));
        Assert.Equal([Reason.NoModelForLanguage], heard.Engine.Reasons);
        Assert.Equal(3, heard.Voices.Speakers.Count);
    }

    [Fact]
    public async Task The_meeting_cut_out_of_its_middle_and_encoded_anew_gives_the_words_of_that_part()
    {
        var part = Path.Combine(Directory.CreateTempSubdirectory("kipu-part-").FullName, "name-tells-nothing.bin");
        // Ana's second decision to Marta's answer: turns 13 to 17.
        string[] cut = ["-nostdin", "-v", "error", "-ss", "86.5", "-t", "26", "-i", Samples.Of("reunion-es.wav")];
        using (var ffmpeg = Process.Start("ffmpeg", [.. cut, "-c:a", "libopus", "-b:a", "24k", "-f", "ogg", part]))
        {
            await ffmpeg.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var heard = await Samples.Engine.ListenAsync(part, new ListenOptions(), null, TestContext.Current.CancellationToken);

        var said = string.Join(' ', Samples.TruthOf("reunion-es").Turns.Where(turn => turn.Start >= 86.5 && turn.End <= 112.5).Select(turn => turn.Text));
        Assert.True(WordAlignment.Of(said, WordsOf(heard)).ErrorRate <= 0.3, WordsOf(heard));
        Assert.Contains(heard.Reading!.Decisions, decision => decision.Text.Contains("descuento", StringComparison.Ordinal));
        Assert.DoesNotContain("lanzamiento", WordsOf(heard), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_segment_of_a_measured_recording_gets_its_own_words_and_the_voices_of_the_whole()
    {
        var whole = await Samples.HearAsync("reunion-es.webm");

        var part = await Samples.Engine.TranscribeAsync(
            Samples.Of("reunion-es.webm"),
            new TranscribeOptions { From = 60, To = 90, Speech = whole.Activity.Speech, Turns = whole.Voices.Turns, Language = "es" },
            null, TestContext.Current.CancellationToken);

        Assert.All(part.Transcript!.Segments, segment => Assert.InRange(segment.Start, 60, 90));
        Assert.All(part.Transcript.Segments, segment => Assert.Contains(whole.Voices.Speakers, voice => voice.Id == segment.Speaker));
    }

    private static string WordsOf(HeardRecording heard) => string.Join(' ', heard.Transcript!.Segments.Select(segment => segment.Text));
}
