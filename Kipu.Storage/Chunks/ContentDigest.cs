using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Kipu.Storage;

/// <summary>The digests that a client claims for what it sends: <c>x-chunk-sha256</c> (hex) and RFC 9530's <c>Content-Digest</c>.</summary>
internal static class ContentDigest
{
    public const string HexHeader = "x-chunk-sha256";
    public const string StandardHeader = "Content-Digest";

    /// <param name="headers">Of the request.</param>
    /// <param name="sha256">What was claimed, lower-case hex; both headers may name it.</param>
    /// <returns>False when a header can't be read. Algorithms other than sha-256 are passed over, as the RFC has it.</returns>
    public static bool TryRead(IHeaderDictionary headers, out IReadOnlyList<string> sha256)
    {
        var claimed = new List<string>(2);
        sha256 = claimed;
        if (headers.TryGetValue(HexHeader, out var hex))
        {
            if (!IsHex(hex)) return false;
            claimed.Add(hex.ToString().ToLower(CultureInfo.InvariantCulture));
        }

        foreach (var member in headers[StandardHeader].SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries)))
        {
            var name = member.Split('=', 2);
            if (!name[0].Equals("sha-256", StringComparison.Ordinal)) continue;
            if (name.Length < 2 || !TryDecode(name[1], out var digest)) return false;
            claimed.Add(digest);
        }

        return true;
    }

    private static bool IsHex(string? text) => text is { Length: 64 } && text.All(char.IsAsciiHexDigit);

    /// <summary>A byte sequence of structured fields: base64 between colons.</summary>
    private static bool TryDecode(string field, [NotNullWhen(true)] out string? sha256)
    {
        sha256 = null;
        var bytes = new byte[32];
        if (field.Length < 2 || field[0] is not ':' || field[^1] is not ':') return false;
        if (!Convert.TryFromBase64String(field[1..^1], bytes, out var length) || length is not 32) return false;
        sha256 = Convert.ToHexStringLower(bytes);
        return true;
    }
}
