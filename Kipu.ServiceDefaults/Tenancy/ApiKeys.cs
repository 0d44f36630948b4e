using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Kipu.ServiceDefaults;

/// <summary>
/// API keys: <c>kipu_</c> and 43 random letters and digits (256 bits), sent as <c>Authorization: Bearer kipu_…</c>. Like codes they are
/// stored and looked up only as a keyed hash.
/// </summary>
public sealed class ApiKeys(IOptions<CodeOptions> options) : IDisposable
{
    /// <summary>By which people and scanners of leaked secrets recognise a key.</summary>
    public const string Prefix = "kipu_";

    /// <summary>How much of a key is shown again, so that its owner can tell it from others: 5 of its 43 random characters.</summary>
    public const int ShownLength = 10;

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const int RandomLength = 43;
    private const string Scheme = "Bearer ";

    private static readonly SearchValues<char> Characters = SearchValues.Create(Alphabet);

    private readonly KeyedHash _hash = new(options.Value.HashKey);

    public static string Generate() => Prefix + RandomNumberGenerator.GetString(Alphabet, RandomLength);

    /// <summary>Reads the key from an Authorization header.</summary>
    /// <returns>False when the header holds something else, such as an access token.</returns>
    public static bool TryRead(string? authorization, [NotNullWhen(true)] out string? key)
    {
        // Looked at before anything is copied: most of these headers hold a long access token.
        var isKey = authorization?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) is true
            && authorization.AsSpan(Scheme.Length).TrimStart().StartsWith(Prefix, StringComparison.Ordinal);
        key = isKey ? authorization![Scheme.Length..].Trim() : null;
        return isKey;
    }

    /// <summary>Whether it can be a key at all.</summary>
    public static bool IsWellFormed(string key) =>
        key.Length == Prefix.Length + RandomLength && key.AsSpan(Prefix.Length).IndexOfAnyExcept(Characters) < 0;

    /// <summary>HMAC-SHA256 of the key, base64url.</summary>
    public string Hash(string key) => _hash.Of(key);

    public void Dispose() => _hash.Dispose();
}
