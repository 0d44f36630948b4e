using Kipu.Speech;

namespace Kipu.AudioWorker;

/// <summary>A segment's stretch and what was found in it.</summary>
internal sealed record HeardPart(PlannedSegment Part, SegmentResult Result);

/// <summary>The transcript of a whole recording.</summary>
internal sealed record MergedTranscript(string? Language, IReadOnlyList<HeardSpeaker> Speakers, IReadOnlyList<HeardTurn> Turns);

/// <summary>
/// Joins the transcripts of segments: each second is told by the one that it belongs to, and what straddles a cut stands once and whole.
/// </summary>
internal static class TranscriptMerge
{
    public static MergedTranscript Merge(IEnumerable<HeardPart> parts, IReadOnlyList<VoiceTurn> voices)
    {
        var speakers = new SpeakerBook(voices);
        var merged = new List<HeardTurn>();
        PlannedSegment? before = null;
        foreach (var (part, result) in parts.Where(p => p.Result.Turns.Count > 0).OrderBy(p => p.Part.Index))
        {
            var turns = speakers.Add(result).ConvertAll(t => t with { Language = t.Language ?? result.Language });
            // Beside a part that nobody heard, what reaches into it is all that there is of it.
            if (before?.Index == part.Index - 1)
            {
                Join(merged, turns, part.KeepFrom, before.To);
            }
            else
            {
                merged.AddRange(turns);
            }

            before = part;
        }

        var heard = merged.Select(t => t.SpeakerId).ToHashSet();
        var main = merged.Where(t => t.Language is not null).GroupBy(t => t.Language)
            .MaxBy(g => g.Sum(t => Words.Plain(t.Text).Count))?.Key;
        return new(main, [.. speakers.All.Where(s => heard.Contains(s.Id))], [.. merged.OrderBy(t => t.Start)]);
    }

    /// <param name="merged">All that the parts before heard.</param>
    /// <param name="turns">What this part heard.</param>
    /// <param name="cut">Where its own seconds begin.</param>
    /// <param name="reach">Until when the part before heard, too.</param>
    private static void Join(List<HeardTurn> merged, List<HeardTurn> turns, double cut, double reach)
    {
        var (known, own) = (new HashSet<int>(), turns.FindAll(t => t.Start > reach + SameTurn.Near));
        foreach (var turn in turns.Where(t => t.Start <= reach + SameTurn.Near))
        {
            var whole = Enumerable.Range(0, merged.Count)
                .Where(i => !known.Contains(i) && SameTurn.IsWhole(merged[i], turn))
                .OrderBy(i => Math.Abs(merged[i].Start - turn.Start)).FirstOrDefault(-1);
            var isTold = whole >= 0 && merged[whole].Start < cut;
            var piece = whole >= 0 && !isTold ? -1 : merged.FindLastIndex(t => t.Start < cut && SameTurn.IsPiece(t, turn));
            var twin = piece >= 0 ? piece : whole;
            if (twin >= 0) known.Add(twin);

            if (piece >= 0 || isTold)
            {
                if (turn.End > cut) merged[twin] = SameTurn.Sew(merged[twin], turn);
            }
            // Times drift: what each part places on the other's side of the cut belongs to neither, and still was said.
            else if (turn.End > cut || whole >= 0)
            {
                own.Add(turn);
            }
        }

        merged.RemoveAll(turn => turn.Start >= cut);
        merged.AddRange(own);
    }
}
