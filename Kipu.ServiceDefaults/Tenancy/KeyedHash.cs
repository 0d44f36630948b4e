using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Kipu.ServiceDefaults;

/// <summary>HMAC-SHA256 with one key, base64url. Each thread keeps its instance: to set one up costs more than to use it.</summary>
internal sealed class KeyedHash(string key) : IDisposable
{
    private const int LongestText = 128;

    private readonly ThreadLocal<IncrementalHash> _hash = new(
        () => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(key)), trackAllValues: true);

    /// <param name="text">ASCII, of at most 128 characters.</param>
    public string Of(string text)
    {
        Span<byte> bytes = stackalloc byte[LongestText];
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var hasher = _hash.Value!;
        hasher.AppendData(bytes[..Encoding.ASCII.GetBytes(text, bytes)]);
        hasher.GetHashAndReset(hash);
        return Base64Url.EncodeToString(hash);
    }

    public void Dispose()
    {
        foreach (var hasher in _hash.Values) hasher.Dispose();
        _hash.Dispose();
    }
}
