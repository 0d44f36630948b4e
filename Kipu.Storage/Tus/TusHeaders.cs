using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kipu.Storage;

/// <summary>What tus 1.0 says in headers.</summary>
internal static class TusHeaders
{
    public const string Version = "1.0.0";
    public const string Extensions = "creation,creation-with-upload,expiration,checksum,termination,concatenation";
    public const string Algorithms = "sha1,sha256";
    public const string Bytes = "application/offset+octet-stream";
    public const string Partial = "partial";
    public const string Resumable = "Tus-Resumable";
    public const string Offset = "Upload-Offset";
    public const string Length = "Upload-Length";
    public const string Expires = "Upload-Expires";
    public const string Metadata = "Upload-Metadata";
    public const string Concat = "Upload-Concat";
    public const string Checksum = "Upload-Checksum";

    private const int MaxMetadata = 4096;
    /// <summary>Their addresses are one header, and a server takes 32 KiB of headers.</summary>
    private const int MaxParts = 250;
    private const string Final = "final;";

    /// <returns>Null when it is no whole number from 0.</returns>
    public static long? ParseNumber(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Pairs of key and value; a key alone has an empty value.</summary>
    /// <returns>Null when they can't be read.</returns>
    public static Dictionary<string, string>? ParseMetadata(string? header)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (string.IsNullOrWhiteSpace(header)) return values;
        if (header.Length > MaxMetadata) return null;
        foreach (var pair in header.Split(',', StringSplitOptions.TrimEntries))
        {
            var parts = pair.Split(' ');
            if (parts.Length > 2 || parts[0].Length is 0 || !parts[0].All(char.IsAscii)) return null;
            if (Decode(parts.Length > 1 ? parts[1] : "") is not { } value) return null;
            if (!values.TryAdd(parts[0], Encoding.UTF8.GetString(value))) return null;
        }

        return values;
    }

    /// <summary>The ids of the partial uploads that a final one consists of, in order.</summary>
    /// <returns>Null when the header names none.</returns>
    public static List<Guid>? ParseFinal(string? header)
    {
        if (header?.StartsWith(Final, StringComparison.Ordinal) is not true) return null;
        var ids = new List<Guid>();
        foreach (var address in header[Final.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Guid.TryParse(address[(address.LastIndexOf('/') + 1)..], out var id)) return null;
            ids.Add(id);
        }

        return ids.Count is > 0 and <= MaxParts && ids.Distinct().Count() == ids.Count ? ids : null;
    }

    /// <returns>False when the header can't be read or names another algorithm.</returns>
    public static bool TryReadChecksum(string? header, out TusChecksum? checksum)
    {
        checksum = null;
        if (header is null) return true;
        if (header.Split(' ') is not [var name, var value] || Decode(value) is not { } digest) return false;
        HashAlgorithmName? algorithm = (name, digest.Length) switch
        {
            ("sha1", SHA1.HashSizeInBytes) => HashAlgorithmName.SHA1,
            ("sha256", SHA256.HashSizeInBytes) => HashAlgorithmName.SHA256,
            _ => null,
        };
        if (algorithm is null) return false;
        checksum = new(algorithm.Value, digest);
        return true;
    }

    private static byte[]? Decode(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? bytes[..length] : null;
    }
}
