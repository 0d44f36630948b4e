using System.Text.RegularExpressions;

namespace Kipu.AudioWorker;

/// <summary>Words with which people say that something is not settled.</summary>
internal static partial class Hedges
{
    public static bool Hedged(string text) => Words().IsMatch(text);

    [GeneratedRegex(
        @"\b(tal vez|quiz[aá]s?|a lo mejor|puede que|podr[ií]a(n|mos)?|habr[ií]a que ver|no estoy segur[oa]|supongo|depende|en principio"
        + @"|maybe|perhaps|possibly|might|could|not sure|i guess|we'll see|depends|tentatively)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
