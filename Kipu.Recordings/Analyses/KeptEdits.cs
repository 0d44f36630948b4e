namespace Kipu.Recordings;

/// <summary>
/// Carries what people corrected over to a new analysis of the same audio. Ids of segments, speakers and action items may all have
/// changed: what stays is when something was said, and by that it is found again.
/// </summary>
internal static class KeptEdits
{
    /// <summary>A share of words in common from which two action items are the same.</summary>
    private const double SameItem = 0.5;

    public static AnalysisDocument Apply(AnalysisDocument fresh, AnalysisDocument earlier)
    {
        var named = NameSpeakers(fresh, earlier);
        var (spoken, replacedBy) = KeepWords(named, earlier);
        return spoken with
        {
            Summary = [.. spoken.Summary.Select(s => s with { Evidence = Follow(s.Evidence, replacedBy) })],
            Decisions = [.. spoken.Decisions.Select(d => d with { Evidence = Follow(d.Evidence, replacedBy) })],
            Sections = spoken.Sections?.Select(section => section with
            {
                Statements = [.. section.Statements.Select(s => s with { Evidence = Follow(s.Evidence, replacedBy) })],
            }).ToList(),
            ActionItems = KeepItems(
                [.. spoken.ActionItems.Select(i => i with { Evidence = Follow(i.Evidence, replacedBy) })], spoken.Transcript ?? [],
                earlier),
        };
    }

    /// <summary>A new voice is the earlier one with whom it speaks at the same time for most of its own.</summary>
    private static AnalysisDocument NameSpeakers(AnalysisDocument fresh, AnalysisDocument earlier)
    {
        var edited = earlier.Speakers.Where(s => s.Edit is not null).ToDictionary(s => s.SpeakerId);
        if (edited.Count == 0 || fresh.Transcript is null || earlier.Transcript is null) return fresh;

        var known = new Dictionary<string, Speaker>();
        foreach (var turns in fresh.Transcript.GroupBy(t => t.SpeakerId))
        {
            var shared = earlier.Transcript.GroupBy(t => t.SpeakerId).Select(e => (Id: e.Key, Seconds: Shared([.. turns], [.. e])))
                .MaxBy(e => e.Seconds);
            if (shared.Seconds * 2 >= turns.Sum(Length) && edited.TryGetValue(shared.Id ?? "", out var speaker)) known[turns.Key] = speaker;
        }

        // Voices that are one person become one: the first of them.
        var becomes = fresh.Speakers.Where(s => known.ContainsKey(s.SpeakerId)).GroupBy(s => known[s.SpeakerId].SpeakerId)
            .SelectMany(same => same.Select(s => (s.SpeakerId, To: same.First().SpeakerId))).ToDictionary(s => s.SpeakerId, s => s.To);
        var voices = fresh.Transcript.DistinctBy(t => t.SpeakerId).ToDictionary(t => t.SpeakerId, t => t.Speaker);
        var labels = fresh.Transcript.Where(t => known.ContainsKey(t.SpeakerId)).DistinctBy(t => t.Speaker).ToDictionary(
            t => t.Speaker, t => known[t.SpeakerId].Name ?? voices[becomes.GetValueOrDefault(t.SpeakerId, t.SpeakerId)]);
        return fresh with
        {
            Speakers = [.. fresh.Speakers.GroupBy(s => becomes.GetValueOrDefault(s.SpeakerId, s.SpeakerId)).Select(same =>
            {
                var talk = same.Sum(s => s.TalkSeconds);
                return known.TryGetValue(same.Key, out var speaker)
                    ? speaker with { SpeakerId = same.Key, TalkSeconds = talk, Name = speaker.Name ?? same.First().Name }
                    : same.First() with { TalkSeconds = talk };
            })],
            Transcript = [.. fresh.Transcript.Select(t => t with
            {
                SpeakerId = becomes.GetValueOrDefault(t.SpeakerId, t.SpeakerId),
                Speaker = labels.GetValueOrDefault(t.Speaker, t.Speaker),
            })],
            Participants = [.. fresh.Participants.Select(p => labels.GetValueOrDefault(p, p)).Distinct()],
            ActionItems = [.. fresh.ActionItems.Select(
                i => i with { Owner = i.Owner is null ? null : labels.GetValueOrDefault(i.Owner, i.Owner) })],
        };
    }

