using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Kipu.Speech;

/// <summary>Words, their stems, and those that carry no subject.</summary>
public static partial class Words
{
    private static readonly HashSet<string> Spanish = Set("""
        a al algo alguien algún alguna algunas alguno algunos ante antes aquel aquella aquello aquí así aún aunque bien bueno buenos
        buenas cada
        casi como cómo con contra cosa cosas cual cuál cuales cuando cuándo cuanto cuánto de del desde después días donde dónde dos
        durante e el
        él ella ellas ellos en entonces entre era eran es esa esas ese eso esos esta está están estas este esto estos estoy fue fueron
        gracias
        ha había han hasta hay hace hacer hacia hola hoy la las le les lo los luego mañana más me mi mis mismo mucho muchas muchos muy
        nada nadie
        ni no nos nosotros nuestra nuestro o os otra otras otro otros para pero perfecto poco por porque primer primero primera pues puede
        pueden puedo que qué quien quién se sea segundo ser si sí sido sin sobre solo sólo son soy su sus también tan tanto te tema temas
        tendrá
        tendremos tener tengo tenemos tercer tiene tienen toda todas todavía todo todos tres tu tú tus un una unas uno unos usted ustedes
        va vamos
        van ver vez voy y ya yo acuerdo claro favor último última próximo próxima semana mes año día lunes martes miércoles jueves viernes
        sábado
        domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre parece decir dice dicen quiero
        queremos
        """);

    private static readonly HashSet<string> English = Set("""
        a about after again all also am an and any are as at be because been before being but by can could did do does doing don't each
        for from
        good great had has have having he her here him his how i i'll i'm if in into is it it's its just know last let let's like me more
        most
        my new next no not now of on once one only or other our out over please same second she should so some such take than thank thanks
        that
        the their them then there they this three time to today tomorrow too topic topics two under until up very was we we'll were what
        when
        where which while who why will with would yes you your monday tuesday wednesday thursday friday saturday sunday january february
        march
        april may june july august september october november december week month year day morning afternoon everyone everybody first third
        """);

    // Carry no subject, and yet say something: when.
    private static readonly HashSet<string> Calendar = Set("""
        lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre
        diciembre hoy mañana
        monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november
        december today tomorrow
        """);

    private static readonly HashSet<string> FunctionWords = [.. Spanish.Union(English).Except(Calendar).SelectMany(Plain)];

    /// <summary>Words without case, accents and marks: models change these when they quote, and recognisers lose them.</summary>
    public static IReadOnlyList<string> Plain(string text) =>
        [.. Fold(text).ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => string.Concat(word.Where(char.IsLetterOrDigit))).Where(word => word.Length > 0)];

    /// <summary>Whether a plain word says something by itself, as names, things, deeds and numbers do, and articles don't.</summary>
    public static bool IsTelling(string word) => !FunctionWords.Contains(word);

    /// <summary>Words in lower case, with their accents.</summary>
    public static IReadOnlyList<string> Of(string text) => [.. Word().Matches(text).Select(match => match.Value.ToLowerInvariant())];

    public static bool IsStop(string word, string language) =>
        word.Length < 3 || char.IsDigit(word[0]) || (language == "es" ? Spanish : English).Contains(word);

    /// <summary>Words that carry a subject, as stems.</summary>
    public static IReadOnlyList<string> Stems(string text, string language) =>
        [.. Of(text).Where(word => !IsStop(word, language)).Select(word => Stem(word, language))];

    /// <summary>Cuts what number, gender and tense add: enough to see that two sentences speak of one thing.</summary>
    public static string Stem(string word, string language)
    {
        var plain = Fold(word);
        foreach (var ending in language == "es" ? SpanishEndings : EnglishEndings)
        {
            if (plain.Length - ending.Length >= 3 && plain.EndsWith(ending, StringComparison.Ordinal)) return plain[..^ending.Length];
        }
        return plain;
    }

    /// <summary>Without accents.</summary>
    public static string Fold(string word) => new(
        [.. word.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)]);

    /// <summary>Two-letter code by the words that one language uses all the time and the other doesn't; null when the text tells
    /// nothing.</summary>
    public static string? Language(string text)
    {
        var words = Of(text);
        var spanish = words.Count(Spanish.Contains) + (2 * text.Count("áéíóúñ¿¡".Contains));
        var english = words.Count(English.Contains);
        return spanish == english ? null : spanish > english ? "es" : "en";
    }

    private static readonly string[] SpanishEndings =
        ["amente", "aciones", "imiento", "imientos", "iendo", "ando", "aron", "ieron", "ciones", "cion", "ados", "idos", "adas", "idas",
         "amos", "emos", "imos", "ado", "ido", "ada", "ida", "es", "os", "as", "an", "en", "ar", "er", "ir", "o", "a", "e", "s"];

    private static readonly string[] EnglishEndings = ["ations", "ation", "ingly", "ing", "ies", "ed", "es", "er", "ly", "s", "y", "e"];

    private static HashSet<string> Set(string words) => [.. words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:['’][\p{L}]+)?")]
    private static partial Regex Word();
}
