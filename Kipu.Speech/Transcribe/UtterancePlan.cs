namespace Kipu.Speech;

/// <summary>Cuts turns at their pauses into what a recogniser takes in one go: mostly sentences.</summary>
internal static class UtterancePlan
{
    private const double Longest = 20;
    // Speech is padded by 0.03 s on both sides: a pause of 0.25 s between words.
    private const double Pause = 0.19;
    private const double Pad = 0.12;

    /// <returns>In order of their start; with an empty file name until their sound is cut out.</returns>
    public static IReadOnlyList<Utterance> Make(IReadOnlyList<TimeRange> speech, IReadOnlyList<VoiceTurn> turns, double from, double to)
    {
        var heard = turns.Count > 0 ? turns : [.. speech.Select(range => new VoiceTurn("1", range.Start, range.End))];
        var pieces = heard
            .Where(turn => turn.Start >= from && turn.Start < to)
            .SelectMany((turn, number) => Pieces(turn, speech).Select(range => (turn, number, range)))
            .OrderBy(piece => piece.range.Start);
        return
        [
            .. pieces.Select((piece, i) => new Utterance(
                i, piece.number, new TimeRange(Math.Max(from, piece.range.Start - Pad), Math.Min(to, piece.range.End + Pad)),
                turns.Count > 0 ? piece.turn.Speaker : null, piece.turn.Channel, "")),
        ];
    }

    private static IEnumerable<TimeRange> Pieces(VoiceTurn turn, IReadOnlyList<TimeRange> speech)
    {
        var whole = new TimeRange(turn.Start, turn.End);
        TimeRange? piece = null;
        foreach (var range in speech.Where(range => range.Overlap(whole) > 0))
        {
            var part = new TimeRange(Math.Max(range.Start, turn.Start), Math.Min(range.End, turn.End));
            if (piece is not null && (part.Start - piece.End >= Pause || part.End - piece.Start > Longest))
            {
                yield return piece;
                piece = null;
            }
            piece = piece is null ? part : piece with { End = part.End };
            // Somebody who never takes a breath is cut by the clock.
            while (piece.Seconds > Longest)
            {
                yield return piece with { End = piece.Start + Longest };
                piece = piece with { Start = piece.Start + Longest };
            }
        }
        if (piece is not null) yield return piece;
    }
}
