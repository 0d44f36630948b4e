using System.Globalization;
using System.Text.RegularExpressions;

namespace Kipu.Speech;

/// <summary>The turns of phrase by which a language marks decisions, tasks, subjects and courtesies.</summary>
internal sealed partial class Cues
{
    public static Cues Spanish { get; } = new()
    {
        Decision = SpanishDecision(),
        Proposal = SpanishProposal(),
        Task = SpanishTask(),
        Answer = SpanishAnswer(),
        Called = SpanishCalled(),
        Courtesy = SpanishCourtesy(),
        Subject = SpanishSubject(),
        Agenda = SpanishAgenda(),
    };

    public static Cues English { get; } = new()
    {
        Decision = EnglishDecision(),
        Proposal = EnglishProposal(),
        Task = EnglishTask(),
        Answer = EnglishAnswer(),
        Called = EnglishCalled(),
        Courtesy = EnglishCourtesy(),
        Subject = EnglishSubject(),
        Agenda = EnglishAgenda(),
    };

    public required Regex Decision { private get; init; }
    public required Regex Proposal { private get; init; }
    public required Regex Task { private get; init; }
    public required Regex Answer { private get; init; }
    public required Regex Called { private get; init; }
    public required Regex Courtesy { private get; init; }
    public required Regex Subject { private get; init; }
    public required Regex Agenda { private get; init; }

    public static Cues For(string language) => language == "es" ? Spanish : English;

    public bool IsDecision(Statement statement) =>
        !statement.IsQuestion && Decision.IsMatch(statement.Text) && !Proposal.IsMatch(statement.Text);

    public bool IsTask(Statement statement) =>
        !statement.IsQuestion && !IsDecision(statement) && !Answer.IsMatch(statement.Text)
        && (CalledName(statement.Text) is not null || Task.IsMatch(statement.Text));

    public bool IsCourtesy(string text) => Courtesy.IsMatch(text);

    /// <summary>Who is asked by name: "Marta, por favor ...", "Alan, please ...", "Ana will ...".</summary>
    public string? CalledName(string text)
    {
        var called = Called.Match(text);
        return called.Success && called.Groups["name"].Value is var name && !NoNames.Contains(name.ToLowerInvariant())
            ? char.ToUpper(name[0], CultureInfo.InvariantCulture) + name[1..] : null;
    }

    /// <summary>The subject that a sentence turns to: "Pasemos al segundo tema: los precios" gives "los precios".</summary>
    /// <param name="text">The sentence.</param>
    /// <param name="next">The sentence after it: who pauses before naming the subject names it there.</param>
    public string? NewSubject(string text, string? next) => Named(Subject.Match(text), "subject", next);

    /// <summary>The list after "Hoy tenemos tres temas:".</summary>
    /// <inheritdoc cref="NewSubject"/>
    public string? AgendaOf(string text, string? next) => Named(Agenda.Match(text), "list", next);

    private static string? Named(Match match, string group, string? next)
    {
        if (!match.Success) return null;
        var named = match.Groups[group].Value.Trim(Marks);
        return named.Length > 3 ? named : next?.Trim(Marks) is { Length: > 3 } after ? after : null;
    }

    private static readonly char[] Marks = [' ', '.', ':', ','];

    // What stands before "please" or "will" and is nobody.
    private static readonly HashSet<string> NoNames =
    [
        "y", "pero", "entonces", "bueno", "sí", "no", "gracias", "un", "momento", "ahora", "también", "todos", "acuerdo", "días", "esto", "eso", "perfecto",
        "and", "but", "so", "yes", "no", "then", "it", "that", "this", "we", "you", "they", "he", "she", "there", "who", "what", "which", "everyone", "now", "ok",
        "okay", "well", "also", "customers", "people", "nobody", "one", "i", "team",
    ];

    private const RegexOptions Insensitive = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(decidimos|decidido|se decidió|quedamos en|acordamos|acordado|se acordó|aprobamos|se aprueba|se aprobó|queda(n)? (aprobad|decidid|acordad|confirmad)[oa]s?|la decisión es)\b", Insensitive)]
    private static partial Regex SpanishDecision();

    [GeneratedRegex(@"\b(propongo|propone|proponemos|sugiero|todavía no|aún no|no (decidimos|acordamos|aprobamos)|hay que decidir|si (decidimos|aprobamos))\b", Insensitive)]
    private static partial Regex SpanishProposal();

