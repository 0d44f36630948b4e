namespace Kipu.Speech;

/// <summary>
/// The fence around programs that touch untrusted media: limited memory, time, files and bytes written, no network where the kernel lets us
/// take it away, only local files and pipes as input, only named demuxers and codecs.
/// </summary>
internal sealed class Fence
{
    private const string Codecs = "opus,libopus,vorbis,aac,mp3,mp3float,flac,alac,pcm_s16le,pcm_s24le,pcm_s32le,pcm_u8,pcm_f32le,pcm_alaw,pcm_mulaw";

    // Pictures are never decoded, but ffprobe opens every stream's decoder: films and cover art must not make it fail.
    private const string Pictures = "vp8,vp9,h264,hevc,av1,libdav1d,mpeg4,mjpeg,png";

    /// <summary>Seconds of processor time for one program.</summary>
    public const int CpuSeconds = 1200;

    // At the soft limit of its time a program is told so: who is killed was killed by somebody else.
    private static readonly string[] Limits = ["--as=1500000000", $"--cpu={CpuSeconds}:{CpuSeconds + 10}", "--nofile=64", "--core=0"];

    // Three times the processor time: who takes longer waits for a disk or a machine that hangs.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3 * CpuSeconds);

    private readonly Lazy<Task<string[]>> _noNetwork = new(FindNoNetworkAsync);

    /// <summary>ffmpeg reading one file by its named demuxer.</summary>
    /// <param name="file">What it reads.</param>
    /// <param name="container">What that is.</param>
    /// <param name="input">How to read it.</param>
    /// <param name="output">What to write, and where.</param>
    /// <param name="mostBytes">How large a file it may write; none when it writes into a pipe.</param>
    public Task<ChildProcess> StartFfmpegAsync(
        string file, Container container, IEnumerable<string> input, IEnumerable<string> output, long mostBytes = 0) =>
        StartAsync("ffmpeg", mostBytes, ["-nostdin", "-y", "-v", "warning", "-nostats", .. Reading(container), .. input, "-i", Local(file), .. output]);

    public Task<ChildProcess> StartFfprobeAsync(string file, Container container, IEnumerable<string> show) =>
        StartAsync("ffprobe", mostBytes: 0, ["-v", "error", .. Reading(container), .. show, Local(file)]);

    private static string[] Reading(Container container) =>
    [
        "-max_alloc", "67108864", "-protocol_whitelist", "file,pipe", "-format_whitelist", container.Demuxer,
        "-codec_whitelist", $"{Codecs},{Pictures}", "-f", container.Demuxer, "-probesize", "5M", "-analyzeduration", "10M",
    ];

    /// <summary>A name that ffmpeg can't take for a protocol or an option.</summary>
    private static string Local(string file) => "file:" + Path.GetFullPath(file);

    private async Task<ChildProcess> StartAsync(string program, long mostBytes, string[] arguments)
    {
        var child = ChildProcess.Start(
            "prlimit", [.. Limits, $"--fsize={mostBytes}", "--", .. await _noNetwork.Value, program, .. arguments], Longest);
        child.Input.Close();
        return child;
    }

    private static async Task<string[]> FindNoNetworkAsync()
    {
        foreach (string[] way in (string[][])[["unshare", "--net", "--"], ["unshare", "--user", "--map-root-user", "--net", "--"]])
        {
            await using var attempt = ChildProcess.Start(way[0], [.. way[1..], "true"]);
            attempt.Input.Close();
            if (await attempt.WaitAsync(CancellationToken.None) == 0) return way;
        }
        return [];
    }
}
