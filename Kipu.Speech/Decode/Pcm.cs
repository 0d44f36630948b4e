using System.Buffers.Binary;

namespace Kipu.Speech;

/// <summary>16-bit little-endian samples.</summary>
internal static class Pcm
{
    /// <summary>The rate at which everything is measured and recognised.</summary>
    public const int Rate = 16_000;

    public static float[] ToFloats(ReadOnlySpan<byte> pcm)
    {
        var samples = new float[pcm.Length / 2];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = BinaryPrimitives.ReadInt16LittleEndian(pcm[(2 * i)..]) / 32768f;
        }
        return samples;
    }

    public static byte[] ToBytes(ReadOnlySpan<float> samples)
    {
        var pcm = new byte[samples.Length * 2];
        for (var i = 0; i < samples.Length; i++)
        {
            var sample = (short)Math.Clamp(Math.Round(samples[i] * 32768f), short.MinValue, short.MaxValue);
            BinaryPrimitives.WriteInt16LittleEndian(pcm.AsSpan(2 * i), sample);
        }
        return pcm;
    }
}

/// <summary>The plain 44-byte RIFF header that espeak-ng and flite write.</summary>
internal static class WaveHeader
{
    public const int Length = 44;

    public static int SampleRate(ReadOnlySpan<byte> header) => BinaryPrimitives.ReadInt32LittleEndian(header[24..]);
}
