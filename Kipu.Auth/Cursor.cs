namespace Kipu.Auth;

/// <summary>Pages of lists in the order of their ids, which are in the order of time: the next page goes on after the last id of this one.</summary>
internal static class Cursor
{
    public const int DefaultPage = 50;
    public const int MaxPage = 200;

    public static readonly ApiError Invalid = new(400, "invalid_cursor", "The cursor is not one of ours. Start again without it.");

    /// <returns>False for what is no cursor of ours; the first page has none.</returns>
    public static bool TryRead(string? cursor, out Guid? last)
    {
        last = null;
        if (string.IsNullOrEmpty(cursor)) return true;
        if (!Guid.TryParseExact(cursor, "N", out var id)) return false;
        last = id;
        return true;
    }

    /// <param name="rows">One more than the page holds, if there is more.</param>
    /// <param name="size">Rows of a page.</param>
    /// <param name="idOf">A row's id.</param>
    public static Page<T> ToPage<T>(this IReadOnlyList<T> rows, int size, Func<T, Guid> idOf) =>
        rows.Count > size ? new([.. rows.Take(size)], idOf(rows[size - 1]).ToString("N")) : new(rows, null);
}
