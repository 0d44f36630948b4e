using Kipu.Speech;

namespace Kipu.Benchmarks;

/// <summary>How far off the place is to which a player jumps for somebody's turn.</summary>
internal static class TurnStarts
{
    /// <summary>
    /// Milliseconds between the start of each turn of which a word was heard right, and that of the segment in which its first right word
    /// stands. A turn is all that one person says until another speaks.
    /// </summary>
    public static IReadOnlyList<double> ErrorsOf(IReadOnlyList<SpokenSegment> said, IReadOnlyList<SpokenSegment> heard)
    {
        var turns = TurnsOf(said);
        var (turnOf, segmentOf) = (PlacesOf(turns), PlacesOf(heard));
        var aligned = WordAlignment.Of([.. turnOf.Select(word => word.Text)], [.. segmentOf.Select(word => word.Text)]);
        return
        [
            .. aligned.Right
                .Select(word => (Turn: turnOf[word.Said].Place, Segment: segmentOf[word.Heard].Place))
                .DistinctBy(word => word.Turn)
                .Select(word => 1000 * Math.Abs(heard[word.Segment].Start - turns[word.Turn].Start)),
        ];
    }

    private static List<SpokenSegment> TurnsOf(IReadOnlyList<SpokenSegment> said)
    {
        var turns = new List<SpokenSegment>();
        foreach (var utterance in said)
        {
            if (turns is [.., var last] && last.Speaker == utterance.Speaker)
            {
                turns[^1] = last with { End = utterance.End, Text = $"{last.Text} {utterance.Text}" };
            }
            else
            {
                turns.Add(utterance);
            }
        }

        return turns;
    }

    private static List<(string Text, int Place)> PlacesOf(IReadOnlyList<SpokenSegment> segments) =>
        [.. segments.Index().SelectMany(segment => WordAlignment.WordsOf(segment.Item.Text).Select(word => (word, segment.Index)))];
}
