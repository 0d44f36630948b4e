using Kipu.Speech;

namespace Kipu.AudioWorker;

/// <summary>Where quoted words stand: within a line, or from one into those after it.</summary>
/// <param name="First">The index of the line in which they begin.</param>
/// <param name="Last">The index of the line in which they end.</param>
/// <param name="Sentences">The whole sentences that they are taken from.</param>
/// <param name="IsTelling">Whether they are enough to tell what was said: any line has an article in it.</param>
internal sealed record Quoted(int First, int Last, string Sentences, bool IsTelling);

/// <summary>Finds quotes in the lines that they claim to be from.</summary>
internal sealed class Quotes
{
    /// <summary>Words that say something by themselves; one is enough for a sentence that is quoted whole.</summary>
    private const int FewestTelling = 2;

    private readonly List<(string Word, int Line, int Sentence)> _words = [];
    private readonly List<string> _sentences = [];

    public Quotes(IEnumerable<string> lines)
    {
        foreach (var (line, text) in lines.Index())
        {
            foreach (var sentence in Sentences.Split(text))
            {
                _words.AddRange(Words.Plain(sentence).Select(word => (word, line, _sentences.Count)));
                _sentences.Add(sentence);
            }
        }
    }

    /// <summary>All places where these words stand in this order, without another between.</summary>
    public IEnumerable<Quoted> Find(string? quote)
    {
        var words = Words.Plain(quote ?? "");
        var telling = words.Where(Words.IsTelling).Distinct().Count();
        for (var at = 0; words.Count > 0 && at + words.Count <= _words.Count; at++)
        {
            if (!words.Select((word, i) => _words[at + i].Word == word).All(same => same)) continue;

            var (first, last) = (_words[at], _words[at + words.Count - 1]);
            var isWhole = (at is 0 || _words[at - 1].Sentence != first.Sentence)
                && (at + words.Count == _words.Count || _words[at + words.Count].Sentence != last.Sentence);
            yield return new(
                first.Line, last.Line, string.Join(' ', _sentences[first.Sentence..(last.Sentence + 1)]),
                telling >= (isWhole ? 1 : FewestTelling));
        }
    }

    /// <summary>Whether the quote stands somewhere and has these words among others.</summary>
    public bool Tell(string words, string? quote)
    {
        var quoted = Words.Plain(quote ?? "");
        return Words.Plain(words) is { Count: > 0 } plain && plain.All(quoted.Contains) && quoted.Count > plain.Count && Find(quote).Any();
    }
}
