namespace Kipu.Tests;

/// <summary>Analyses with what a test is about spelled out, and the rest plausible.</summary>
internal static class SomeAnalysis
{
    public static AnalysisDocument Of(string title = "Reunión de ventas", string? language = "es", params IReadOnlyList<TranscriptTurn> transcript) => new(
        title, null, [], "Se habló de ventas.", [new("Se habló de ventas.", ["s1"], EvidenceState.Verified)],
        [new("d1", "Abrir en Medellín", 12, ["s1"], EvidenceState.Verified)],
        [new("a1", "Escribir el contrato", "Ana", "viernes", Done: false, 20, ["s2"], EvidenceState.Tentative)],
        [new("v1", "Ana", 30), new("v2", "Luis", 30)], ["Ana", "Luis"], ["ventas"], null, language, transcript, [], 60,
        new("embedded", "test", "test", Demo: false, "high", []), new(2026, 11, 24, 15, 0, 0, TimeSpan.Zero));

    public static TranscriptTurn Turn(int number, string text, double start = 0, string speaker = "Ana", string? language = null) => new(
        $"s{number}", speaker, speaker, text, "00:00", start, start + 4, 0.9, language);
}
