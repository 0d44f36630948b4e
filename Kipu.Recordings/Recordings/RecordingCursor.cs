using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Kipu.Recordings;

internal enum RecordingSort
{
    Newest,
    Oldest,
    Title,
}

/// <summary>Where a page of the list ended: what the last row is sorted by, and its id among those of the same.</summary>
/// <param name="Sort">The order of the list.</param>
/// <param name="At">The last row's time, in a list by time.</param>
/// <param name="Title">The last row's title, in a list by title.</param>
/// <param name="Id">The last row.</param>
internal sealed record RecordingCursor(RecordingSort Sort, DateTimeOffset At, string Title, Guid Id)
{
    private const int KeyStart = 1 + 16;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static RecordingCursor After(RecordingSort sort, RecordingSummary row) => sort is RecordingSort.Title
        ? new(sort, default, row.Title, row.Id)
        : new(sort, row.CreatedAt, "", row.Id);

    public override string ToString()
    {
        var bytes = new byte[KeyStart + (Sort is RecordingSort.Title ? Encoding.UTF8.GetByteCount(Title) : sizeof(long))];
        bytes[0] = (byte)Sort;
        Id.TryWriteBytes(bytes.AsSpan(1), bigEndian: true, out _);
        if (Sort is RecordingSort.Title) Encoding.UTF8.GetBytes(Title, bytes.AsSpan(KeyStart));
        else BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(KeyStart), At.UtcTicks);
        return Base64Url.EncodeToString(bytes);
    }

    /// <returns>False for what is no cursor, or one of a list in another order.</returns>
    public static bool TryParse(string text, RecordingSort sort, [NotNullWhen(true)] out RecordingCursor? cursor)
    {
        cursor = null;
        if (!Base64Url.IsValid(text, out var length) || length < KeyStart) return false;

        var bytes = Base64Url.DecodeFromChars(text);
        if (bytes[0] != (byte)sort) return false;

        var id = new Guid(bytes.AsSpan(1, 16), bigEndian: true);
        var key = bytes.AsSpan(KeyStart);
        cursor = sort is RecordingSort.Title ? OfTitle(key, id) : OfTime(sort, key, id);
        return cursor is not null;
    }

    private static RecordingCursor? OfTime(RecordingSort sort, ReadOnlySpan<byte> key, Guid id)
    {
        if (key.Length != sizeof(long)) return null;
        var ticks = BinaryPrimitives.ReadInt64BigEndian(key);
        return ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks ? null : new(sort, new(ticks, TimeSpan.Zero), "", id);
    }

    private static RecordingCursor? OfTitle(ReadOnlySpan<byte> key, Guid id)
    {
        try
        {
            return new(RecordingSort.Title, default, Strict.GetString(key), id);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
