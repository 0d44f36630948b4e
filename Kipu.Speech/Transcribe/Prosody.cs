using System.Globalization;

namespace Kipu.Speech;

/// <summary>Writes words that a recogniser gave without marks as sentences: a pause ends one, and the words themselves tell a question.</summary>
internal static class Prosody
{
    private const double SentencePause = 0.3;

    private static readonly HashSet<string> SpanishQuestions =
        ["qué", "quién", "quiénes", "cuál", "cuáles", "cómo", "cuándo", "dónde", "cuánto", "cuánta", "cuántos", "cuántas"];
    private static readonly HashSet<string> EnglishQuestions =
        ["what", "who", "which", "how", "when", "where", "why", "do", "does", "did", "is", "are", "can", "could", "will", "would", "should", "have", "has"];
    private static readonly HashSet<string> EnglishCapitals =
    [
        "i", "i'll", "i'm", "i've", "i'd", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february",
        "april", "june", "july", "august", "september", "october", "november", "december",
    ];

    /// <summary>The utterance as one segment; sentences in it carry their marks.</summary>
    public static SpokenSegment ToSegment(HeardUtterance heard)
    {
        var sentences = new List<string>();
        var sentence = new List<string>();
        for (var i = 0; i < heard.Words.Count; i++)
        {
            sentence.Add(heard.Words[i].Text);
            if (i + 1 < heard.Words.Count && heard.Words[i + 1].Start - heard.Words[i].End < SentencePause) continue;
            sentences.Add(Write(sentence, heard.Language));
            sentence.Clear();
        }
        return new SpokenSegment(
            heard.Utterance.Speaker, heard.Words[0].Start, heard.Words[^1].End, string.Join(' ', sentences), null, heard.Language);
    }

    internal static string Write(List<string> words, string language)
    {
        var text = string.Join(' ', words.Select(word => language == "en" && EnglishCapitals.Contains(word) ? Capital(word) : word));
        if (language == "es")
        {
            // "¿Y ya ...?", "¿De qué ...?": the asking word may stand second; further in it asks nothing ("dice qué hora").
            var asks = words.Take(2).Any(SpanishQuestions.Contains) && !(words.Count > 1 && words[0] == "qué" && Exclaims.Contains(words[1]));
            return asks ? $"¿{Capital(text)}?" : $"{Capital(text)}.";
        }
        return Capital(text) + (words.Count > 1 && EnglishQuestions.Contains(words[0]) ? "?" : ".");
    }

    private static readonly HashSet<string> Exclaims = ["bueno", "bien", "mal", "pena", "lástima", "rico", "lindo", "buena"];

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..];
}
