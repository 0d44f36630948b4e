using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Kipu.Simulators;

/// <summary>Spanish and English words: which carry meaning, and which mean the same.</summary>
internal static partial class GeminiWords
{
    private static readonly HashSet<string> Stop =
    [
        .. ("a al algo and are as at be but by can con como cual cuales queda quedan quedaron quedo cuando de del did do does donde el ella en entre era es esa ese eso esta "
            + "este esto estan fue for from ha han has have hay how i if in is it la las le les lo los me mi mis my no nos o of on or para pero "
            + "por porque que quien quienes se ser si sin sobre son su sus te the their them they this that these those to tu un una uno was we "
            + "were what when where which who why will with y ya you your favor please dime tell cuentame hubo there sabes know podrias could "
            + "puedes would been being our us mas muy tambien todo todos all any some about que").Split(' '),
    ];

    private static readonly HashSet<string> Spanish =
        [.. "el la los las de que y en un una por con para se lo es del al como mas pero sus le ya este qué cuál cuándo quién dónde cómo está".Split(' ')];

    private static readonly HashSet<string> English =
        [.. "the of and to in is that it for was on are with as be this have from or by at what when who where how did we will you".Split(' ')];

    // A question asks for the thing, the talk has the deed: both count as one word.
    private static readonly string[][] SameMeaning =
    [
        ["decid", "decis", "acord", "acuer", "aprob", "aprue", "agree", "appro", "concl"],
        ["tarea", "pendi", "accio", "actio", "task", "compr", "encar", "respo", "todo", "do"],
        ["resum", "summa", "trata", "tema", "temas", "topic", "subje"],
        ["fecha", "plazo", "date", "deadl", "due", "entre"],
        ["costo", "costa", "preci", "presu", "cost", "price", "budge"],
        ["cambi", "change", "chang", "modif"],
        ["probl", "issue", "falla", "error", "bug"],
        ["clien", "custo", "compr"],
    ];

    public static string Language(string text)
    {
        var words = Split(text, keepAccents: true);
        return words.Count(Spanish.Contains) + (text.Contains('¿', StringComparison.Ordinal) ? 3 : 0) >= words.Count(English.Contains) ? "es" : "en";
    }

    public static List<string> Sentences(string text) =>
        [.. SentenceEnd().Split(text).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 0)];

    /// <summary>The words that carry a question's meaning, as they were said.</summary>
    public static List<string> Keywords(string text) =>
        [.. Split(text, keepAccents: true).Where(word => !Stop.Contains(WithoutAccents(word)) && word.Length > 1).Distinct()];

    /// <summary>The meanings in a text: stems, one for all that mean the same.</summary>
    public static HashSet<string> Meanings(string text) =>
        [.. Split(text, keepAccents: false).Where(word => !Stop.Contains(word) && word.Length > 1).Select(Meaning)];

    /// <summary>Every word's beginning, which is the same in most of its forms.</summary>
    public static IEnumerable<string> Stems(string text) => Split(text, keepAccents: false).Select(Stem);

    private static string Stem(string word) => word.Length > 5 ? word[..5] : word.TrimEnd('s');

    private static string Meaning(string word)
    {
        var stem = Stem(word);
        return Array.Find(SameMeaning, group => group.Contains(stem) || group.Contains(word)) is [var first, ..] ? first : stem;
    }

    private static List<string> Split(string text, bool keepAccents) =>
        [.. Word().Matches((keepAccents ? text : WithoutAccents(text)).ToLowerInvariant()).Select(match => match.Value)];

    private static string WithoutAccents(string text)
    {
        var plain = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark) plain.Append(letter);
        }

        return plain.ToString();
    }

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}']+")]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<=[.!?])\s+|\n+")]
    private static partial Regex SentenceEnd();
}
