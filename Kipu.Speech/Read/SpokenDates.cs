using System.Globalization;
using System.Text.RegularExpressions;

namespace Kipu.Speech;

/// <summary>Days as people say them, in words or figures, on the calendar of the day they say it.</summary>
internal static partial class SpokenDates
{
    private static readonly string[] SpanishMonths =
        ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"];
    private static readonly string[] EnglishMonths =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    private static readonly string[] SpanishDays = ["domingo", "lunes", "martes", "miercoles", "jueves", "viernes", "sabado"];
    private static readonly string[] EnglishDays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    private static readonly string[] SpanishNumbers =
    [
        "cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce", "trece", "catorce", "quince",
        "dieciseis", "diecisiete", "dieciocho", "diecinueve", "veinte", "veintiuno", "veintidos", "veintitres", "veinticuatro", "veinticinco",
        "veintiseis", "veintisiete", "veintiocho", "veintinueve", "treinta", "treinta y uno",
    ];

    private static readonly string[] EnglishNumbers =
    [
        "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
        "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty first", "twenty second", "twenty third",
        "twenty fourth", "twenty fifth", "twenty sixth", "twenty seventh", "twenty eighth", "twenty ninth", "thirtieth", "thirty first",
    ];

    /// <summary>Days named in a sentence, the most exact reading of each place.</summary>
    /// <param name="text">A sentence.</param>
    /// <param name="language"><c>es</c> or <c>en</c>.</param>
    /// <param name="said">The day on which it was said; without it no date can be told, but the words are found.</param>
    public static IReadOnlyList<(string Text, DateOnly? Date)> Find(string text, string language, DateOnly? said) =>
        [.. (language == "es" ? Spanish() : English()).Matches(text).Select(match => (match.Value, Resolve(match, language, said)))];

    private static DateOnly? Resolve(Match match, string language, DateOnly? said)
    {
        if (said is not { } today) return null;

        var spanish = language == "es";
        string Group(string name) => Words.Fold(match.Groups[name].Value.ToLowerInvariant()).Replace('-', ' ');

        if (Group("month") is { Length: > 0 } month)
        {
            var number = Array.FindIndex(spanish ? SpanishMonths : EnglishMonths, name => name.StartsWith(month, StringComparison.Ordinal)) + 1;
            var day = Day(Group("day"), spanish);
            return Group("year") is { Length: 4 } year ? Calendar(int.Parse(year, CultureInfo.InvariantCulture), number, day) : Next(today, number, day);
        }
        if (Group("iso") is { Length: > 0 }) return DateOnly.TryParse(match.Value, CultureInfo.InvariantCulture, out var iso) ? iso : null;
        if (Group("weekday") is { Length: > 0 } weekday)
        {
            var wanted = Array.IndexOf(spanish ? SpanishDays : EnglishDays, weekday);
            return today.AddDays((((wanted - (int)today.DayOfWeek) + 6) % 7) + 1);
        }
        return Group("near") switch
        {
            "hoy" or "hoy mismo" or "today" => today,
            "manana" or "tomorrow" => today.AddDays(1),
            "pasado manana" or "the day after tomorrow" => today.AddDays(2),
            "fin de mes" or "end of the month" => new DateOnly(today.Year, today.Month, DateTime.DaysInMonth(today.Year, today.Month)),
            _ => null,
        };
    }

    private static int Day(string word, bool spanish)
    {
        if (int.TryParse(Figures().Match(word).Value, CultureInfo.InvariantCulture, out var figure)) return figure;
        return word == "primero" ? 1 : Array.IndexOf(spanish ? SpanishNumbers : EnglishNumbers, word);
    }

    /// <summary>The next such day that isn't past.</summary>
    private static DateOnly? Next(DateOnly today, int month, int day) =>
        Calendar(today.Year, month, day) is { } thisYear && thisYear >= today ? thisYear : Calendar(today.Year + 1, month, day);

    private static DateOnly? Calendar(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && year is > 0 and < 10_000 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private const RegexOptions Insensitive = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Figures();

    [GeneratedRegex(
        @"\b(?:(?:lunes|martes|miércoles|miercoles|jueves|viernes|sábado|sabado|domingo),? )?(?<day>primero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieciséis|diecisiete|dieciocho|diecinueve|veinte|veinti\w+|treinta(?: y uno)?|[0-3]?[0-9]) de (?<month>enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)(?: (?:de|del) (?<year>2[0-9]{3}))?\b"
        + @"|\b(?<iso>2[0-9]{3}-[01][0-9]-[0-3][0-9])\b"
        + @"|\b(?:próximo )?(?<weekday>lunes|martes|miércoles|miercoles|jueves|viernes|sábado|sabado|domingo)\b"
        + @"|\b(?<near>hoy mismo|hoy|pasado mañana|(?<!de la |por la |en la |la )mañana|fin de mes)\b"
        + @"|\b(?<vague>(?:la )?próxima (?:semana|reunión)|(?:el )?próximo mes|(?:las )?\w+ de la (?:mañana|tarde|noche))\b", Insensitive)]
    private static partial Regex Spanish();

    [GeneratedRegex(
        @"\b(?:(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday),? )?(?:(?:the )?(?<day>[0-3]?[0-9](?:st|nd|rd|th)?|(?:twenty[ -]|thirty[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|\w+teenth|twentieth|thirtieth) of (?<month>january|february|march|april|may|june|july|august|september|october|november|december)|(?<month>january|february|march|april|may|june|july|august|september|october|november|december) (?:the )?(?<day>[0-3]?[0-9](?:st|nd|rd|th)?|(?:twenty[ -]|thirty[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|\w+teenth|twentieth|thirtieth))(?:,? (?<year>2[0-9]{3}))?\b"
        + @"|\b(?<iso>2[0-9]{3}-[01][0-9]-[0-3][0-9])\b"
        + @"|\b(?:next )?(?<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b"
        + @"|\b(?<near>today|the day after tomorrow|tomorrow|end of the month)\b"
        + @"|\b(?<vague>next (?:week|month|meeting))\b", Insensitive)]
    private static partial Regex English();
}
