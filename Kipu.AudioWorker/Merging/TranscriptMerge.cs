using Kipu.Speech;

namespace Kipu.AudioWorker;

/// <summary>A segment's stretch and what was found in it.</summary>
internal sealed record HeardPart(PlannedSegment Part, SegmentResult Result);

/// <summary>The transcript of a whole recording.</summary>
internal sealed record MergedTranscript(string? Language, IReadOnlyList<HeardSpeaker> Speakers, IReadOnlyList<HeardTurn> Turns);

/// <summary>Joins the transcripts of segments; where two overlap, what both heard stands once.</summary>
internal static class TranscriptMerge
{
    /// <summary>Turns of two parts that begin within this of each other may be the same one.</summary>
    private const double Near = 5;

    /// <summary>Share of the shorter one's words that must occur in the other, in order.</summary>
    private const double Same = 0.7;

    public static MergedTranscript Merge(IEnumerable<HeardPart> parts, IReadOnlyList<VoiceTurn> voices)
    {
        var speakers = new SpeakerBook(voices);
        var merged = new List<HeardTurn>();
        var languages = new Dictionary<string, int>();
        double? reach = null;
        foreach (var (part, result) in parts.OrderBy(p => p.Part.Index))
        {
            var turns = speakers.Add(result);
            Append(merged, turns, part, reach);
            reach = part.To;
            foreach (var turn in turns)
            {
                if ((turn.Language ?? result.Language) is not { } language) continue;
                languages[language] = languages.GetValueOrDefault(language) + Words(turn.Text).Length;
            }
        }

        merged.Sort((a, b) => a.Start.CompareTo(b.Start));
        var heard = merged.Select(t => t.SpeakerId).ToHashSet();
        var main = languages.Count is 0 ? null : languages.MaxBy(l => l.Value).Key;
        return new(main, [.. speakers.All.Where(s => heard.Contains(s.Id))], merged);
    }

    private static void Append(List<HeardTurn> merged, List<HeardTurn> turns, PlannedSegment part, double? reach)
    {
        // No overlap: the cut fell into silence, and nothing can stand twice.
        if (reach is not { } end || end <= part.From)
        {
            merged.AddRange(turns);
            return;
        }

        foreach (var turn in turns)
        {
            var twin = turn.Start <= end
                ? merged.FindLastIndex(m => Math.Abs(m.Start - turn.Start) <= Near && AreSame(m.Text, turn.Text))
                : -1;
            if (twin < 0)
            {
                merged.Add(turn);
            }
            else if (turn.Text.Length > merged[twin].Text.Length)
            {
                // The part before broke off in the middle of it.
                merged[twin] = turn with { Start = Math.Min(turn.Start, merged[twin].Start), SpeakerId = merged[twin].SpeakerId };
            }
        }
    }

    internal static bool AreSame(string one, string other)
    {
        var (shorter, longer) = (Words(one), Words(other));
        if (shorter.Length > longer.Length) (shorter, longer) = (longer, shorter);
        return shorter.Length > 0 && CommonInOrder(shorter, longer) >= Same * shorter.Length;
    }

    private static string[] Words(string text) => [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(w => string.Concat(w.Where(char.IsLetterOrDigit)).ToLowerInvariant()).Where(w => w.Length > 0)];

    /// <summary>Length of the longest common subsequence, in one row.</summary>
    private static int CommonInOrder(string[] one, string[] other)
    {
        var row = new int[other.Length + 1];
        foreach (var word in one)
        {
            var diagonal = 0;
            for (var i = 1; i <= other.Length; i++)
            {
                (diagonal, row[i]) = (row[i], word == other[i - 1] ? diagonal + 1 : Math.Max(row[i], row[i - 1]));
            }
        }

        return row[^1];
    }
}
