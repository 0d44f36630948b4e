namespace Kipu.Contracts;

/// <summary>A page of a keyset-paginated list; <c>nextCursor</c> is null on the last.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor);
