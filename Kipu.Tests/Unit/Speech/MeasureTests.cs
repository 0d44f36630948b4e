using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Kipu.Benchmarks;
using Kipu.Speech;

namespace Kipu.Tests;

public sealed partial class MeasureTests
{
    [Theory]
    [InlineData("reunion-es.webm", "webm")]
    [InlineData("reunion-es.live.webm", "webm")]
    [InlineData("reunion-es.ogg", "ogg")]
    [InlineData("reunion-es.m4a", "mp4")]
    [InlineData("reunion-es.mp3", "mp3")]
    [InlineData("reunion-es.flac", "flac")]
    [InlineData("reunion-es.wav", "wav")]
    [InlineData("video-en.webm", "webm")]
    public async Task A_meeting_is_as_long_as_it_was_in_whatever_container_it_comes(string file, string container)
    {
        var truth = Samples.TruthOf(file.StartsWith("reunion", StringComparison.Ordinal) ? "reunion-es" : "meeting-en");

        var measured = await MeasureAsync(Samples.Of(file));

        Assert.Equal(container, measured.Measures.Container);
        Assert.Equal(truth.Duration, measured.Measures.Seconds, tolerance: 0.1);
        Assert.Equal(measured.Measures.Seconds * measured.Measures.Waveform.PerSecond, measured.Measures.Waveform.Peaks.Count, tolerance: 1);
        Assert.All(measured.Measures.Waveform.Peaks, peak => Assert.InRange(peak, 0, 255));
        Assert.False(measured.Partial);
    }

    [Theory]
    [InlineData("meeting-en.wav")]
    [InlineData("llamada-estereo-es.wav")]
    [InlineData("quiet-en.wav")]
    [InlineData("tone.wav")]
    [InlineData("music.wav")]
    public async Task Loudness_is_what_ffmpeg_measures(string file)
    {
        var measured = await MeasureAsync(Samples.Of(file));

        var (loudness, peak) = await FfmpegLoudnessAsync(Samples.Of(file));
        // ffmpeg prints one decimal.
        Assert.Equal(loudness, measured.Measures.LoudnessLufs!.Value, tolerance: 0.15);
        Assert.Equal(peak, measured.Measures.TruePeakDbtp!.Value, tolerance: 0.4);
    }

    [Theory]
    [InlineData("silence.wav")]
    [InlineData("room-tone.wav")]
    [InlineData("tone.wav")]
    [InlineData("music.wav")]
    public async Task Where_nobody_speaks_there_are_no_voices_and_no_words(string file)
    {
        var heard = await Samples.HearAsync(file);

        Assert.Empty(heard.Activity.Speech);
        Assert.Empty(heard.Voices.Turns);
        Assert.Null(heard.Transcript);
        Assert.Null(heard.Reading);
        Assert.Equal("none", heard.Engine.Transcriber);
        Assert.Contains(Reason.NoSpeech, heard.Engine.Reasons);
    }

    [Theory]
    [InlineData("reunion-es.webm", "reunion-es", 0.1)]
    [InlineData("meeting-en.wav", "meeting-en", 0.1)]
    [InlineData("quiet-en.wav", "quiet-en", 0.1)]
    [InlineData("ruido-10db-es.wav", "ruido-10db-es", 0.1)]
    public async Task Speech_is_found_and_three_voices_are_told_apart(string file, string id, double tolerance)
    {
        var truth = Samples.TruthOf(id);

        var measured = await MeasureAsync(Samples.Of(file));

        Assert.Equal("silero-v6", measured.Activity.Vad);
        Assert.True(MissedSpeech(truth, measured.Activity.Speech) <= 0.05);
        Assert.InRange(measured.Activity.SpeechSeconds, truth.SpeechSeconds * (1 - tolerance), truth.SpeechSeconds * (1 + tolerance));
        Assert.Equal(3, measured.Voices.Speakers.Count);
        Assert.True(DiarizationErrors.Of(truth.Voices, measured.Voices.Turns).Rate <= 0.1);
        Assert.Equal("low", measured.Voices.Confidence);
    }

    [Fact]
    public async Task A_call_with_one_person_a_channel_has_their_turns_and_their_overlaps()
    {
        var measured = await MeasureAsync(Samples.Of("llamada-estereo-es.wav"));

        Assert.Equal(("channels", "high"), (measured.Voices.Method, measured.Voices.Confidence));
        Assert.True(DiarizationErrors.Of(Samples.TruthOf("llamada-estereo-es").Voices, measured.Voices.Turns).Rate <= 0.1);
        Assert.Contains(measured.Voices.Turns, turn => measured.Voices.Turns.Any(other => other.Speaker != turn.Speaker && other.Start < turn.End && turn.Start < other.End));
    }

    [Fact]
    public async Task A_part_is_measured_in_the_times_of_the_whole()
    {
        var part = await Samples.Engine.MeasureAsync(
            Samples.Of("meeting-en.wav"), new MeasureOptions { From = 30, To = 60 }, null, TestContext.Current.CancellationToken);

        Assert.Equal(30, part.Measures.Seconds, tolerance: 0.1);
        Assert.All(part.Activity.Speech, range => Assert.InRange(range.Start, 30, range.End));
        Assert.All(part.Activity.Speech, range => Assert.InRange(range.End, range.Start, 60));
    }

    [Fact]
    public async Task A_cancelled_measurement_ends()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Samples.Engine.MeasureAsync(Samples.Of("meeting-en.wav"), new MeasureOptions(), null, cancelled.Token));
    }

    /// <summary>Speech missed, as a part of all speech.</summary>
    private static double MissedSpeech(Truth truth, IReadOnlyList<TimeRange> speech)
    {
        const double Step = 0.01;
        var times = Enumerable.Range(0, (int)(truth.Duration / Step)).Select(i => i * Step);
        var said = times.Where(t => truth.Turns.Any(turn => turn.Start <= t && t < turn.End)).ToArray();
        return (double)said.Count(t => !speech.Any(range => range.Start <= t && t < range.End)) / said.Length;
    }

    private static Task<MeasuredAudio> MeasureAsync(string file) =>
        Samples.Engine.MeasureAsync(file, new MeasureOptions(), null, TestContext.Current.CancellationToken);

    private static async Task<(double Loudness, double Peak)> FfmpegLoudnessAsync(string file)
    {
        using var ffmpeg = Process.Start(new ProcessStartInfo("ffmpeg", ["-nostdin", "-hide_banner", "-i", file, "-af", "ebur128=peak=true", "-f", "null", "-"])
        {
            RedirectStandardError = true,
        })!;
        var said = await ffmpeg.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await ffmpeg.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (Parse(Loudness().Matches(said)[^1]), Parse(Peak().Matches(said)[^1]));

        static double Parse(Match match) => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"I:\s+(-?[0-9.]+) LUFS")]
    private static partial Regex Loudness();

    [GeneratedRegex(@"Peak:\s+(-?[0-9.]+) dBFS")]
    private static partial Regex Peak();
}
