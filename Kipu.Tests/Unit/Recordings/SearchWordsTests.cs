using Kipu.Recordings;

namespace Kipu.Tests;

public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("reunión técn", new[] { "reunión", "técn" }, true)]
    [InlineData("reunión técnica ", new[] { "reunión", "técnica" }, false)]
    [InlineData("  'a' & b:* | !c \\ ", new[] { "a", "b", "c" }, false)]
    [InlineData("Q3-2026", new[] { "Q3", "2026" }, true)]
    [InlineData("reunio\u0301n", new[] { "reunio\u0301n" }, true)]
    public void A_query_is_its_words_and_the_last_is_unfinished_until_something_follows(string query, string[] words, bool isUnfinished)
    {
        var parsed = SearchWords.Parse(query);

        Assert.Equal(words, parsed!.Words);
        Assert.Equal(isUnfinished, parsed.IsUnfinished);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ?! ")]
    public void A_query_without_words_looks_for_nothing(string? query) => Assert.Null(SearchWords.Parse(query));
}
