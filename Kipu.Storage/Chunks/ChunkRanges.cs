namespace Kipu.Storage;

/// <summary>Which chunks are there, told as ranges: a meeting of eight hours has tens of thousands, and hardly ever a gap.</summary>
internal static class ChunkRanges
{
    /// <param name="indices">Ascending, each once.</param>
    /// <returns>First and last index of each unbroken run.</returns>
    public static List<int[]> Of(IEnumerable<int> indices)
    {
        var ranges = new List<int[]>();
        foreach (var index in indices)
        {
            if (ranges.Count > 0 && ranges[^1][1] == index - 1)
            {
                ranges[^1][1] = index;
            }
            else
            {
                ranges.Add([index, index]);
            }
        }

        return ranges;
    }

    /// <param name="received">Ranges as <see cref="Of"/> makes them.</param>
    /// <param name="total">Chunks that there should be.</param>
    /// <returns>Indices below the total that no range holds.</returns>
    public static IEnumerable<int> Missing(IEnumerable<int[]> received, int total)
    {
        var next = 0;
        foreach (var range in received)
        {
            for (; next < range[0] && next < total; next++) yield return next;
            next = range[1] + 1;
        }

        for (; next < total; next++) yield return next;
    }
}
