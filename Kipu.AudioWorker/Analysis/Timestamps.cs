using System.Globalization;

namespace Kipu.AudioWorker;

/// <summary>Times as models write them and as people read them.</summary>
internal static class Timestamps
{
    /// <summary>
    /// Reads <c>MM:SS</c>, <c>H:MM:SS</c> and plain seconds, each with or without a fraction, and <c>MM:SS:mmm</c>. Minutes may exceed 59.
    /// </summary>
    public static bool TryParse(string? text, out double seconds)
    {
        seconds = 0;
        var parts = (text ?? "").Trim().Split(':');
        // Three digits can't be seconds: some models write their milliseconds behind a colon.
        if (parts is [var minutes, var whole, [_, _, _] thousandths]) parts = [minutes, $"{whole}.{thousandths}"];
        if (parts.Length > 3) return false;
        foreach (var part in parts)
        {
            if (!double.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) return false;
            seconds = (seconds * 60) + value;
        }

        return double.IsFinite(seconds);
    }

    /// <summary><c>MM:SS</c>, and <c>H:MM:SS</c> from an hour on.</summary>
    public static string Format(double seconds)
    {
        var time = TimeSpan.FromSeconds(Math.Floor(seconds));
        return time.TotalHours >= 1
            ? $"{(int)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}"
            : $"{time.Minutes:00}:{time.Seconds:00}";
    }
}
