using System.Text;
using Kipu.Storage;

namespace Kipu.Tests;

public sealed class MediaSnifferTests
{
    public static TheoryData<byte[], string> Media => new()
    {
        { [0x1A, 0x45, 0xDF, 0xA3, 0x9F], "audio/webm" },
        { Encoding.ASCII.GetBytes("OggS\0"), "audio/ogg" },
        { Encoding.ASCII.GetBytes("fLaC\0"), "audio/flac" },
        { Encoding.ASCII.GetBytes("RIFF\0\0\0\0WAVEfmt "), "audio/wav" },
        { Encoding.ASCII.GetBytes("\0\0\0 ftypM4A "), "audio/mp4" },
        { Encoding.ASCII.GetBytes("ID3\u0004"), "audio/mpeg" },
        { [0xFF, 0xFB, 0x90, 0x64], "audio/mpeg" },
    };

    public static TheoryData<byte[]> Others => new()
    {
        Array.Empty<byte>(),
        new byte[] { 0xFF },
        new byte[] { 0xFF, 0xF1, 0x50, 0x80 },
        new byte[] { 0xFF, 0xFF, 0xFF, 0xFF },
        Encoding.ASCII.GetBytes("{}"),
        Encoding.ASCII.GetBytes("RIFF\0\0\0\0AVI LIST"),
        Encoding.ASCII.GetBytes("#EXTM3U\nfile:///etc/passwd"),
        Encoding.ASCII.GetBytes("ffconcat version 1.0"),
    };

    [Theory]
    [MemberData(nameof(Media))]
    public void Containers_that_can_be_heard_are_known_by_their_first_bytes(byte[] head, string type)
    {
        Assert.Equal(type, MediaSniffer.Sniff(head));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Everything_else_is_no_media_whatever_it_is_called(byte[] head)
    {
        Assert.Null(MediaSniffer.Sniff(head));
    }
}
