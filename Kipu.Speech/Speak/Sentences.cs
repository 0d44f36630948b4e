using System.Text.RegularExpressions;

namespace Kipu.Speech;

/// <summary>Cuts text into sentences.</summary>
public static partial class Sentences
{
    /// <summary>Sentences with their marks; a full stop inside a number or an abbreviation of one letter ends none.</summary>
    public static IEnumerable<string> Split(string text) =>
        SentenceEnd().Split(text).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 0);

    /// <summary>Sentences of at most <paramref name="longest"/> characters: longer ones are cut at commas, then at spaces, then
    /// anywhere.</summary>
    public static IEnumerable<string> Split(string text, int longest)
    {
        foreach (var sentence in Split(text))
        {
            var rest = sentence;
            while (rest.Length > longest)
            {
                var cut = rest.LastIndexOf(',', longest - 1);
                if (cut < longest / 3) cut = rest.LastIndexOf(' ', longest - 1);
                if (cut < longest / 3) cut = longest - 1;
                yield return rest[..(cut + 1)].Trim();
                rest = rest[(cut + 1)..].Trim();
            }
            if (rest.Length > 0) yield return rest;
        }
    }

    [GeneratedRegex(@"(?<=[.!?…]["")»]?)(?<!\b\p{L}\.)\s+(?=[\p{L}\p{N}¿¡""«(])|\s*[\r\n]+\s*")]
    private static partial Regex SentenceEnd();
}
