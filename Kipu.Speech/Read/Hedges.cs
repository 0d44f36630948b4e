using System.Text.RegularExpressions;

namespace Kipu.Speech;

/// <summary>Words with which people say that something is not settled.</summary>
public static partial class Hedges
{
    public static bool AreIn(string text) => Words().IsMatch(text);

    [GeneratedRegex(
        @"\b(tal vez|quiz[aá]s?|a lo mejor|puede (ser )?que|podr[ií]a(n|mos)?|habr[ií]a que ver|creo que|me parece que|supongo|propongo"
        + @"|depende|en principio|si es posible|no estoy segur[oa]"
        + @"|maybe|perhaps|possibly|probably|might|could|i think|i guess|i suggest|i propose|we should|we'll see|not sure|depends"
        + @"|tentatively|if possible)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
