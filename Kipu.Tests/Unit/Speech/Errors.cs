using System.Text.RegularExpressions;
using Kipu.Speech;

namespace Kipu.Tests;

/// <summary>The measures by which listening is judged.</summary>
internal static partial class Errors
{
    private const double Step = 0.01;

    /// <summary>Words to insert, drop or change, as a part of the words that were said.</summary>
    public static double OfWords(string said, string heard)
    {
        var (reference, hypothesis) = (Split(said), Split(heard));
        var row = Enumerable.Range(0, hypothesis.Length + 1).ToArray();
        for (var i = 1; i <= reference.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= hypothesis.Length; j++)
            {
                var change = diagonal + (reference[i - 1] == hypothesis[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return (double)row[^1] / reference.Length;
    }

    /// <summary>Speech missed, as a part of all speech.</summary>
    public static double OfActivity(Truth truth, IReadOnlyList<TimeRange> speech)
    {
        var said = Times(truth).Where(t => truth.Turns.Any(turn => turn.Start <= t && t < turn.End)).ToArray();
        return (double)said.Count(t => !speech.Any(range => range.Start <= t && t < range.End)) / said.Length;
    }

    /// <summary>Diarisation error: missed, invented and confused speech, with the voices named as well as they can be.</summary>
    public static double OfVoices(Truth truth, VoiceReport voices) => Permutations(truth.Speakers).Min(names =>
    {
        var nameOf = voices.Speakers.Select((voice, i) => (voice.Id, Name: i < names.Length ? names[i] : "")).ToDictionary(v => v.Id, v => v.Name);
        int wrong = 0, total = 0;
        foreach (var t in Times(truth))
        {
            var said = truth.Turns.Where(turn => turn.Start <= t && t < turn.End).Select(turn => turn.Speaker).ToHashSet();
            var heard = voices.Turns.Where(turn => turn.Start <= t && t < turn.End).Select(turn => nameOf[turn.Speaker]).ToHashSet();
            total += said.Count;
            wrong += Math.Max(said.Count, heard.Count) - said.Intersect(heard).Count();
        }
        return (double)wrong / total;
    });

    private static IEnumerable<double> Times(Truth truth) => Enumerable.Range(0, (int)(truth.Duration / Step)).Select(i => i * Step);

    private static IEnumerable<string[]> Permutations(string[] items) => items.Length <= 1
        ? [items]
        : items.SelectMany((item, i) => Permutations([.. items.Where((_, j) => j != i)]).Select(rest => (string[])[item, .. rest]));

    private static string[] Split(string text) => [.. Word().Matches(text.ToLowerInvariant()).Select(match => match.Value)];

    [GeneratedRegex(@"[\p{L}\p{N}']+")]
    private static partial Regex Word();
}
