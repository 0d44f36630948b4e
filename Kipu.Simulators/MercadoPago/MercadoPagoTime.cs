using System.Globalization;

namespace Kipu.Simulators;

/// <summary>Mercado Pago writes times with milliseconds and an offset that is nobody's own.</summary>
internal static class MercadoPagoTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(-4);

    public static string? Text(long? seconds) => seconds is { } at
        ? DateTimeOffset.FromUnixTimeSeconds(at).ToOffset(Offset).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture)
        : null;

    /// <returns>Null for what is no time.</returns>
    public static long? Read(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at.ToUnixTimeSeconds()
            : null;
}
