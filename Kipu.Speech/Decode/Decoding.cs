using System.Text.RegularExpressions;

namespace Kipu.Speech;

/// <summary>One pass of ffmpeg over a file: 16 kHz PCM, one channel or two, read as it comes.</summary>
internal sealed partial class Decoding : IAsyncDisposable
{
    private readonly ChildProcess _ffmpeg;
    private readonly Container _container;
    private readonly string _file;
    private readonly byte[] _bytes = new byte[64 * 1024];

    private Decoding(ChildProcess ffmpeg, Container container, string file, int channels)
    {
        (_ffmpeg, _container, _file, Channels) = (ffmpeg, container, file, channels);
    }

    /// <summary>1 or 2; samples of two are interleaved.</summary>
    public int Channels { get; }

    /// <summary>Samples of each channel read so far.</summary>
    public long Samples { get; private set; }

    public double SecondsRead => (double)Samples / Pcm.Rate;

    public static async Task<Decoding> StartAsync(
        Fence fence, string file, int channels, double from, double seconds, CancellationToken cancellationToken)
    {
        var container = await MediaTools.SniffAsync(file, cancellationToken);
        var ffmpeg = await fence.StartFfmpegAsync(file, container,
            from > 0 ? ["-ss", MediaTools.Seconds(from)] : [],
            [
                "-map", "0:a:0", "-vn", "-sn", "-dn", "-t", MediaTools.Seconds(seconds), "-ac", $"{channels}", "-ar", $"{Pcm.Rate}",
                "-f", "s16le", "pipe:1",
            ]);
        return new Decoding(ffmpeg, container, file, channels);
    }

    /// <returns>Whole frames of samples; empty at the end.</returns>
    public async Task<float[]> ReadAsync(CancellationToken cancellationToken)
    {
        var read = await _ffmpeg.Output.ReadAtLeastAsync(_bytes, _bytes.Length, throwOnEndOfStream: false, cancellationToken);
        var whole = read - (read % (2 * Channels));
        Samples += whole / (2 * Channels);
        return Pcm.ToFloats(_bytes.AsSpan(0, whole));
    }

    /// <summary>To be called after the last block.</summary>
    /// <returns>ffmpeg's exit code.</returns>
    /// <exception cref="MediaInterruptedException">There would have been more.</exception>
    public async Task<int> EndAsync(CancellationToken cancellationToken)
    {
        var exit = await _ffmpeg.WaitAsync(cancellationToken);
        return MediaFailures.IsForeign(_ffmpeg, exit) ? throw MediaFailures.Of(_ffmpeg, exit, _container) : exit;
    }

    /// <summary>To be called after the last block.</summary>
    /// <param name="declared">Seconds that the part should have, where known.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <returns>True when less came than there should be, or ffmpeg complained about damage.</returns>
    /// <exception cref="MediaRefusedException">Nothing came.</exception>
    /// <exception cref="MediaInterruptedException">There would have been more.</exception>
    public async Task<bool> IsPartialAsync(double? declared, CancellationToken cancellationToken)
    {
        var exit = await EndAsync(cancellationToken);
        if (Samples == 0)
        {
            // A header without samples ends well (0) and yields nothing.
            throw exit == 0
                ? new MediaRefusedException(MediaRefusal.EmptyAudio, $"The {_container.Name} file holds no sound.")
                : MediaFailures.Of(_ffmpeg, exit, _container);
        }
        return exit != 0
            || (declared is { } whole && SecondsRead < whole - Math.Max(0.5, 0.01 * whole))
            || _ffmpeg.Errors.Any(line => Damage().IsMatch(line))
            || (_container.Name == "ogg" && await EndsEarlyAsync(cancellationToken));
    }

    public ValueTask DisposeAsync() => _ffmpeg.DisposeAsync();

    /// <summary>An Ogg stream's last page carries the end flag; a file that was cut at a page's edge has none, and ffmpeg says
    /// nothing.</summary>
    private async Task<bool> EndsEarlyAsync(CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(_file);
        var tail = new byte[Math.Min(stream.Length, 128 * 1024)];
        stream.Seek(-tail.Length, SeekOrigin.End);
        await stream.ReadExactlyAsync(tail, cancellationToken);
        var page = tail.AsSpan().LastIndexOf("OggS"u8);
        return page < 0 || page + 5 >= tail.Length || (tail[page + 5] & 0x04) == 0;
    }

    // ffmpeg 4 to 7 say it in these words, and exit with 0 all the same.
    [GeneratedRegex("ended prematurely|corrupt|exceeds containing|Invalid data|Error while|Error submitting|partial file|truncat|overread",
        RegexOptions.IgnoreCase)]
    private static partial Regex Damage();
}
