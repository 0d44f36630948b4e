using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Kipu.Tests;

/// <summary>A name server (RFC 1035) for the domains of tests: it knows the TXT records that they set, and nothing else.</summary>
internal static class Nameserver
{
    private const int HeaderBytes = 12;

    private static readonly ConcurrentDictionary<string, string> Records = new();
    private static readonly UdpClient Socket = Open();

    public static IPEndPoint Address => (IPEndPoint)Socket.Client.LocalEndPoint!;

    public static void SetText(string domain, string text) => Records[domain] = text;

    private static UdpClient Open()
    {
        var socket = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        _ = AnswerAsync(socket);
        return socket;
    }

    private static async Task AnswerAsync(UdpClient socket)
    {
        while (true)
        {
            var question = await socket.ReceiveAsync();
            await socket.SendAsync(AnswerTo(question.Buffer), question.RemoteEndPoint);
        }
    }

    private static byte[] AnswerTo(byte[] query)
    {
        var (name, end) = NameIn(query);
        byte[] question = query[HeaderBytes..(end + 4)];
        var known = Records.TryGetValue(name, out var text);
        var header = new byte[HeaderBytes];
        query.AsSpan(0, 2).CopyTo(header);
        // A response, authoritative; name error (3) where nothing is known. One question, at most one answer.
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(2), (ushort)(known ? 0x8400 : 0x8403));
        header[5] = 1;
        header[7] = (byte)(known ? 1 : 0);
        if (!known) return [.. header, .. question];

        var data = Encoding.ASCII.GetBytes(text!);
        // The question's name again, TXT, IN, no caching, length, and the one string.
        return [.. header, .. question, 0xC0, HeaderBytes, 0, 16, 0, 1, 0, 0, 0, 0, 0, (byte)(data.Length + 1), (byte)data.Length, .. data];
    }

    private static (string Name, int End) NameIn(byte[] query)
    {
        var labels = new List<string>();
        var at = HeaderBytes;
        for (; query[at] != 0; at += query[at] + 1) labels.Add(Encoding.ASCII.GetString(query, at + 1, query[at]));
        return (string.Join('.', labels).ToLowerInvariant(), at + 1);
    }
}
