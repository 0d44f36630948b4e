using System.Globalization;
using System.Text;

namespace Kipu.Recordings;

/// <summary>What somebody types into a search field: words that all have to be there, the last one perhaps unfinished.</summary>
internal sealed record SearchWords(IReadOnlyList<string> Words, bool IsUnfinished)
{
    public const int LongestQuery = 200;
    private const int MostWords = 16;

    /// <returns>Null when there is nothing to look for.</returns>
    public static SearchWords? Parse(string? query)
    {
        if (query is null) return null;

        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in query.EnumerateRunes())
        {
            if (IsPartOfWord(rune)) word.Append(rune.ToString());
            else Flush();
        }

        var isUnfinished = word.Length > 0;
        Flush();
        return words.Count == 0 ? null : new([.. words.Take(MostWords)], isUnfinished && words.Count <= MostWords);

        void Flush()
        {
            if (word.Length > 0) words.Add(word.ToString());
            word.Clear();
        }
    }

    /// <summary>Without accents and capitals, for comparing in memory what the database compares by its own rules.</summary>
    public static string Fold(string text) => string.Concat(Storable.Text(text).Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)).ToLowerInvariant();

    /// <remarks>Combining marks belong to the letter before them: browsers may send é as two characters.</remarks>
    private static bool IsPartOfWord(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark;
}
