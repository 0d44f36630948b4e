using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kipu.Simulators;

/// <summary>Answers a question out of the material that came with it, in the material's own words.</summary>
internal static partial class GeminiAnswers
{
    private const int MostSentences = 2;
    private const int MostTellingWords = 2;

    /// <param name="question">As it was asked.</param>
    /// <param name="material">Text to look in: instructions, a transcript, what a tool found.</param>
    /// <returns>The sentences that fit best, each with its line's number where lines have one; null when none has to do with it.</returns>
    public static string? Find(string question, string material)
    {
        var wanted = GeminiWords.Meanings(question);
        if (wanted.Count is 0) return null;

        var candidates = Passages(material).Where(passage => !passage.Text.EndsWith('?')).ToList();
        var seen = candidates.SelectMany(passage => passage.Meanings).GroupBy(meaning => meaning).ToDictionary(group => group.Key, group => group.Count());
        var best = candidates
            .Select((passage, index) => (passage.Text, passage.Number, Index: index, Score: wanted.Where(passage.Meanings.Contains)
                .Sum(meaning => Math.Log(1 + ((double)candidates.Count / seen[meaning])))))
            .Where(candidate => candidate.Score > 0)
            .OrderByDescending(candidate => candidate.Score)
            .Take(MostSentences)
            .ToList();
        if (best.Count is 0) return null;

        return string.Join(' ', best.Where(candidate => candidate.Score >= best[0].Score / 2).OrderBy(c => c.Index)
            .Select(c => c.Number is { } number ? $"{c.Text} [{number}]" : c.Text).Distinct());
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

    /// <summary>Where instructions fence the material off (NAME ... END OF NAME) only what is inside counts; rules are no answers.</summary>
    public static string Material(string instruction) => FencedOff(instruction) ?? instruction;

    /// <returns>Null when nothing is fenced off.</returns>
    public static string? FencedOff(string text) => Fenced().Match(text) is { Success: true } match ? match.Groups["body"].Value : null;

    /// <summary>The few words of a question that tell most: those of the material before others, long ones before short ones.</summary>
    public static string TellingWords(string question, string material)
    {
        var known = GeminiWords.Meanings(material);
        return string.Join(' ', GeminiWords.Keywords(question)
            .OrderByDescending(word => GeminiWords.Meanings(word).Any(known.Contains))
            .ThenByDescending(word => word.Length)
            .Take(MostTellingWords));
    }

    // A heading's words count for what stands under it: "Decisions:" makes its lines an answer to "what was decided".
    private static IEnumerable<(string Text, int? Number, HashSet<string> Meanings)> Passages(string material)
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
            var labelled = spoken.Count > 0 ? Match.Empty : Labelled().Match(line);
            var text = spoken.Count > 0 ? spoken[0].Text : labelled.Success ? labelled.Groups["text"].Value : line.TrimStart('-', '*', '•', ' ');
            int? number = spoken.Count > 0 && line.StartsWith($"[{spoken[0].Number}]", StringComparison.Ordinal) ? spoken[0].Number : null;
            var about = spoken.Count > 0 ? [] : labelled.Success ? GeminiWords.Meanings(labelled.Groups["label"].Value) : heading;
            foreach (var sentence in GeminiWords.Sentences(text))
            {
                var meanings = GeminiWords.Meanings(sentence);
                meanings.UnionWith(about);
                yield return (sentence, number, meanings);
            }
        }
    }

    [GeneratedRegex(@"^[ \t]*(?<name>\p{Lu}[\p{Lu} ]+)[ \t]*\r?\n(?<body>[\s\S]*)\r?\n[ \t]*END OF \k<name>", RegexOptions.Multiline)]
    private static partial Regex Fenced();

    [GeneratedRegex(@"^(?<label>\p{Lu}[\p{L} ]{1,30}): +(?<text>.+)$")]
    private static partial Regex Labelled();
}
