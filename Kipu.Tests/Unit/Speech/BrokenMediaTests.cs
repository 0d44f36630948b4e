using Kipu.Speech;
using Microsoft.Extensions.DependencyInjection;

namespace Kipu.Tests;

public sealed class BrokenMediaTests
{
    [Theory]
    [InlineData("empty.webm", MediaRefusal.EmptyAudio)]
    [InlineData("header-only.wav", MediaRefusal.EmptyAudio)]
    [InlineData("text.mp3", MediaRefusal.UnsupportedMedia)]
    [InlineData("random.ogg", MediaRefusal.UnsupportedMedia)]
    [InlineData("headless.webm", MediaRefusal.UnsupportedMedia)]
    [InlineData("concat.mp3", MediaRefusal.UnsupportedMedia)]
    [InlineData("playlist.m4a", MediaRefusal.UnsupportedMedia)]
    [InlineData("playlist-net.webm", MediaRefusal.UnsupportedMedia)]
    [InlineData("no-audio.webm", MediaRefusal.NoAudioStream)]
    [InlineData("truncated.m4a", MediaRefusal.UnreadableMedia)]
    public async Task A_file_that_holds_no_sound_is_refused_with_a_code_that_says_why(string file, string code)
    {
        var refusal = await Assert.ThrowsAsync<MediaRefusedException>(() => MeasureAsync($"broken/{file}"));

        Assert.Equal(code, refusal.Code);
    }

    [Theory]
    [InlineData("truncated.webm")]
    [InlineData("truncated.live.webm")]
    [InlineData("truncated.ogg")]
    [InlineData("truncated.mp3")]
    [InlineData("truncated.wav")]
    public async Task What_is_left_of_a_file_that_was_cut_off_is_measured_and_called_partial(string file)
    {
        var measured = await MeasureAsync($"broken/{file}");

        Assert.True(measured.Partial);
        Assert.Contains(Reason.Partial, measured.Reasons);
        Assert.InRange(measured.Measures.Seconds, 0.55 * 179.2, 0.65 * 179.2);
    }

    [Theory]
    [InlineData("missing-chunk.webm")]
    [InlineData("lying-size.wav")]
    public async Task A_file_that_lacks_what_it_promises_is_called_partial(string file)
    {
        var measured = await MeasureAsync($"broken/{file}");

        Assert.True(measured.Partial);
    }

    [Fact]
    public async Task A_day_of_silence_in_a_small_file_is_cut_at_the_length_that_was_asked_for()
    {
        var measured = await Samples.Engine.MeasureAsync(
            Samples.Of("broken/bomb-24h.flac"), new MeasureOptions { MaxSeconds = 600 }, null, TestContext.Current.CancellationToken);

        Assert.Equal(600, measured.Measures.Seconds, tolerance: 0.1);
        Assert.Contains(Reason.LengthCapped, measured.Reasons);
        Assert.Null(measured.Measures.LoudnessLufs);
    }

    [Fact]
    public async Task A_header_that_promises_hours_caps_nothing()
    {
        var measured = await Samples.Engine.MeasureAsync(
            Samples.Of("broken/lying-size.wav"), new MeasureOptions { MaxSeconds = 600 }, null, TestContext.Current.CancellationToken);

        Assert.DoesNotContain(Reason.LengthCapped, measured.Reasons);
        Assert.InRange(measured.Measures.Seconds, 0.9, 1.1);
    }

    [Fact]
    public async Task Damage_inside_a_file_costs_only_what_was_damaged()
    {
        var measured = await MeasureAsync("broken/flipped.webm");

        Assert.InRange(measured.Measures.Seconds, 90, 95);
    }

    [Theory]
    [InlineData("reunion-es.live.webm", "audio/webm")]
    [InlineData("meeting-en.m4a", "audio/mp4")]
    [InlineData("meeting-en.mp3", "audio/mpeg")]
    [InlineData("meeting-en.ogg", "audio/ogg")]
    [InlineData("meeting-en.flac", "audio/flac")]
    [InlineData("meeting-en.wav", "audio/wav")]
    [InlineData("video-en.webm", "audio/webm")]
    public async Task A_master_for_players_has_a_length_and_the_same_packets(string file, string contentType)
    {
        var media = Samples.Services.GetRequiredService<IMediaTools>();
        var folder = Directory.CreateTempSubdirectory("kipu-remux-");
        try
        {
            var made = Path.Combine(folder.FullName, "master");

            var master = await media.RemuxAsync(Samples.Of(file), made, TestContext.Current.CancellationToken);

            Assert.Equal((contentType, true), (master.ContentType, master.Copied));
            var truth = Samples.TruthOf(file.StartsWith("reunion", StringComparison.Ordinal) ? "reunion-es" : "meeting-en");
            // Players count an MP3's lead-in too, which decoders leave out: 0.1 s.
            Assert.Equal(truth.Duration, master.Seconds, tolerance: 0.15);
            Assert.False((await media.ProbeAsync(made, TestContext.Current.CancellationToken)).HasVideo);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_cut_part_is_as_long_as_was_asked_and_small_enough_to_send()
    {
        var media = Samples.Services.GetRequiredService<IMediaTools>();
        var folder = Directory.CreateTempSubdirectory("kipu-cut-");
        try
        {
            var part = Path.Combine(folder.FullName, "part.flac");

            var seconds = await media.CutAsync(Samples.Of("reunion-es.webm"), new TimeRange(60, 90), part, TestContext.Current.CancellationToken);

            Assert.Equal(30, seconds, tolerance: 0.1);
            var info = await media.ProbeAsync(part, TestContext.Current.CancellationToken);
            Assert.Equal(("flac", "flac", 16_000, 1), (info.Container, info.Codec, info.SampleRate, info.Channels));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Task<MeasuredAudio> MeasureAsync(string file) =>
        Samples.Engine.MeasureAsync(Samples.Of(file), new MeasureOptions(), null, TestContext.Current.CancellationToken);
}
