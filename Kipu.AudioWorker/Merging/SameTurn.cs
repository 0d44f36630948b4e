using Kipu.Speech;

namespace Kipu.AudioWorker;

/// <summary>Knows a turn again that two parts heard, each with its own times and cut into turns in its own way.</summary>
internal static class SameTurn
{
    /// <summary>Seconds by which the times of two parts may differ: models drift.</summary>
    public const double Near = 5;

    /// <summary>Share of the words that must occur in both, in order.</summary>
    private const double Same = 0.7;

    /// <summary>So many words in a row are no chance, however much more each part has of the turn.</summary>
    private const int Telling = 3;

    /// <summary>Whether both are the same turn, if not at the same time.</summary>
    public static bool IsWhole(HeardTurn one, HeardTurn other)
    {
        if (one.SpeakerId != other.SpeakerId || Gap(one, other) > Near) return false;

        var (words, others) = (Words.Plain(one.Text), Words.Plain(other.Text));
        return SharedWords.Of(words, others).Count is var shared and > 0 && shared >= Same * Math.Max(words.Count, others.Count);
    }

    /// <summary>Whether one of them has words of the other, at the same time.</summary>
    public static bool IsPiece(HeardTurn one, HeardTurn other)
    {
        if (one.SpeakerId != other.SpeakerId || Gap(one, other) >= 0) return false;

        var (words, others) = (Words.Plain(one.Text), Words.Plain(other.Text));
        var shared = SharedWords.Of(words, others);
        return (shared.Run >= Telling || (shared.Count > 0 && shared.Count >= Same * Math.Min(words.Count, others.Count)))
            && Math.Abs(At(one, shared.EndInOne, words.Count) - At(other, shared.EndInOther, others.Count)) <= Near;
    }

    /// <summary>Both as one turn: as the part before began it, with the end of the one that goes on longer.</summary>
    public static HeardTurn Sew(HeardTurn one, HeardTurn other)
    {
        var (words, others) = (Written(one.Text), Written(other.Text));
        var shared = SharedWords.Of(Words.Plain(one.Text), Words.Plain(other.Text));
        var rest = others.Length - shared.EndInOther;
        return rest is 0 || rest < words.Length - shared.EndInOne
            ? one
            : one with
            {
                Text = string.Join(' ', words[..shared.EndInOne].Concat(others[shared.EndInOther..])),
                End = Math.Max(one.End, other.End),
            };
    }

    private static double Gap(HeardTurn one, HeardTurn other) => Math.Max(one.Start, other.Start) - Math.Min(one.End, other.End);

    /// <summary>About when so many of a turn's words have been said.</summary>
    private static double At(HeardTurn turn, int said, int words) => turn.Start + ((turn.End - turn.Start) * said / words);

    /// <summary>A turn's words as they are written, one for each plain one.</summary>
    private static string[] Written(string text) =>
        [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => word.Any(char.IsLetterOrDigit))];
}