    [GeneratedRegex(@"\b((yo )?me (encargo|ocupo|comprometo)|(yo )?voy a \w+r(lo|la|los|las|le|les)?|yo \w{2,}o\b|\w{3,}[aei]ré|hay que \w+r\b.*\b(antes|para el|a más tardar))\b", Insensitive)]
    private static partial Regex SpanishTask();

    [GeneratedRegex(@"\b(yo (creo|pienso|opino|entiendo|digo|prefiero|propongo|recuerdo|veo|quiero|no)|lo tengo listo|lo anoto)\b", Insensitive)]
    private static partial Regex SpanishAnswer();

    [GeneratedRegex(@"^(?:[^.]{0,20}[,.] )?(?<name>\p{L}{3,}),?(?: [aey])? (?:por favor|te encargas|te ocupas|se encarga|va a \w+r)\b", Insensitive)]
    private static partial Regex SpanishCalled();

    [GeneratedRegex(@"\b(buenos días|buenas tardes|buenas noches|muchas gracias|gracias (a|por)|nos vemos|hasta (luego|mañana|pronto)|que tenga|con gusto)\b|^(hola|gracias|adiós)\b", Insensitive)]
    private static partial Regex SpanishCourtesy();

    [GeneratedRegex(@"\b(?:pasemos|pasamos|vamos|cambiemos) (?:al?|con|de)(?: el| la)?(?: (?:primer|segundo|tercer|cuarto|quinto|siguiente|próximo|último|otro))?(?: (?:tema|punto|asunto))?[:,.]? ?(?<subject>.*)|^(?:\S+ ){0,3}(?:primer|segundo|tercer|cuarto|quinto|siguiente|próximo|último) (?:tema|punto|asunto)(?: es| son)?[:,.]? ?(?<subject>.*)", Insensitive)]
    private static partial Regex SpanishSubject();

    [GeneratedRegex(@"\b(?:temas|puntos|asuntos)(?: para hoy| hoy)?(?: son)?[:,.]? ?(?<list>.*)", Insensitive)]
    private static partial Regex SpanishAgenda();

    [GeneratedRegex(@"\b(we (have )?(decided|agreed)|it (is|was) (decided|agreed|approved)|(is|are) approved|we approved|the decision is|let'?s go with|we('ll| will) go with)\b", Insensitive)]
    private static partial Regex EnglishDecision();

    [GeneratedRegex(@"\b(we (have ?n.t|did ?n.t|have not|did not) (yet )?(decide|agree)d?|if we (decide|agree)|i (suggest|propose)|not (yet )?(decided|agreed))\b", Insensitive)]
    private static partial Regex EnglishProposal();

    [GeneratedRegex(@"\b(i('ll| will| am going to|'m going to) \w+|i can take|i('ll| will) take care|please \w+|(needs?|has|have) to be \w+ by)\b", Insensitive)]
    private static partial Regex EnglishTask();

    [GeneratedRegex(@"\bi('ll| will) (do (that|it|so)|be (there|here)|see you|say|think|have to think)\b", Insensitive)]
    private static partial Regex EnglishAnswer();

    [GeneratedRegex(@"^(?:[^.]{0,20}[,.] )?(?<name>\p{L}{3,}),? (?:please|can you|could you|will|is going to)\b", Insensitive)]
    private static partial Regex EnglishCalled();

    [GeneratedRegex(@"\b(good (morning|afternoon|evening)|thank you|see you|good ?bye|have a (good|nice))\b|^(hello|hi|thanks|great|bye)\b", Insensitive)]
    private static partial Regex EnglishCourtesy();

    [GeneratedRegex(@"\b(?:let us|let's) (?:move|go|turn) (?:on )?to (?:the )?(?:(?:first|second|third|fourth|fifth|next|last) (?:topic|point|item))?[:,.]? ?(?<subject>.*)|^the (?:first|second|third|fourth|fifth|next|last) (?:topic|point|item)(?: is)?[:,.]? ?(?<subject>.*)", Insensitive)]
    private static partial Regex EnglishSubject();

    [GeneratedRegex(@"\b(?:topics|points|items)(?: for today| today)?(?: are)?[:,.]? ?(?<list>.*)", Insensitive)]
    private static partial Regex EnglishAgenda();
}
