using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>Where billing periods end: counted from the anchor, so that 31 January leads to 28 February and on to 31 March.</summary>
internal static class BillingPeriod
{
    /// <summary>The first end of a period after a moment.</summary>
    public static long EndAfter(long anchor, long moment, JsonNode recurring)
    {
        var start = DateTimeOffset.FromUnixTimeSeconds(anchor);
        var step = (int)recurring.Number("interval_count");
        var interval = recurring.Text("interval");
        for (var n = FirstGuess(start, moment, interval, step); ; n++)
        {
            var end = Add(start, interval, n * step).ToUnixTimeSeconds();
            if (end > moment) return end;
        }
    }

    public static bool SameInterval(JsonNode one, JsonNode other) =>
        one.Text("interval") == other.Text("interval") && one.Number("interval_count") == other.Number("interval_count");

    /// <summary>The longest an interval can be, in seconds.</summary>
    public static long Longest(JsonNode recurring) => recurring.Number("interval_count") * Days(recurring.Text("interval")) * 86_400;

    /// <returns>A number of steps that is surely not too many.</returns>
    private static int FirstGuess(DateTimeOffset start, long moment, string? interval, int step)
    {
        var days = (moment - start.ToUnixTimeSeconds()) / 86_400;
        return (int)(days / (Days(interval) * step)) - 1;
    }

    private static DateTimeOffset Add(DateTimeOffset start, string? interval, int count) => interval switch
    {
        "day" => start.AddDays(count),
        "week" => start.AddDays(7 * count),
        "year" => start.AddYears(count),
        _ => start.AddMonths(count),
    };

    private static int Days(string? interval) => interval switch { "day" => 1, "week" => 7, "year" => 366, _ => 31 };
}
