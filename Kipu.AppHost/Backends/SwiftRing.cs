using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Aspire.Hosting;

/// <summary>
/// A Swift ring (which device holds which part of the hash space) with one device, in Swift's own format, version 1. Written here
/// because it changes with the ports, and nine runs of swift-ring-builder take seconds of each start.
/// </summary>
internal static class SwiftRing
{
    // 64 parts. It must never change: the part is in an object's path on disk.
    private const int PartPower = 6;

    public static void Write(string path, int port)
    {
        var device = new { id = 0, region = 1, zone = 1, ip = "127.0.0.1", port, device = "d1", weight = 1.0, meta = "" };
        var header = JsonSerializer.SerializeToUtf8Bytes(
            new { devs = new[] { device }, part_shift = 32 - PartPower, replica_count = 1, byteorder = "little", version = 1 });
        var sizes = new byte[6];
        BinaryPrimitives.WriteUInt16BigEndian(sizes, 1);
        BinaryPrimitives.WriteInt32BigEndian(sizes.AsSpan(2), header.Length);

        using var ring = new GZipStream(File.Create(path), CompressionLevel.Fastest);
        ring.Write(Encoding.ASCII.GetBytes("R1NG"));
        ring.Write(sizes);
        ring.Write(header);
        // The device of each part, two bytes each: all on device 0.
        ring.Write(new byte[2 << PartPower]);
    }
}
