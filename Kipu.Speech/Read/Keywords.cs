namespace Kipu.Speech;

/// <summary>Words and phrases that carry a transcript: runs without stop words, weighed by how often their stems return.</summary>
internal static class Keywords
{
    private const int LongestPhrase = 3;

    public static IReadOnlyList<Keyword> Of(IEnumerable<Statement> statements, string language, int count)
    {
        var phrases = statements.SelectMany(statement => Phrases(statement.Text, language)).ToList();
        var stems = phrases.SelectMany(phrase => phrase.Select(word => Words.Stem(word, language)))
            .GroupBy(stem => stem).ToDictionary(group => group.Key, group => group.Count());

        var ranked = phrases
            .GroupBy(phrase => string.Join(' ', phrase.Select(word => Words.Stem(word, language))))
            .Select(group => (
                Text: string.Join(' ', group.GroupBy(phrase => string.Join(' ', phrase)).MaxBy(form => form.Count())!.First()),
                Stems: group.Key.Split(' '),
                Weight: group.Key.Split(' ').Sum(stem => Math.Log(1 + stems[stem])) * Math.Log(1 + group.Count())))
            .OrderByDescending(phrase => phrase.Weight).ThenBy(phrase => phrase.Text, StringComparer.Ordinal);

        // A word that is already part of a better phrase adds nothing.
        var chosen = new List<Keyword>();
        var covered = new HashSet<string>();
        foreach (var phrase in ranked)
        {
            if (chosen.Count == count) break;
            if (phrase.Stems.All(covered.Contains)) continue;
            chosen.Add(new Keyword(phrase.Text, Math.Round(phrase.Weight, 3)));
            covered.UnionWith(phrase.Stems);
        }
        return chosen;
    }

    private static IEnumerable<string[]> Phrases(string text, string language)
    {
        var run = new List<string>();
        foreach (var word in Words.Of(text).Append("."))
        {
            if (word != "." && !Words.IsStop(word, language) && run.Count < LongestPhrase)
            {
                run.Add(word);
                continue;
            }
            if (run.Count > 0) yield return [.. run];
            run.Clear();
            if (word != "." && !Words.IsStop(word, language)) run.Add(word);
        }
    }
}
