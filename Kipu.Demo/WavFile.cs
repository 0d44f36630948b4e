using System.Text;

namespace Kipu.Demo;

/// <summary>Writes PCM (16 bit, mono) as a .wav file.</summary>
internal static class WavFile
{
    private const int HeaderAfterLength = 36;
    private const short Pcm = 1;
    private const short Mono = 1;
    private const short BytesPerSample = 2;

    public static void Write(string path, byte[] samples, int sampleRate)
    {
        using var file = new BinaryWriter(File.Create(path), Encoding.ASCII);
        file.Write("RIFF"u8);
        file.Write(HeaderAfterLength + samples.Length);
        file.Write("WAVEfmt "u8);
        file.Write(16);
        file.Write(Pcm);
        file.Write(Mono);
        file.Write(sampleRate);
        file.Write(sampleRate * BytesPerSample);
        file.Write(BytesPerSample);
        file.Write((short)(BytesPerSample * 8));
        file.Write("data"u8);
        file.Write(samples.Length);
        file.Write(samples);
    }
}