    /// <summary>
    /// A corrected stretch stays as people wrote it, in place of the new segments that lie in it for the greater part. It takes the id of
    /// the first, so that what rests on that one rests on it.
    /// </summary>
    private static (AnalysisDocument Document, Dictionary<string, string> ReplacedBy) KeepWords(AnalysisDocument fresh,
        AnalysisDocument earlier)
    {
        var replacedBy = new Dictionary<string, string>();
        var corrected = (earlier.Transcript ?? []).Where(t => t.Edit is not null).ToList();
        if (corrected.Count == 0) return (fresh, replacedBy);

        var turns = (fresh.Transcript ?? []).ToList();
        var speakers = fresh.Speakers.ToList();
        var ids = turns.Select(t => t.SegmentId).ToHashSet();
        var kept = new List<TranscriptTurn>();
        foreach (var old in corrected)
        {
            var replaced = turns.Where(t => Shared(t, old) is > 0 and var shared && shared * 2 >= Length(t)).ToList();
            turns.RemoveAll(replaced.Contains);
            var id = replaced.Count > 0 ? replaced[0].SegmentId : FreeId(old.SegmentId, ids);
            foreach (var turn in replaced) replacedBy[turn.SegmentId] = id;
            kept.Add(replaced.Count > 0
                ? old with
                {
                    SegmentId = id,
                    SpeakerId = replaced[0].SpeakerId,
                    Speaker = replaced[0].Speaker,
                    Edit = old.Edit! with { Original = string.Join(' ', replaced.Select(t => t.Text)) },
                }
                : old with { SegmentId = id, SpeakerId = SpeakerOf(old, earlier, speakers) });
        }

        return (fresh with { Transcript = [.. turns.Concat(kept).OrderBy(t => t.StartSeconds)], Speakers = speakers }, replacedBy);
    }

    /// <summary>Whom a corrected segment belongs to where the new analysis hears nobody.</summary>
    private static string SpeakerOf(TranscriptTurn old, AnalysisDocument earlier, List<Speaker> speakers)
    {
        if (speakers.FirstOrDefault(s => s.Name is not null && s.Name == old.Speaker) is { } same) return same.SpeakerId;

        var id = FreeId(old.SpeakerId, [.. speakers.Select(s => s.SpeakerId)]);
        var speaker = earlier.Speakers.FirstOrDefault(s => s.SpeakerId == old.SpeakerId) ?? new(id, old.Speaker, 0);
        speakers.Add(speaker with { SpeakerId = id, TalkSeconds = Math.Round(Length(old), 2) });
        return id;
    }

    /// <summary>
    /// An item that people touched stays as they left it, in place of the new one that says the same, or else beside the new ones.
    /// </summary>
    private static List<ActionItem> KeepItems(List<ActionItem> items, IReadOnlyList<TranscriptTurn> turns, AnalysisDocument earlier)
    {
        var ids = items.Select(i => i.Id).ToHashSet();
        foreach (var old in earlier.ActionItems.Where(i => i.Edit is not null))
        {
            var best = items.Index().Where(i => i.Item.Edit is null)
                .Select(i => (i.Index, Alike: Math.Max(Alike(i.Item.Text, old.Text), Alike(i.Item.Text, old.Edit!.Original ?? old.Text))))
                .OrderByDescending(i => i.Alike).FirstOrDefault((Index: -1, Alike: 0));
            if (best.Alike >= SameItem)
            {
                var same = items[best.Index];
                items[best.Index] = old with
                {
                    Id = same.Id,
                    AtSeconds = same.AtSeconds,
                    Evidence = same.Evidence,
                    State = same.State,
                    Edit = old.Edit! with { Original = same.Text },
                };
            }
            else
            {
                items.Add(old with { Id = FreeId(old.Id, ids), Evidence = Find(old.Evidence, earlier.Transcript ?? [], turns) });
            }
        }

        return items;
    }

    /// <summary>The new segments in which the old ones were said.</summary>
    private static List<string> Find(IReadOnlyList<string> evidence, IReadOnlyList<TranscriptTurn> earlier,
        IReadOnlyList<TranscriptTurn> turns) =>
        [.. earlier.Where(t => evidence.Contains(t.SegmentId))
            .Select(old => turns.Where(t => Shared(t, old) > 0).MaxBy(t => Shared(t, old))?.SegmentId).OfType<string>().Distinct()];

    private static List<string> Follow(IReadOnlyList<string> evidence, Dictionary<string, string> replacedBy) =>
        [.. evidence.Select(id => replacedBy.GetValueOrDefault(id, id)).Distinct()];

    private static string FreeId(string wanted, HashSet<string> taken)
    {
        var id = wanted;
        for (var number = 2; !taken.Add(id); number++) id = $"{wanted}-{number}";
        return id;
    }

    private static double Length(TranscriptTurn turn) => turn.EndSeconds - turn.StartSeconds;

    private static double Shared(TranscriptTurn one, TranscriptTurn other) =>
        Math.Max(0, Math.Min(one.EndSeconds, other.EndSeconds) - Math.Max(one.StartSeconds, other.StartSeconds));

    private static double Shared(TranscriptTurn[] ones, TranscriptTurn[] others) =>
        ones.Sum(one => others.Sum(other => Shared(one, other)));

    /// <summary>Words in common, of all that either has.</summary>
    private static double Alike(string one, string other)
    {
        var (left, right) = (WordsOf(one), WordsOf(other));
        var all = left.Union(right).Count();
        return all == 0 ? 0 : (double)left.Intersect(right).Count() / all;
    }

    private static HashSet<string> WordsOf(string text) => [.. SearchWords.Parse(SearchWords.Fold(text))?.Words ?? []];
}
