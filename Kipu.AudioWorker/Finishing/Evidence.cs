using Kipu.Speech;

namespace Kipu.AudioWorker;

/// <summary>Checks what a reading claims against the transcript, by rules alone: no claim stands only because a model made it.</summary>
internal sealed class Evidence(MergedTranscript transcript, IReadOnlyList<TranscriptTurn> turns)
{
    private readonly Quotes _quotes = new(turns.Select(turn => turn.Text));
    private readonly HashSet<string> _spoken =
        [.. turns.Select(turn => turn.Text).Concat(transcript.Speakers.Select(s => s.Name ?? "")).SelectMany(Words.Plain)];

    /// <summary>
    /// Backed by the words that it quotes: verified; by words with which people hedge: tentative; by none, or by those of somebody else
    /// than its owner: unverified.
    /// </summary>
    /// <param name="text">The statement, in whatever language.</param>
    /// <param name="quote">The words that it rests on, in the meeting's own.</param>
    /// <param name="numbers">The turns that it names, from 1; they choose where the quote stands more than once.</param>
    /// <param name="owner">Whose task it is, as <see cref="Owner"/> tells it.</param>
    /// <returns>The turns in which the quote stands, and when the first of them begins.</returns>
    public (IReadOnlyList<string> Segments, EvidenceState State, double? AtSeconds) Of(
        string text, string? quote, IReadOnlyList<int>? numbers, string? owner = null)
    {
        var named = (numbers ?? []).Select(number => number - 1).ToHashSet();
        var places = _quotes.Find(quote).Where(place => place.IsTelling).ToList();
        if ((places.Find(place => named.Contains(place.First) || named.Contains(place.Last)) ?? places.FirstOrDefault()) is not { } found)
        {
            return ([], EvidenceState.Unverified, null);
        }

        var lines = turns.Skip(found.First).Take(found.Last - found.First + 1).ToList();
        if (owner is not null && !MayBeOf(owner, lines)) return ([], EvidenceState.Unverified, null);

        var hedged = Hedges.AreIn(text) || Hedges.AreIn(found.Sentences);
        return ([.. lines.Select(t => t.SegmentId)], hedged ? EvidenceState.Tentative : EvidenceState.Verified, lines[0].StartSeconds);
    }

    /// <summary>The owner as people call them; null when nobody of that name speaks or is spoken of.</summary>
    public string? Owner(string? owner)
    {
        if (string.IsNullOrWhiteSpace(owner)) return null;
        owner = owner.Trim();
        if (turns.FirstOrDefault(t => t.SpeakerId.Equals(owner, StringComparison.OrdinalIgnoreCase)) is { } turn) return turn.Speaker;
        return Telling(owner) is { Count: > 0 } words && words.IsSubsetOf(_spoken) ? owner : null;
    }

    /// <summary>Whether the owner says it or is called by name; somebody who is only spoken of may be a voice without a name.</summary>
    private bool MayBeOf(string owner, List<TranscriptTurn> lines) =>
        lines.Exists(line => Is(owner, line))
        || Telling(owner).IsSubsetOf(lines.SelectMany(line => Words.Plain(line.Text)))
        || (!turns.Any(turn => Is(owner, turn)) && lines.Exists(line => NameOf(line) is null));

    private bool Is(string owner, TranscriptTurn turn) =>
        turn.Speaker == owner || (NameOf(turn) is { } name && Telling(owner).Overlaps(Words.Plain(name)));

    private string? NameOf(TranscriptTurn turn) => transcript.Speakers.FirstOrDefault(s => s.Id == turn.SpeakerId)?.Name;

    private static HashSet<string> Telling(string text) => [.. Words.Plain(text).Where(Words.IsTelling)];
}
