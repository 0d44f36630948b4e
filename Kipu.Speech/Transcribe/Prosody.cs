using System.Globalization;

namespace Kipu.Speech;

/// <summary>Writes words that a recogniser gave without marks as sentences: a pause ends one, and the words themselves tell a
/// question.</summary>
internal static class Prosody
{
    private const double PauseTolerance = 0.3;
    private const double LongestSegment = 25;

    private static readonly HashSet<string> SpanishQuestions =
        ["qué", "quién", "quiénes", "cuál", "cuáles", "cómo", "cuándo", "dónde", "cuánto", "cuánta", "cuántos", "cuántas"];
    private static readonly HashSet<string> EnglishQuestions =
        ["what", "who", "which", "how", "when", "where", "why", "do", "does", "did", "is", "are", "can", "could", "will", "would", "should", "have", "has"];
    private static readonly HashSet<string> EnglishCapitals =
    [
        "i", "i'll", "i'm", "i've", "i'd", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february",
        "april", "june", "july", "august", "september", "october", "november", "december",
    ];

    // After these a pause is a breath, not an end.
    private static readonly HashSet<string> Continues =
    [
        "the", "an", "of", "for", "and", "or", "but", "because", "with", "from", "my", "our", "your",
        "de", "del", "la", "el", "los", "las", "un", "una", "con", "para", "por", "que", "en", "mi", "su", "nuestro", "nuestra", "pero",
    ];

    /// <summary>A turn as one segment, or as several when it is long; each utterance in it is a sentence.</summary>
    public static IEnumerable<SpokenSegment> ToSegments(IEnumerable<HeardUtterance> turn)
    {
        var open = new List<HeardUtterance>();
        foreach (var heard in turn)
        {
            if (open.Count > 0 && heard.Words[^1].End - open[0].Words[0].Start > LongestSegment)
            {
                yield return Segment(open);
                open.Clear();
            }
            open.Add(heard);
        }
        if (open.Count > 0) yield return Segment(open);
    }

    private static SpokenSegment Segment(List<HeardUtterance> heard) => new(
        heard[0].Utterance.Speaker, heard[0].Words[0].Start, heard[^1].Words[^1].End, string.Join(' ', heard.Select(Text)),
        heard.SelectMany(h => h.Words).Select(word => word.Confidence).Average() is { } mean ? Math.Round(mean, 3) : null, heard[0].Language);

    private static string Text(HeardUtterance heard)
    {
        if (heard.HasMarks) return string.Join(' ', heard.Words.Select(word => word.Text));

        var ends = SentenceEnds(heard);
        var sentences = new List<string>();
        var sentence = new List<string>();
        for (var i = 0; i < heard.Words.Count; i++)
        {
            sentence.Add(heard.Words[i].Text);
            // "Marta, por favor ...": the pause after a name that is called ends nothing.
            var last = i == heard.Words.Count - 1;
            if (!last && (!ends.Contains(i) || Continues.Contains(heard.Words[i].Text) || CallsByName(heard.Words, i, sentence.Count))) continue;
            sentences.Add(Write(sentence, heard.Language));
            sentence.Clear();
        }
        return string.Join(' ', sentences);
    }

    private static bool CallsByName(IReadOnlyList<HeardWord> words, int last, int length) =>
        length <= 2 && (words.Skip(last + 1).Select(word => word.Text).Take(2).ToArray() is ["por", "favor"] or ["please", ..]);

    /// <summary>The words after which a pause comes: a word begins where each pause ends.</summary>
    private static HashSet<int> SentenceEnds(HeardUtterance heard)
    {
        var ends = new HashSet<int> { heard.Words.Count - 1 };
        foreach (var pause in Pauses.Of(Pcm.ToFloats(File.ReadAllBytes(heard.Utterance.File))))
        {
            var resumed = heard.Utterance.Range.Start + pause.End;
            var next = Enumerable.Range(1, heard.Words.Count - 1).Cast<int?>().MinBy(i => Math.Abs(heard.Words[i!.Value].Start - resumed));
            if (next is { } word && Math.Abs(heard.Words[word].Start - resumed) < PauseTolerance) ends.Add(word - 1);
        }
        return ends;
    }

    internal static string Write(List<string> words, string language)
    {
        var text = string.Join(' ', words.Select(word => language == "en" && EnglishCapitals.Contains(word) ? Capital(word) : word));
        if (language == "es")
        {
            // No sentence ends in these: the recogniser made them of the breath before the pause.
            while (words.Count > 1 && words[^1] is ("a" or "e" or "o" or "u" or "y")) words.RemoveAt(words.Count - 1);
            text = string.Join(' ', words);
            // "¿Y ya ...?", "¿De qué ...?": the asking word may stand second; further in it asks nothing ("dice qué hora").
            var asks = words.Take(2).Any(SpanishQuestions.Contains) && !(words.Count > 1 && words[0] == "qué" && Exclaims.Contains(words[1]));
            return asks ? $"¿{Capital(text)}?" : $"{Capital(text)}.";
        }
        return Capital(text) + (words.Count > 1 && EnglishQuestions.Contains(words[0]) ? "?" : ".");
    }

    private static readonly HashSet<string> Exclaims = ["bueno", "bien", "mal", "pena", "lástima", "rico", "lindo", "buena"];

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..];
}
