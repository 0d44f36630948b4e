using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Kipu.Auth;

/// <summary>A secret that also names its organization, in whose scope it is looked up: 16 bytes of id and 256 random bits, in base64url.</summary>
internal static class TenantToken
{
    public const int HashLength = 43;
    private const int IdBytes = 16;
    private const int SecretBytes = 32;

    public static string Generate(Guid organizationId)
    {
        Span<byte> bytes = stackalloc byte[IdBytes + SecretBytes];
        organizationId.TryWriteBytes(bytes);
        RandomNumberGenerator.Fill(bytes[IdBytes..]);
        return Base64Url.EncodeToString(bytes);
    }

    public static bool TryReadOrganization([NotNullWhen(true)] string? token, out Guid organizationId)
    {
        Span<byte> bytes = stackalloc byte[IdBytes + SecretBytes];
        organizationId = default;
        if (token is null || !Base64Url.IsValid(token, out var length) || length != bytes.Length) return false;
        Base64Url.DecodeFromChars(token, bytes);
        organizationId = new(bytes[..IdBytes]);
        return true;
    }

    /// <summary>What is stored of it.</summary>
    public static string HashOf(string token) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(token)));
}
