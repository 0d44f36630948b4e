using System.Globalization;
using System.Text.RegularExpressions;

namespace Kipu.Recordings;

/// <summary>Checks by rules, without a model, what an answer says it rests on.</summary>
internal static partial class Citations
{
    /// <summary>Letters by which two forms of a word are taken for the same.</summary>
    private const int Stem = 5;
    private const int ShortestWord = 4;

    /// <summary>
    /// The passages that the answer names. A number that was never given is dropped; a passage that doesn't share two words or figures with
    /// the statement before its number is there, but unverified.
    /// </summary>
    public static IReadOnlyList<AnswerCitation> In(string answer, IReadOnlyList<Passage> passages)
    {
        var cited = new Dictionary<int, AnswerCitation>();
        var (statement, end) = ("", 0);
        foreach (Match match in Reference().Matches(answer))
        {
            // Several references in a row belong to one statement.
            var between = answer[end..match.Index];
            if (!string.IsNullOrWhiteSpace(between)) statement = LastSentence(between);
            end = match.Index + match.Length;
            foreach (var number in match.Groups["numbers"].Value.Split(',').Select(n => int.Parse(n, CultureInfo.InvariantCulture)))
            {
                if (number < 1 || number > passages.Count) continue;

                var citation = Cite(passages[number - 1], Backs(passages[number - 1], statement));
                // Named twice, it counts by what it backs.
                if (cited.GetValueOrDefault(number) is not { State: EvidenceState.Verified }) cited[number] = citation;
            }
        }

        return [.. cited.Values];
    }

    public static AnswerCitation Cite(Passage passage, bool backs) => new(
        passage.Number, passage.RecordingId, passage.Title, passage.SegmentId, passage.StartSeconds, passage.Speaker, passage.Text,
        backs ? EvidenceState.Verified : EvidenceState.Unverified);

    /// <remarks>One word in common may be any word.</remarks>
    private static bool Backs(Passage passage, string statement)
    {
        var stated = StemsOf(statement);
        var shared = stated.Intersect(StemsOf($"{passage.Speaker} {passage.Text}")).Count();
        return shared > 0 && shared >= Math.Min(2, stated.Count);
    }

    /// <remarks>Numbers may stand before a full stop or after it.</remarks>
    private static string LastSentence(string text)
    {
        var sentences = SentenceEnd().Split(text).Where(s => !string.IsNullOrWhiteSpace(s)).ToList();
        return sentences[^1];
    }

    private static HashSet<string> StemsOf(string text) =>
        [.. Word().Matches(SearchWords.Fold(text)).Select(m => m.Value).Where(w => w.Length >= ShortestWord || w.All(char.IsDigit))
            .Select(w => w.Length > Stem ? w[..Stem] : w)];

    [GeneratedRegex(@"\[(?<numbers>[0-9]{1,3}(?:\s*,\s*[0-9]{1,3})*)\]")]
    private static partial Regex Reference();

    [GeneratedRegex(@"(?<=[.!?])\s+")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();
}
