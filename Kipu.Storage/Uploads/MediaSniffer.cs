namespace Kipu.Storage;

/// <summary>Tells media by its first bytes; what a client or a file name says of it counts for nothing.</summary>
internal static class MediaSniffer
{
    public const string Unknown = "application/octet-stream";

    /// <returns>The media type of a container that the audio worker can open; null for anything else.</returns>
    public static string? Sniff(ReadOnlySpan<byte> head)
    {
        if (head is [0x1A, 0x45, 0xDF, 0xA3, ..]) return "audio/webm";
        if (head.StartsWith("OggS"u8)) return "audio/ogg";
        if (head.StartsWith("fLaC"u8)) return "audio/flac";
        if (head.StartsWith("RIFF"u8) && At(head, 8).StartsWith("WAVE"u8)) return "audio/wav";
        if (At(head, 4).StartsWith("ftyp"u8)) return "audio/mp4";
        if (head.StartsWith("ID3"u8) || IsMpegFrame(head)) return "audio/mpeg";
        return null;
    }

    private static ReadOnlySpan<byte> At(ReadOnlySpan<byte> head, int offset) => head.Length > offset ? head[offset..] : [];

    /// <summary>Eleven sync bits, a layer (00 is AAC's frame, not MPEG audio's), and a bit rate and sample rate that exist.</summary>
    private static bool IsMpegFrame(ReadOnlySpan<byte> head) =>
        head.Length > 2 && head[0] == 0xFF && (head[1] & 0xE0) == 0xE0 && (head[1] & 0x06) != 0 && (head[1] & 0x18) != 0x08
        && (head[2] & 0xF0) is not 0xF0 and not 0 && (head[2] & 0x0C) != 0x0C;
}
