using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Kipu.Recordings;

/// <summary>
/// Makes of a request's Idempotency-Key what names the thing that it creates: the same request again finds it by that name, and no answer
/// has to be kept.
/// </summary>
internal sealed class IdempotencyKeys(IOptions<InternalOptions> options)
{
    public const int Longest = 100;

    private readonly byte[] _key = HKDF.DeriveKey(
        HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(options.Value.Token), HMACSHA256.HashSizeInBytes, info: "kipu idempotency key 1"u8.ToArray());

    public static bool IsOne(string key) => key.Length is > 0 and <= Longest && key.All(c => c is > ' ' and <= '~');

    /// <returns>Bytes that nobody without our key can tell, other ones for each recording and purpose.</returns>
    public byte[] Derive(string purpose, Guid recordingId, string idempotencyKey) =>
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{purpose} {recordingId} {idempotencyKey}"));
}
