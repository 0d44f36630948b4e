using Kipu.Speech;

namespace Kipu.Benchmarks;

/// <summary>Decisions, tasks or questions of a meeting beside those that were found in it.</summary>
/// <param name="Said">So many there are.</param>
/// <param name="Found">So many were found.</param>
/// <param name="Matched">So many of the found are of those that there are, each counted once.</param>
internal sealed record FactMatches(int Said, int Found, int Matched)
{
    /// <summary>Null where there is nothing to find.</summary>
    public double? Recall => Said > 0 ? (double)Matched / Said : null;

    /// <summary>Null where nothing was found.</summary>
    public double? Precision => Found > 0 ? (double)Matched / Found : null;

    /// <summary>
    /// By time, because models put into their own words what they find: a fact is found by what names as its evidence a segment in which it
    /// was said.
    /// </summary>
    /// <param name="said">The utterance of each fact.</param>
    /// <param name="found">The segments that each finding rests on.</param>
    public static FactMatches Of(IReadOnlyList<TimeRange> said, IReadOnlyList<IReadOnlyList<TimeRange>> found)
    {
        // Several facts may have been said in one segment: then each finding takes one of them, and makes room where it can take another.
        var finderOf = new int?[said.Count];
        var matched = Enumerable.Range(0, found.Count).Count(finder => Takes(finder, []));
        return new(said.Count, found.Count, matched);

        bool Takes(int finder, HashSet<int> tried)
        {
            foreach (var fact in Enumerable.Range(0, said.Count).Where(fact => found[finder].Any(segment => Holds(segment, said[fact]))))
            {
                if (!tried.Add(fact) || (finderOf[fact] is { } other && !Takes(other, tried))) continue;
                finderOf[fact] = finder;
                return true;
            }

            return false;
        }
    }

    /// <summary>Half of the shorter one: recognisers cut utterances in two, and put two into one segment.</summary>
    private static bool Holds(TimeRange segment, TimeRange utterance) =>
        Math.Min(segment.End, utterance.End) - Math.Max(segment.Start, utterance.Start) >= Math.Min(segment.Seconds, utterance.Seconds) / 2;
}
