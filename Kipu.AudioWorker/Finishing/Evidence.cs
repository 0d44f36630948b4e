using System.Globalization;
using System.Text;

namespace Kipu.AudioWorker;

/// <summary>Checks what a reading claims against the transcript, by rules alone: no claim stands only because a model made it.</summary>
internal sealed class Evidence(MergedTranscript transcript, IReadOnlyList<TranscriptTurn> turns)
{
    private readonly string[] _sequences = [.. turns.Select(turn => Sequence(turn.Text))];

    /// <summary>
    /// Backed by the words that it quotes, in the turns that it names: verified; by such in which people hedge: tentative; by none: unverified.
    /// </summary>
    /// <param name="text">The statement, in whatever language.</param>
    /// <param name="quote">The words that it rests on, in the meeting's own.</param>
    /// <param name="numbers">The turns that it names, from 1.</param>
    public (IReadOnlyList<string> Segments, EvidenceState State, double? AtSeconds) Of(string text, string? quote, IReadOnlyList<int>? numbers)
    {
        var named = (numbers ?? []).Where(n => n >= 1 && n <= turns.Count).Distinct().Order().ToList();
        var found = Where(quote, named);
        if (found.Count is 0) return ([], EvidenceState.Unverified, null);
        var hedged = Hedges.Hedged(text) || found.Exists(t => Hedges.Hedged(t.Text));
        return ([.. found.Select(t => t.SegmentId)], hedged ? EvidenceState.Tentative : EvidenceState.Verified, found[0].StartSeconds);
    }

    /// <summary>The owner as people call them; null when nobody of that name speaks or is spoken of.</summary>
    public string? Owner(string? owner)
    {
        if (string.IsNullOrWhiteSpace(owner)) return null;
        owner = owner.Trim();
        if (turns.FirstOrDefault(t => t.SpeakerId.Equals(owner, StringComparison.OrdinalIgnoreCase)) is { } turn) return turn.Speaker;
        var folded = Fold(owner);
        return transcript.Speakers.Any(s => s.Name is { } name && Fold(name) == folded)
            || turns.Any(t => Words(t.Text).Contains(FirstWord(folded)))
            ? owner : null;
    }

    /// <summary>The named turns, if the quote is in them or goes from one into the next; else those where it is in truth.</summary>
    private List<TranscriptTurn> Where(string? quote, List<int> named)
    {
        if (Sequence(quote ?? "") is not { Length: > 0 } words) return [];
        if (Contains(string.Join(' ', named.Select(n => _sequences[n - 1])), words)) return [.. named.Select(n => turns[n - 1])];
        var elsewhere = Array.FindIndex(_sequences, turn => Contains(turn, words));
        return elsewhere < 0 ? [] : [turns[elsewhere]];
    }

    private static bool Contains(string text, string words) => $" {text} ".Contains($" {words} ", StringComparison.Ordinal);

    /// <summary>The words alone, in their order: models change marks, capitals and accents when they quote.</summary>
    private static string Sequence(string text) => string.Join(
        ' ', Fold(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => string.Concat(word.Where(char.IsLetterOrDigit))).Where(word => word.Length > 0));

    private static string FirstWord(string text) => text.Split(' ')[0];

    private static HashSet<string> Words(string text) =>
        [.. Fold(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(w => string.Concat(w.Where(char.IsLetterOrDigit)))];

    /// <summary>Without case and accents: recognisers lose them.</summary>
    private static string Fold(string text) => string.Concat(text.Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)).ToLowerInvariant();
}
