using Kipu.Speech;

namespace Kipu.AudioWorker;

/// <summary>
/// Finds the same people again in parts that were heard apart: by who speaks at the same moment where parts overlap, by name,
/// and by the voice that was measured over the whole recording. Who could be two of them is somebody new: people can join two, but not
/// part one.
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
            g.Key, part.Speakers.FirstOrDefault(s => s.Id == g.Key)?.Name, part.VoicesAreGlobal ? g.Key : VoiceOf(g), part.VoicesAreGlobal,
            [.. g])).ToList();
        var found = Match(locals);
        foreach (var local in locals)
        {
            if (!found.TryGetValue(local.Id, out var known))
            {
                found[local.Id] = known = new Known($"S{_known.Count + 1}", local.Voice, local.IsGlobal);
                _known.Add(known);
            }

            known.Name ??= local.Name;
            known.Turns.AddRange(local.Turns);
        }

        return [.. part.Turns.Select(t => t with { SpeakerId = found[t.SpeakerId].Id })];
    }

    /// <summary>Pairs those that are like each other more than like anybody else; where two are equally so, nobody guesses.</summary>
    private Dictionary<string, Known> Match(List<Local> locals)
    {
        var found = new Dictionary<string, Known>();
        var pairs = locals.SelectMany(local => _known.Select(known => new Pair(local, known, Likeness(local, known))))
            .Where(pair => pair.Likeness > 0).ToList();
        while (pairs.Find(pair => !pairs.Exists(pair.IsDisputedBy)) is { } sure)
        {
            found[sure.Local.Id] = sure.Known;
            pairs.RemoveAll(sure.Shares);
        }

        return found;
    }

    /// <summary>
    /// Zero for nothing in common. A voice of the whole recording is itself; else speaking at the same moment weighs most, then a name, then
    /// the sound of the voice.
    /// </summary>
    private static double Likeness(Local local, Known known)
    {
        if (local.IsGlobal && known.IsGlobal) return local.Voice == known.Voice ? 1 : 0;
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

    private sealed record Pair(Local Local, Known Known, double Likeness)
    {
        public bool Shares(Pair other) => other.Local == Local || other.Known == Known;

        public bool IsDisputedBy(Pair other) => other != this && Shares(other) && other.Likeness >= Likeness;
    }

    private sealed record Local(string Id, string? Name, string? Voice, bool IsGlobal, IReadOnlyList<HeardTurn> Turns);

    private sealed class Known(string id, string? voice, bool isGlobal)
    {
        public string Id => id;

        public string? Voice => voice;

        public bool IsGlobal => isGlobal;

        public string? Name { get; set; }

        public List<HeardTurn> Turns { get; } = [];
    }
}
