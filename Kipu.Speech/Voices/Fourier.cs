using System.Numerics;

namespace Kipu.Speech;

/// <summary>Fast Fourier transform in place, radix 2.</summary>
internal static class Fourier
{
    /// <param name="values">As many as a power of two.</param>
    public static void Transform(Complex[] values)
    {
        var n = values.Length;
        for (int i = 1, j = 0; i < n; i++)
        {
            var bit = n >> 1;
            for (; (j & bit) != 0; bit >>= 1) j ^= bit;
            j ^= bit;
            if (i < j) (values[i], values[j]) = (values[j], values[i]);
        }
        for (var size = 2; size <= n; size <<= 1)
        {
            var turn = Complex.FromPolarCoordinates(1, -2 * Math.PI / size);
            for (var start = 0; start < n; start += size)
            {
                var factor = Complex.One;
                for (var k = start; k < start + (size / 2); k++)
                {
                    var odd = values[k + (size / 2)] * factor;
                    values[k + (size / 2)] = values[k] - odd;
                    values[k] += odd;
                    factor *= turn;
                }
            }
        }
    }
}
