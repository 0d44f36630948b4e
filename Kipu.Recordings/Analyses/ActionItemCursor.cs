using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;

namespace Kipu.Recordings;

/// <summary>Where a page of action items ended.</summary>
internal sealed record ActionItemCursor(DateTimeOffset RecordedAt, Guid RecordingId, int Ordinal)
{
    private const int Length = 8 + 16 + 4;

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Length];
        BinaryPrimitives.WriteInt64BigEndian(bytes, RecordedAt.UtcTicks);
        RecordingId.TryWriteBytes(bytes[8..], bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(bytes[24..], Ordinal);
        return Base64Url.EncodeToString(bytes);
    }

    public static bool TryParse(string text, [NotNullWhen(true)] out ActionItemCursor? cursor)
    {
        cursor = null;
        Span<byte> bytes = stackalloc byte[Length];
        if (!Base64Url.IsValid(text, out var length) || length != Length || !Base64Url.TryDecodeFromChars(text, bytes, out _)) return false;

        var ticks = BinaryPrimitives.ReadInt64BigEndian(bytes);
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks) return false;
        cursor = new(new(ticks, TimeSpan.Zero), new(bytes[8..24], bigEndian: true), BinaryPrimitives.ReadInt32BigEndian(bytes[24..]));
        return true;
    }
}
