using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Kipu.Speech;

/// <summary>The operator's Whisper model, looked at before native code may see it.</summary>
internal sealed class WhisperModel(WhisperOptions options)
{
    private const uint GgmlMagic = 0x67676D6C;
    private const long Smallest = 1_000_000;

    private readonly Lazy<string> _sha256 = new(() =>
    {
        using var stream = File.OpenRead(options.ModelPath!);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    });

    public string Path => options.ModelPath!;

    public ModelCard Card => new(System.IO.Path.GetFileNameWithoutExtension(Path), _sha256.Value);

    /// <returns>What is wrong with it, in words for the operator; null when it looks as it should.</returns>
    public string? Defect()
    {
        if (string.IsNullOrEmpty(options.ModelPath)) return "Speech:Whisper:ModelPath isn't set.";

        var file = new FileInfo(options.ModelPath);
        if (!file.Exists) return $"There is no file at Speech:Whisper:ModelPath ({file.FullName}).";
        if (file.Length < Smallest) return $"{file.FullName} is too small for a Whisper model.";

        var head = new byte[4];
        using (var stream = file.OpenRead()) stream.ReadExactly(head);
        if (BinaryPrimitives.ReadUInt32LittleEndian(head) != GgmlMagic) return $"{file.FullName} isn't a model in ggml format.";
        if (options.ModelSha256 is { } expected && !string.Equals(expected, _sha256.Value, StringComparison.OrdinalIgnoreCase))
        {
            return $"{file.FullName} isn't the file that Speech:Whisper:ModelSha256 names.";
        }
        return null;
    }
}
