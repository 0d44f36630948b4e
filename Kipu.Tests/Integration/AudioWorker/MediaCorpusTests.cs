using System.Diagnostics;
using System.Net;
using Kipu.Speech;

namespace Kipu.Tests;

/// <summary>What becomes of good, odd and hostile files on their whole way, as docs/ingest.md promises.</summary>
public sealed class MediaCorpusTests(KipuSystem kipu)
{
    private const double Hour = 3600;

    [Theory]
    [InlineData("webm", "-c:a libopus", "audio/webm")]
    [InlineData("webm", "-c:a libopus", "audio/webm", true)]
    [InlineData("ogg", "-c:a libopus", "audio/ogg")]
    [InlineData("mp3", "-c:a libmp3lame", "audio/mpeg")]
    [InlineData("mp4", "-c:a aac", "audio/mp4")]
    [InlineData("mp4", "-c:a aac -movflags frag_keyframe+empty_moov", "audio/mp4", true)]
    [InlineData("flac", "-c:a flac", "audio/flac")]
    [InlineData("flac", "-c:a flac", "audio/flac", true)]
    [InlineData("wav", "-c:a pcm_s16le", "audio/wav")]
    [InlineData("webm", "-f lavfi -i color=c=navy:s=64x64:r=5 -shortest -c:v libvpx -c:a libopus", "video/webm")]
    [InlineData("flac", "-c:a flac", "audio/mpeg")]
    public async Task What_people_record_in_is_heard_to_its_end_whatever_it_is_called(
        string format, string arguments, string contentType, bool withoutLength = false)
    {
        var tenant = await kipu.SignUpAsync();

        var analysis = await AnalyseAsync(tenant, await SpeakAsync(format, arguments, withoutLength), contentType);

        Assert.InRange(analysis.DurationSeconds, 6, 12);
        Assert.DoesNotContain(Reason.Partial, analysis.Engine.Reasons);
        Assert.Equal(analysis.DurationSeconds, analysis.Coverage[^1].To);
        Assert.Contains(analysis.Coverage, stretch => stretch.State is CoverageState.Transcribed or CoverageState.Stored);
    }

    [Theory]
    [InlineData("webm", "-c:a libopus")]
    [InlineData("ogg", "-c:a libopus")]
    [InlineData("mp3", "-c:a libmp3lame")]
    [InlineData("wav", "-c:a pcm_s16le")]
    public async Task What_is_left_of_a_file_that_was_cut_off_is_kept_and_called_partial(string format, string arguments)
    {
        var tenant = await kipu.SignUpAsync();
        var whole = await SpeakAsync(format, arguments);

        var analysis = await AnalyseAsync(tenant, whole[..(whole.Length * 6 / 10)], "audio/webm");

        Assert.InRange(analysis.DurationSeconds, 3, 8);
        Assert.Contains(Reason.Partial, analysis.Engine.Reasons);
    }

    [Theory]
    [InlineData("empty.webm")]
    [InlineData("text.mp3")]
    [InlineData("random.ogg")]
    [InlineData("headless.webm")]
    [InlineData("concat.mp3")]
    [InlineData("playlist.m4a")]
    [InlineData("playlist-net.webm")]
    public async Task What_is_no_media_is_refused_at_the_door_and_makes_no_recording(string file)
    {
        var tenant = await kipu.SignUpAsync();

        using var answer = await tenant.UploadAsync(await File.ReadAllBytesAsync(Samples.Of($"broken/{file}")));

        await answer.ShouldBeProblemAsync(HttpStatusCode.UnsupportedMediaType, "unsupported_media");
        Assert.Equal(0, (await tenant.StorageUsageAsync()).UsedBytes);
    }

    [Theory]
    [InlineData("header-only.wav", MediaRefusal.EmptyAudio)]
    [InlineData("no-audio.webm", MediaRefusal.NoAudioStream)]
    [InlineData("truncated.m4a", MediaRefusal.UnreadableMedia)]
    public async Task Media_without_sound_ends_as_an_error_that_says_why(string file, string code)
    {
        var tenant = await kipu.SignUpAsync();
        var upload = await (await tenant.UploadAsync(await File.ReadAllBytesAsync(Samples.Of($"broken/{file}")))).ReadAsync<UploadResponse>();

        var status = await tenant.WaitForEndAsync(upload.RecordingId);

        Assert.Equal((RecordingStatus.Error, code, false), (status.Status, status.Error?.Code, status.Error?.Retryable));
    }

    [Fact]
    public async Task A_day_of_silence_in_a_small_file_is_looked_at_for_eight_hours_and_costs_no_words()
    {
        var tenant = await kipu.SignUpAsync();

        var analysis = await AnalyseAsync(tenant, await File.ReadAllBytesAsync(Samples.Of("broken/bomb-24h.flac")), "audio/flac");

        Assert.Null(analysis.Transcript);
        Assert.Contains(Reason.LengthCapped, analysis.Engine.Reasons);
        Assert.Equal(
            [(CoverageState.Silent, 0, 8 * Hour), (CoverageState.Stored, 8 * Hour, 24 * Hour)],
            analysis.Coverage.Select(stretch => (stretch.State, stretch.From, stretch.To)));
    }

    private static async Task<AnalysisDocument> AnalyseAsync(TestTenant tenant, byte[] content, string contentType)
    {
        var upload = await (await tenant.UploadAsync(content, contentType: contentType)).ReadAsync<UploadResponse>();
        var status = await tenant.WaitForEndAsync(upload.RecordingId);
        Assert.Equal((RecordingStatus.Completed, null), (status.Status, status.Error));
        return await tenant.AnalysisAsync(upload.RecordingId);
    }

    /// <summary>A sentence in a format of ffmpeg's; one that went through a pipe doesn't tell its length.</summary>
    private static async Task<byte[]> SpeakAsync(string format, string arguments, bool withoutLength = false)
    {
        var folder = Directory.CreateTempSubdirectory("kipu-corpus-");
        try
        {
            var spoken = Path.Combine(folder.FullName, "spoken.wav");
            var made = Path.Combine(folder.FullName, "made");
            await File.WriteAllBytesAsync(spoken, await SpokenAudio.SayAsync(SpokenAudio.Meeting));
            var output = withoutLength ? "pipe:1" : made;
            var start = new ProcessStartInfo("ffmpeg", ["-v", "error", "-i", spoken, .. arguments.Split(' '), "-f", format, output])
            {
                RedirectStandardOutput = true,
            };
            using var ffmpeg = Process.Start(start)!;
            using var piped = new MemoryStream();
            await ffmpeg.StandardOutput.BaseStream.CopyToAsync(piped);
            await ffmpeg.WaitForExitAsync();
            Assert.Equal(0, ffmpeg.ExitCode);
            return withoutLength ? piped.ToArray() : await File.ReadAllBytesAsync(made);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
