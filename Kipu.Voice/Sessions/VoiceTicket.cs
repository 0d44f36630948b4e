using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Kipu.Voice;

/// <summary>
/// A secret that opens a session's WebSocket once, where browsers can send no credentials but the address. It names its
/// organization, because nothing can be looked up without one; the database holds only its hash.
/// </summary>
internal sealed record VoiceTicket(string Text, Guid OrganizationId, byte[] Hash)
{
    private const int OrganizationLength = 16;
    private const int Length = OrganizationLength + 24;

    public static VoiceTicket New(Guid organizationId)
    {
        Span<byte> bytes = stackalloc byte[Length];
        organizationId.TryWriteBytes(bytes, bigEndian: true, out _);
        RandomNumberGenerator.Fill(bytes[OrganizationLength..]);
        return new(Base64Url.EncodeToString(bytes), organizationId, SHA256.HashData(bytes));
    }

    public static bool TryParse(string? text, [NotNullWhen(true)] out VoiceTicket? ticket)
    {
        ticket = null;
        Span<byte> bytes = stackalloc byte[Length];
        if (text is null || !Base64Url.IsValid(text, out var length) || length != Length || !Base64Url.TryDecodeFromChars(text, bytes, out _)) return false;

        ticket = new(text, new(bytes[..OrganizationLength], bigEndian: true), SHA256.HashData(bytes));
        return true;
    }
}
