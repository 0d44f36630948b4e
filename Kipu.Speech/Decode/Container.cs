using System.Buffers.Binary;

namespace Kipu.Speech;

/// <summary>A container that is accepted: how it is recognised by its bytes, and the one demuxer that may read it.</summary>
internal sealed record Container(string Name, string Demuxer, string Extension, string ContentType, string Muxer)
{
    private static readonly Container Webm = new("webm", "matroska", "webm", "audio/webm", "webm");
    private static readonly Container Ogg = new("ogg", "ogg", "ogg", "audio/ogg", "ogg");
    private static readonly Container Mp4 = new("mp4", "mov", "m4a", "audio/mp4", "mp4");
    private static readonly Container Mp3 = new("mp3", "mp3", "mp3", "audio/mpeg", "mp3");
    private static readonly Container Flac = new("flac", "flac", "flac", "audio/flac", "flac");
    private static readonly Container Wav = new("wav", "wav", "wav", "audio/wav", "wav");

    /// <summary>Bytes that <see cref="Sniff"/> wants to see.</summary>
    public const int HeadLength = 4096;

    /// <returns>Null when it is none of the accepted ones; a file's name is never looked at.</returns>
    public static Container? Sniff(ReadOnlySpan<byte> head) => head switch
    {
        [0x1A, 0x45, 0xDF, 0xA3, ..] => Webm,
        [(byte)'O', (byte)'g', (byte)'g', (byte)'S', 0, ..] => Ogg,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => Mp4,
        [(byte)'f', (byte)'L', (byte)'a', (byte)'C', ..] => Flac,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'A', (byte)'V', (byte)'E', ..] => Wav,
        [(byte)'I', (byte)'D', (byte)'3', ..] => Mp3,
        _ => IsMp3(head) ? Mp3 : null,
    };

    /// <summary>Two frame headers at the right distance: two bytes alone would find "MP3" in noise.</summary>
    private static bool IsMp3(ReadOnlySpan<byte> head)
    {
        var length = Mp3FrameLength(head);
        return length > 0 && Mp3FrameLength(head[Math.Min(length, head.Length)..]) > 0;
    }

    private static int Mp3FrameLength(ReadOnlySpan<byte> frame)
    {
        if (frame.Length < 4) return 0;

        var header = BinaryPrimitives.ReadUInt32BigEndian(frame);
        var (version, layer, bitrate, rate, padding) =
            ((header >> 19) & 3, (header >> 17) & 3, (int)(header >> 12) & 15, (int)(header >> 10) & 3, (int)(header >> 9) & 1);
        if (header >> 21 != 0x7FF || version == 1 || layer != 1 || bitrate is 0 or 15 || rate == 3) return 0;

        ReadOnlySpan<int> mpeg1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
        ReadOnlySpan<int> mpeg2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
        ReadOnlySpan<int> rates = [44_100, 48_000, 32_000];
        var sampleRate = rates[rate] >> (version == 3 ? 0 : version == 2 ? 1 : 2);
        return ((version == 3 ? 144_000 * mpeg1[bitrate] : 72_000 * mpeg2[bitrate]) / sampleRate) + padding;
    }
}
