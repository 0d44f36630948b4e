using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>Answers a question out of the material that came with it, in the material's own words.</summary>
internal static class GeminiAnswers
{
    private const int MostSentences = 2;

    /// <param name="question">As it was asked.</param>
    /// <param name="material">Text to look in: instructions, a transcript, what a tool found.</param>
    /// <returns>The sentences that fit best; null when none has to do with it.</returns>
    public static string? Find(string question, string material)
    {
        var wanted = GeminiWords.Meanings(question);
        if (wanted.Count is 0) return null;

        var candidates = Passages(material).Where(passage => !passage.Text.EndsWith('?')).ToList();
        var seen = candidates.SelectMany(passage => passage.Meanings).GroupBy(meaning => meaning).ToDictionary(group => group.Key, group => group.Count());
        var best = candidates
            .Select((passage, index) => (passage.Text, Index: index, Score: wanted.Where(passage.Meanings.Contains)
                .Sum(meaning => Math.Log(1 + ((double)candidates.Count / seen[meaning])))))
            .Where(candidate => candidate.Score > 0)
            .OrderByDescending(candidate => candidate.Score)
            .Take(MostSentences)
            .ToList();
        if (best.Count is 0) return null;

        return string.Join(' ', best.Where(candidate => candidate.Score >= best[0].Score / 2).OrderBy(c => c.Index).Select(c => c.Text).Distinct());
    }

    public static string Nothing(string language) => language is "es"
        ? "No encontré nada sobre eso en la grabación."
        : "I found nothing about that in the recording.";

    public static string NotUnderstood(string language) => language is "es"
        ? "Te oí hablar, pero no entendí las palabras. ¿Puedes repetirlo?"
        : "I heard you speak but could not make out the words. Could you say it again?";

    /// <summary>All sentences in a tool's result, whatever its fields are called.</summary>
    public static string Flatten(JsonNode? node) => node switch
    {
        JsonObject map => string.Join('\n', map.Select(pair => Flatten(pair.Value)).Where(text => text.Length > 0)),
        JsonArray list => string.Join('\n', list.Select(Flatten).Where(text => text.Length > 0)),
        JsonValue value when value.TryGetValue<string>(out var text) && text.Contains(' ', StringComparison.Ordinal) => text,
        _ => "",
    };

    // A heading's words count for what stands under it: "Decisions:" makes its lines an answer to "what was decided".
    private static IEnumerable<(string Text, HashSet<string> Meanings)> Passages(string material)
    {
        HashSet<string> heading = [];
        foreach (var line in material.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.EndsWith(':') || line.StartsWith('#'))
            {
                heading = GeminiWords.Meanings(line);
                continue;
            }

            var spoken = GeminiPrompt.Lines(line);
            foreach (var sentence in GeminiWords.Sentences(spoken.Count > 0 ? spoken[0].Text : line.TrimStart('-', '*', '•', ' ')))
            {
                var meanings = GeminiWords.Meanings(sentence);
                if (spoken.Count is 0) meanings.UnionWith(heading);
                yield return (sentence, meanings);
            }
        }
    }
}
