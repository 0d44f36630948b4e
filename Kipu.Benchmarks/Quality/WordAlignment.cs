using System.Text;
using System.Text.RegularExpressions;

namespace Kipu.Benchmarks;

/// <summary>
/// What was said beside what was heard, word by word, with the fewest insertions, deletions and substitutions (Levenshtein), which is what
/// a word error rate counts. Case and punctuation don't count, accents do.
/// </summary>
/// <param name="Said">Words that were said.</param>
/// <param name="Edits">Words to insert, drop or change.</param>
/// <param name="Right">Words that were heard as they were said: places in what was said and in what was heard, in order.</param>
internal sealed partial record WordAlignment(int Said, int Edits, IReadOnlyList<(int Said, int Heard)> Right)
{
    /// <summary>Beyond 1 when more was invented than said.</summary>
    public double ErrorRate => (double)Edits / Said;

    /// <summary>The part of the spoken words that came out right; what was invented besides doesn't lower it.</summary>
    public double RightShare => (double)Right.Count / Said;

    public static WordAlignment Of(string said, string heard) => Of(WordsOf(said), WordsOf(heard));

    public static WordAlignment Of(IReadOnlyList<string> said, IReadOnlyList<string> heard)
    {
        ArgumentOutOfRangeException.ThrowIfZero(said.Count, nameof(said));

        // Dearer than all words are worth together: of the alignments with the fewest edits, the one with the most right words is taken.
        var edit = said.Count + heard.Count + 1;
        var costs = new int[said.Count + 1, heard.Count + 1];
        for (var i = 0; i <= said.Count; i++)
        {
            for (var j = 0; j <= heard.Count; j++) costs[i, j] = i is 0 ? j * edit : j is 0 ? i * edit : Cheapest(i, j);
        }

        var right = new List<(int, int)>();
        var edits = 0;
        for (var (i, j) = (said.Count, heard.Count); i > 0 || j > 0;)
        {
            if (i > 0 && j > 0 && costs[i, j] == costs[i - 1, j - 1] + Change(i, j))
            {
                (i, j) = (i - 1, j - 1);
                if (said[i] == heard[j]) right.Add((i, j));
                else edits++;
                continue;
            }

            if (i > 0 && costs[i, j] == costs[i - 1, j] + edit) i--;
            else j--;
            edits++;
        }

        right.Reverse();
        return new(said.Count, edits, right);

        int Cheapest(int i, int j) => Math.Min(costs[i - 1, j - 1] + Change(i, j), Math.Min(costs[i - 1, j], costs[i, j - 1]) + edit);
        int Change(int i, int j) => said[i - 1] == heard[j - 1] ? -1 : edit;
    }

    public static string[] WordsOf(string text) =>
        [.. Word().Matches(text.Normalize(NormalizationForm.FormC).ToLowerInvariant()).Select(match => match.Value)];

    [GeneratedRegex(@"[\p{L}\p{N}']+")]
    private static partial Regex Word();
}
