using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Kipu.ServiceDefaults;

/// <summary>
/// HMAC-SHA256 with one key, base64url. Each thread keeps its instance: to set one up costs more than to use it. What was hashed within the last
/// minute is remembered, and then costs a comparison: nearly every request brings the same few secrets.
/// </summary>
internal sealed class KeyedHash(string key) : IDisposable
{
    private const int LongestText = 128;
    private const int MostKnown = 10_000;
    private const long KnownForMilliseconds = 60_000;

    private readonly ThreadLocal<IncrementalHash> _hash = new(
        () => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(key)), trackAllValues: true);

    // By the runtime's own hash of strings, whose seed is new in each process: nobody outside can aim at an entry, to learn from the time that it
    // takes how much of a guess is right.
    private ConcurrentDictionary<int, Known> _known = new();
    private long _knownSince = Environment.TickCount64;

    /// <param name="text">ASCII, of at most 128 characters.</param>
    public string Of(string text)
    {
        if (Environment.TickCount64 - Volatile.Read(ref _knownSince) > KnownForMilliseconds) Forget();
        var place = text.GetHashCode(StringComparison.Ordinal);
        if (_known.TryGetValue(place, out var known) && known.Is(text)) return known.Hash;
        if (_known.Count >= MostKnown) Forget();
        var hash = Hash(text);
        _known[place] = new(text, hash);
        return hash;
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

    private string Hash(string text)
    {
        Span<byte> bytes = stackalloc byte[LongestText];
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var hasher = _hash.Value!;
        hasher.AppendData(bytes[..Encoding.ASCII.GetBytes(text, bytes)]);
        hasher.GetHashAndReset(hash);
        return Base64Url.EncodeToString(hash);
    }

    private sealed class Known(string text, string hash)
    {
        public string Hash => hash;

        public bool Is(string other) => CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(text.AsSpan()), MemoryMarshal.AsBytes(other.AsSpan()));
    }
}
