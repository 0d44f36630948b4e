namespace Kipu.Simulators;

internal static class Proration
{
    /// <summary>The part of an amount for the rest of a period, to the second, half a cent rounded up.</summary>
    public static long Share(long amount, long from, long to, long at)
    {
        if (at >= to) return 0;
        var (rest, whole) = ((Int128)(to - Math.Max(at, from)), (Int128)(to - from));
        return (long)(((amount * rest * 2) + whole) / (2 * whole));
    }
}
