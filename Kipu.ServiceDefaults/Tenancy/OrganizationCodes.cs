using System.Buffers;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Kipu.ServiceDefaults;

public sealed class CodeOptions
{
    /// <summary>The secret that keys the hash of organization codes; the same in every service, and never changed once codes exist.</summary>
    [Required, MinLength(16)]
    public required string HashKey { get; init; }
}

/// <summary>
/// Organization codes: 10 characters of an alphabet without look-alikes (no I, O, 0, 1), 32^10 = 1.1e15 of them.
/// A code is a credential: it is stored and looked up only as a keyed hash.
/// </summary>
public sealed class OrganizationCodes(IOptions<CodeOptions> options) : IDisposable
{
    public const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    public const int Length = 10;

    private static readonly SearchValues<char> Characters = SearchValues.Create(Alphabet);

    private readonly KeyedHash _hash = new(options.Value.HashKey);

    /// <summary>A new random code. The alphabet has 32 characters, so five random bits give each the same chance.</summary>
    public static string Generate() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>Accepts a code as people type it: with spaces or dashes, in either case.</summary>
    /// <returns>False when it can't be a code at all.</returns>
    public static bool TryNormalize(string? text, [NotNullWhen(true)] out string? code)
    {
        if (IsCode(code = text)) return true;
        code = text?.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        if (IsCode(code)) return true;
        code = null;
        return false;
    }

    /// <summary>HMAC-SHA256 of the normalized code, base64url: what is stored, and what look-ups compare.</summary>
    public string Hash(string normalizedCode) => _hash.Of(normalizedCode);

    public void Dispose() => _hash.Dispose();

    private static bool IsCode([NotNullWhen(true)] string? text) => text is { Length: Length } && !text.AsSpan().ContainsAnyExcept(Characters);
}
