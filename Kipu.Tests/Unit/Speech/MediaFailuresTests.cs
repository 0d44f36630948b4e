using Kipu.Speech;
using Microsoft.Extensions.DependencyInjection;

namespace Kipu.Tests;

public sealed class MediaFailuresTests
{
    private static readonly Container Flac = Container.Sniff("fLaC"u8)!;

    [Theory]
    [InlineData("kill -KILL $$")]
    [InlineData("kill -TERM $$")]
    [InlineData("exit 255")]
    [InlineData("exit 127")]
    [InlineData("echo 'Error writing trailer: No space left on device' >&2; exit 1")]
    public async Task A_decoder_that_the_machine_ended_says_nothing_of_the_file(string end)
    {
        Assert.IsType<MediaInterruptedException>(await FailAsync(end));
    }

    [Theory]
    [InlineData("exit 1", MediaRefusal.UnreadableMedia)]
    [InlineData("kill -SEGV $$", MediaRefusal.UnreadableMedia)]
    [InlineData("kill -XCPU $$", MediaRefusal.MediaTooExpensive)]
    [InlineData("kill -XFSZ $$", MediaRefusal.MediaTooExpensive)]
    public async Task A_decoder_that_fails_over_a_file_or_needs_too_much_for_it_refuses_the_file(string end, string code)
    {
        Assert.Equal(code, Assert.IsType<MediaRefusedException>(await FailAsync(end)).Code);
    }

    [Fact]
    public async Task A_full_disk_is_not_the_files_fault()
    {
        var media = Samples.Services.GetRequiredService<IMediaTools>();

        await Assert.ThrowsAsync<MediaInterruptedException>(
            () => media.CutAsync(Samples.Of("meeting-en.wav"), new(0, 10), "/dev/full", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_file_that_grows_beyond_its_limit_is_not_written_to_the_end()
    {
        var made = Path.GetTempFileName();
        try
        {
            await using var ffmpeg = await new Fence().StartFfmpegAsync(
                Samples.Of("meeting-en.wav"), Container.Sniff("RIFF____WAVE"u8)!, [], ["-c:a", "pcm_s16le", "-f", "wav", made], mostBytes: 100_000);

            var exit = await ffmpeg.WaitAsync(TestContext.Current.CancellationToken);

            Assert.Equal(MediaRefusal.MediaTooExpensive, Assert.IsType<MediaRefusedException>(MediaFailures.Of(ffmpeg, exit, Flac)).Code);
            Assert.InRange(new FileInfo(made).Length, 1, 100_000);
        }
        finally
        {
            File.Delete(made);
        }
    }

    private static async Task<Exception> FailAsync(string end)
    {
        await using var child = ChildProcess.Start("sh", ["-c", end]);
        return MediaFailures.Of(child, await child.WaitAsync(TestContext.Current.CancellationToken), Flac);
    }
}
