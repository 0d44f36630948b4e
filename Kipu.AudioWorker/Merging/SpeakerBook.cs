using Kipu.Speech;

namespace Kipu.AudioWorker;

/// <summary>
/// Finds the same people again in parts that were heard apart: by who speaks at the same moment where parts overlap, by name,
/// and by the voice that was measured over the whole recording.
/// </summary>
internal sealed class SpeakerBook(IReadOnlyList<VoiceTurn> voices)
{
    private const double LeastOverlap = 1;
    private readonly List<Known> _known = [];

    /// <summary>Everybody heard so far, in the order in which they were first heard.</summary>
    public IEnumerable<HeardSpeaker> All => _known.Select(k => new HeardSpeaker(k.Id, k.Name));

    /// <summary>Takes in a part.</summary>
    /// <returns>Its turns under the speakers' ids in the whole recording.</returns>
    public List<HeardTurn> Add(SegmentResult part)
    {
        var locals = part.Turns.GroupBy(t => t.SpeakerId).Select(g => new Local(
            g.Key, part.Speakers.FirstOrDefault(s => s.Id == g.Key)?.Name, part.VoicesAreGlobal ? g.Key : VoiceOf(g), [.. g])).ToList();
        var matches = locals
            .SelectMany(local => _known.Select(known => (Local: local, Known: known, Score: Likeness(local, known))))
            .Where(match => match.Score > 0).OrderByDescending(match => match.Score);

        var found = new Dictionary<string, Known>();
        foreach (var (local, known, _) in matches)
        {
            if (!found.ContainsKey(local.Id) && !found.ContainsValue(known)) found[local.Id] = known;
        }

        foreach (var local in locals)
        {
            if (!found.TryGetValue(local.Id, out var known))
            {
                found[local.Id] = known = new Known($"S{_known.Count + 1}", local.Voice);
                _known.Add(known);
            }

            known.Name ??= local.Name;
            known.Turns.AddRange(local.Turns);
        }

        return [.. part.Turns.Select(t => t with { SpeakerId = found[t.SpeakerId].Id })];
    }

    /// <summary>Zero for nothing in common. Speaking at the same moment weighs most, then a name, then the sound of the voice.</summary>
    private static double Likeness(Local local, Known known)
    {
        var together = local.Turns.Sum(a => known.Turns.Sum(b => Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start))));
        if (together >= LeastOverlap) return 1000 + together;
        if (local.Name is not null && known.Name is not null)
        {
            return local.Name.Equals(known.Name, StringComparison.OrdinalIgnoreCase) ? 100 : 0;
        }

        return local.Voice is not null && local.Voice == known.Voice ? 10 : 0;
    }

    /// <summary>The measured voice that speaks most of the time of these turns.</summary>
    private string? VoiceOf(IEnumerable<HeardTurn> turns)
    {
        var seconds = new Dictionary<string, double>();
        foreach (var turn in turns)
        {
            foreach (var voice in voices.Where(v => v.Start < turn.End && v.End > turn.Start))
            {
                var shared = Math.Min(voice.End, turn.End) - Math.Max(voice.Start, turn.Start);
                seconds[voice.Speaker] = seconds.GetValueOrDefault(voice.Speaker) + shared;
            }
        }

        return seconds.Count is 0 ? null : seconds.MaxBy(s => s.Value).Key;
    }

    private sealed record Local(string Id, string? Name, string? Voice, IReadOnlyList<HeardTurn> Turns);

    private sealed class Known(string id, string? voice)
    {
        public string Id => id;

        public string? Voice => voice;

        public string? Name { get; set; }

        public List<HeardTurn> Turns { get; } = [];
    }
}
