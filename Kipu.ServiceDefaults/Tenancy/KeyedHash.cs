using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Kipu.ServiceDefaults;

/// <summary>
/// HMAC-SHA256 with one key, base64url. Each thread keeps its instance: to set one up costs more than to use it. What was hashed within the last
/// minute is remembered by its plain digest, which costs a part of that: nearly every request brings the same few secrets.
/// </summary>
internal sealed class KeyedHash(string key) : IDisposable
{
    private const int LongestText = 128;
    private const int MostKnown = 10_000;
    private const long KnownForMilliseconds = 60_000;

    private readonly ThreadLocal<IncrementalHash> _hash = new(
        () => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(key)), trackAllValues: true);

    // Not by the secrets themselves: comparing them would tell in its time how much of a guess is right.
    private ConcurrentDictionary<UInt128, string> _known = new();
    private long _knownSince = Environment.TickCount64;

    /// <param name="text">ASCII, of at most 128 characters.</param>
    public string Of(string text)
    {
        if (Environment.TickCount64 - Volatile.Read(ref _knownSince) > KnownForMilliseconds) Forget();
        Span<byte> bytes = stackalloc byte[LongestText];
        bytes = bytes[..Encoding.ASCII.GetBytes(text, bytes)];
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, digest);
        var key = MemoryMarshal.Read<UInt128>(digest);
        if (_known.TryGetValue(key, out var known)) return known;
        if (_known.Count >= MostKnown) Forget();
        return _known[key] = Hash(bytes);
    }

    public void Dispose()
    {
        foreach (var hasher in _hash.Values) hasher.Dispose();
        _hash.Dispose();
    }

    private void Forget()
    {
        Volatile.Write(ref _knownSince, Environment.TickCount64);
        _known = new();
    }

    private string Hash(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var hasher = _hash.Value!;
        hasher.AppendData(bytes);
        hasher.GetHashAndReset(hash);
        return Base64Url.EncodeToString(hash);
    }
}
