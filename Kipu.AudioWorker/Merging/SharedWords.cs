namespace Kipu.AudioWorker;

/// <summary>What two texts have in common.</summary>
/// <param name="Count">Words that are in both, in the same order.</param>
/// <param name="Run">How many of them at most follow each other without another between.</param>
/// <param name="EndInOne">How many words of the one stand before the end of that run.</param>
/// <param name="EndInOther">How many words of the other stand before the end of that run.</param>
internal readonly record struct SharedWords(int Count, int Run, int EndInOne, int EndInOther)
{
    /// <summary>Longest common subsequence and longest common run, in one row each.</summary>
    public static SharedWords Of(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        var (counts, runs, longest) = (new int[other.Count + 1], new int[other.Count + 1], (Run: 0, One: 0, Other: 0));
        for (var i = 1; i <= one.Count; i++)
        {
            var (count, run) = (0, 0);
            for (var j = 1; j <= other.Count; j++)
            {
                var same = one[i - 1] == other[j - 1];
                (count, counts[j]) = (counts[j], same ? count + 1 : Math.Max(counts[j], counts[j - 1]));
                (run, runs[j]) = (runs[j], same ? run + 1 : 0);
                if (runs[j] > longest.Run) longest = (runs[j], i, j);
            }
        }

        return new(counts[^1], longest.Run, longest.One, longest.Other);
    }
}
