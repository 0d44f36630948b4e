using System.Globalization;
using System.Text;

namespace Kipu.AudioWorker;

/// <summary>Checks what a reading claims against the transcript, by rules alone: no claim stands only because a model made it.</summary>
internal sealed class Evidence(MergedTranscript transcript, IReadOnlyList<TranscriptTurn> turns)
{
    /// <summary>Backed by turns that exist: verified; by turns in which people hedge: tentative; by none: unverified.</summary>
    public (IReadOnlyList<string> Segments, EvidenceState State, double? AtSeconds) Of(string text, IReadOnlyList<int>? numbers)
    {
        var found = (numbers ?? []).Where(n => n >= 1 && n <= turns.Count).Distinct().Order().Select(n => turns[n - 1]).ToList();
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

    private static string FirstWord(string text) => text.Split(' ')[0];

    private static HashSet<string> Words(string text) =>
        [.. Fold(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(w => string.Concat(w.Where(char.IsLetterOrDigit)))];

    /// <summary>Without case and accents: recognisers lose them.</summary>
    private static string Fold(string text) => string.Concat(text.Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)).ToLowerInvariant();
}
