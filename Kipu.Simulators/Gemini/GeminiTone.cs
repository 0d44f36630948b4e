namespace Kipu.Simulators;

/// <summary>Mood and kind of a meeting, by the words that were said.</summary>
internal static class GeminiTone
{
    // One word about a contract doesn't make a meeting one about sales.
    private const int FewestCategoryWords = 3;

    private static readonly HashSet<string> Good = Stems(
        "bueno buena excelente perfecto gracias genial contento feliz mejor avance logro listo aprobado "
        + "good great excellent perfect thanks happy better progress success ready approved agreed");

    private static readonly HashSet<string> Bad = Stems(
        "malo problema error falla queja retraso preocupa difícil riesgo bloqueo molesto pérdida cancelar "
        + "bad problem issue failure complaint delay worried difficult risk blocked angry loss cancel broken");

    private static readonly (string Category, HashSet<string> Words)[] Categories =
    [
        ("support", Stems("soporte ticket llamada incidente factura ayuda reclamo support help invoice incident refund")),
        ("sales", Stems("venta ventas propuesta cotización descuento contrato sales proposal quote discount contract deal")),
        ("interview", Stems("entrevista candidato experiencia vacante interview candidate experience hiring")),
        ("planning", Stems("sprint plan cronograma prioridad lanzamiento versión producto roadmap schedule priority launch release product")),
        ("training", Stems("curso clase taller ejercicio training course class workshop exercise lesson")),
    ];

    public static string? Sentiment(IReadOnlyList<GeminiLine> lines)
    {
        if (lines.Count is 0) return null;

        var words = Words(lines);
        var (good, bad) = (words.Count(Good.Contains), words.Count(Bad.Contains));
        return (good, bad) switch
        {
            ( > 0, > 0) when Math.Abs(good - bad) <= Math.Min(good, bad) => "mixed",
            _ when good > bad => "positive",
            _ when bad > good => "negative",
            _ => "neutral",
        };
    }

    public static string? Category(IReadOnlyList<GeminiLine> lines)
    {
        if (lines.Count is 0) return null;

        var words = Words(lines);
        var best = Categories.MaxBy(category => words.Count(category.Words.Contains));
        return words.Count(best.Words.Contains) >= FewestCategoryWords ? best.Category : "meeting";
    }

    private static List<string> Words(IEnumerable<GeminiLine> lines) => [.. lines.SelectMany(line => GeminiWords.Stems(line.Text))];

    private static HashSet<string> Stems(string words) => [.. GeminiWords.Stems(words)];
}
