using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Kipu.Speech;

internal sealed partial class MediaTools(Fence fence, ILogger<MediaTools> logger) : IMediaTools
{
    public async Task<MediaInfo> ProbeAsync(string file, CancellationToken cancellationToken)
    {
        var container = await SniffAsync(file, cancellationToken);
        await using var ffprobe = await fence.StartFfprobeAsync(file, container,
            ["-show_entries", "format=duration:stream=codec_type,codec_name,sample_rate,channels,duration", "-of", "json"]);
        using var json = await ReadJsonAsync(ffprobe.Output, cancellationToken);
        var exit = await ffprobe.WaitAsync(cancellationToken);
        if (exit != 0 || json is null || !json.RootElement.TryGetProperty("streams", out var streams))
        {
            LogUnreadable(logger, container.Name, exit);
            throw MediaFailures.Of(ffprobe, exit, container);
        }

        var all = streams.EnumerateArray().ToArray();
        if (!all.Any(IsAudio)) throw new MediaRefusedException(MediaRefusal.NoAudioStream, $"The {container.Name} file holds no audio stream.");
        var audio = all.First(IsAudio);
        return new MediaInfo(
            container.Name,
            audio.TryGetProperty("codec_name", out var codec) ? codec.GetString()! : "unknown",
            audio.TryGetProperty("sample_rate", out var rate) ? int.Parse(rate.GetString()!, CultureInfo.InvariantCulture) : 0,
            audio.TryGetProperty("channels", out var channels) ? channels.GetInt32() : 1,
            Duration(json.RootElement.GetProperty("format")) ?? Duration(audio),
            all.Any(stream => stream.GetProperty("codec_type").GetString() == "video"));

        static bool IsAudio(JsonElement stream) => stream.GetProperty("codec_type").GetString() == "audio";
    }

    public async Task<double> CutAsync(string file, TimeRange part, string outFile, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(part.Start);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(part.End, part.Start);

        var container = await SniffAsync(file, cancellationToken);
        await RunFfmpegAsync(file, container, ["-ss", Seconds(part.Start)],
            [
                "-map", "0:a:0", "-vn", "-sn", "-dn", "-t", Seconds(part.Seconds), "-ac", "1", "-ar", "16000", .. Bare,
                "-c:a", "flac", "-f", "flac", outFile,
            ],
            Spare + (long)(part.Seconds * Pcm.Rate * sizeof(short)), cancellationToken);
        return await WrittenSecondsAsync(outFile, cancellationToken) ?? throw Empty();
    }

    public async Task<MasterFile> RemuxAsync(string file, string outFile, CancellationToken cancellationToken)
    {
        var container = await SniffAsync(file, cancellationToken);
        var media = await ProbeAsync(file, cancellationToken);
        // A copy is as large as what it copies; what is encoded anew may grow where nearly nothing was there.
        var most = Spare + (2 * new FileInfo(file).Length);
        string[] index = container.Name == "mp4" ? ["-movflags", "+faststart"] : container.Name == "webm" ? ["-cues_to_front", "1"] : [];
        try
        {
            await RunFfmpegAsync(file, container, [],
                ["-map", "0:a:0", "-vn", "-sn", "-dn", .. Bare, "-c:a", "copy", .. index, "-f", container.Muxer, outFile],
                most, cancellationToken);
            // A FLAC that came out of a pipe knows no length, and its copy doesn't either.
            if (await WrittenSecondsAsync(outFile, cancellationToken) is { } copied)
            {
                return new MasterFile(container.ContentType, container.Extension, copied, Copied: true);
            }
        }
        catch (MediaRefusedException e) when (e.Code == MediaRefusal.UnreadableMedia)
        {
        }

        LogEncodingAnew(logger, container.Name, media.Codec);
        await RunFfmpegAsync(file, container, [],
            [
                "-map", "0:a:0", "-vn", "-sn", "-dn", .. Bare, "-c:a", "libopus", "-b:a", "48k", "-cues_to_front", "1", "-f", "webm", outFile,
            ],
            most, cancellationToken);
        return new MasterFile("audio/webm", "webm", await WrittenSecondsAsync(outFile, cancellationToken) ?? throw Empty(), Copied: false);
    }

    /// <summary>Recognises the container by the file's first bytes.</summary>
    internal static async Task<Container> SniffAsync(string file, CancellationToken cancellationToken)
    {
        var head = new byte[Container.HeadLength];
        await using var stream = File.OpenRead(file);
        var read = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        if (read == 0) throw new MediaRefusedException(MediaRefusal.EmptyAudio, "The file is empty.");
        return Container.Sniff(head.AsSpan(0, read)) ?? throw new MediaRefusedException(
            MediaRefusal.UnsupportedMedia, "The file is none of webm, ogg, mp4/m4a, mp3, flac and wav.");
    }

    internal static string Seconds(double seconds) => seconds.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>Bytes for headers and indexes.</summary>
    private const long Spare = 64 << 20;

    /// <summary>Nobody's metadata travels on: titles, places and device names in a file are the recorder's own affair.</summary>
    private static readonly string[] Bare = ["-map_metadata", "-1", "-fflags", "+bitexact"];

    private async Task RunFfmpegAsync(
        string file, Container container, string[] input, string[] output, long mostBytes, CancellationToken cancellationToken)
    {
        await using var ffmpeg = await fence.StartFfmpegAsync(file, container, input, output, mostBytes);
        var exit = await ffmpeg.WaitAsync(cancellationToken);
        if (exit == 0 && !MediaFailures.IsForeign(ffmpeg, exit)) return;

        LogUnreadable(logger, container.Name, exit);
        throw MediaFailures.Of(ffmpeg, exit, container);
    }

    /// <returns>Null when the file that was written holds nothing, or doesn't tell how much.</returns>
    private async Task<double?> WrittenSecondsAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return (await ProbeAsync(file, cancellationToken)).DeclaredSeconds is > 0 and var seconds ? seconds : null;
        }
        catch (MediaRefusedException e) when (e.Code != MediaRefusal.EmptyAudio)
        {
            LogNothingWritten(logger, e.Code);
            return null;
        }
    }

    private static MediaRefusedException Empty() =>
        new(MediaRefusal.EmptyAudio, "Not a sample of the file, or of the part asked for, can be decoded.");

    private static double? Duration(JsonElement element) =>
        element.TryGetProperty("duration", out var text)
        && double.TryParse(text.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds > 0 ? seconds : null;

    private static async Task<JsonDocument?> ReadJsonAsync(Stream output, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonDocument.ParseAsync(output, default, cancellationToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [LoggerMessage(LogLevel.Information, "A {Container} file can't be read, decoder's exit code {ExitCode}")]
    private static partial void LogUnreadable(ILogger logger, string container, int exitCode);

    [LoggerMessage(LogLevel.Information, "Packets of a {Container} file with {Codec} can't be copied, encoding anew")]
    private static partial void LogEncodingAnew(ILogger logger, string container, string codec);

    [LoggerMessage(LogLevel.Information, "Nothing readable was written ({Code})")]
    private static partial void LogNothingWritten(ILogger logger, string code);
}
