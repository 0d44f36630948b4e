using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Kipu.Recordings;

/// <summary>
/// Tickets that stand in for credentials where none can be sent: each opens one recording's audio until it expires.
/// A ticket holds organization, recording, expiry and their HMAC-SHA256, so that every replica can check it and none has to
/// remember it.
/// </summary>
internal sealed class AudioTickets(IOptions<InternalOptions> options, TimeProvider time)
{
    /// <summary>Long enough to hear a long meeting out; a player that pauses longer asks for another.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private const int SignedLength = 16 + 16 + 8;
    private const int Length = SignedLength + HMACSHA256.HashSizeInBytes;

    private readonly byte[] _key = HKDF.DeriveKey(
        HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(options.Value.Token), HMACSHA256.HashSizeInBytes, info: "kipu audio ticket 1"u8.ToArray());

    public (string Ticket, DateTimeOffset ExpiresAt) Issue(Guid organizationId, Guid recordingId)
    {
        var expiresAt = DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().Add(Lifetime).ToUnixTimeSeconds());
        Span<byte> ticket = stackalloc byte[Length];
        organizationId.TryWriteBytes(ticket, bigEndian: true, out _);
        recordingId.TryWriteBytes(ticket[16..], bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(ticket[32..], expiresAt.ToUnixTimeSeconds());
        HMACSHA256.HashData(_key, ticket[..SignedLength], ticket[SignedLength..]);
        return (Base64Url.EncodeToString(ticket), expiresAt);
    }

    /// <summary>A ticket in the URL that an audio element plays.</summary>
    public AudioTicket Issue(Guid organizationId, Guid recordingId, PublicOptions options)
    {
        var (ticket, expiresAt) = Issue(organizationId, recordingId);
        return new($"{options.PublicUrl.TrimEnd('/')}/api/recordings/{recordingId}/audio/stream?ticket={ticket}", expiresAt);
    }

    /// <returns>The organization whose audio it opens; null when the ticket is not ours, not for this recording, or expired.</returns>
    public Guid? Check(string? ticket, Guid recordingId)
    {
        Span<byte> bytes = stackalloc byte[Length];
        if (ticket is null || !Base64Url.IsValid(ticket, out var length) || length != Length || !Base64Url.TryDecodeFromChars(ticket, bytes, out _)) return null;

        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, bytes[..SignedLength], expected);
        if (!CryptographicOperations.FixedTimeEquals(expected, bytes[SignedLength..])) return null;
        if (new Guid(bytes[16..32], bigEndian: true) != recordingId) return null;
        return BinaryPrimitives.ReadInt64BigEndian(bytes[32..]) > time.GetUtcNow().ToUnixTimeSeconds() ? new Guid(bytes[..16], bigEndian: true) : null;
    }
}
