namespace Kipu.Recordings;

/// <summary>What stands between a recording's own words, in its language where that is Spanish, else in English.</summary>
internal sealed record ExportWords(
    string Summary, string Decisions, string ActionItems, string Topics, string Transcript, string NoTranscript, string Missing,
    string Failed,
    string Tentative, string Unverified, string HeardBy)
{
    private static readonly ExportWords Spanish = new(
        "Resumen", "Decisiones", "Tareas", "Temas", "Transcripción", "No hay transcripción.", "audio que falta", "no se pudo transcribir",
        "tentativo", "sin verificar", "Escuchado por");

    private static readonly ExportWords English = new(
        "Summary", "Decisions", "Action items", "Topics", "Transcript", "There is no transcript.", "missing audio",
        "could not be transcribed",
        "tentative", "unverified", "Heard by");

    public static ExportWords In(string? language) => language?.StartsWith("es", StringComparison.OrdinalIgnoreCase) is true ? Spanish
        : English;

    public string Doubt(EvidenceState state) => state switch
    {
        EvidenceState.Tentative => $" ({Tentative})",
        EvidenceState.Unverified => $" ({Unverified})",
        _ => "",
    };
}
