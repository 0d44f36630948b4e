using Kipu.Benchmarks;

namespace Kipu.Tests;

public sealed class WordAlignmentTests
{
    [Theory]
    [InlineData("we decided to move", "we decided to move", 0)]
    [InlineData("we decided to move", "we decided move", 0.25)]
    [InlineData("we decided to move", "we have decided to move", 0.25)]
    [InlineData("we decided to move", "we decided to groove", 0.25)]
    [InlineData("we decided to move", "", 1)]
    [InlineData("yes", "oh yes of course", 3)]
    public void The_error_rate_is_the_words_to_insert_drop_or_change_by_the_words_that_were_said(string said, string heard, double rate)
    {
        Assert.Equal(rate, WordAlignment.Of(said, heard).ErrorRate);
    }

    [Theory]
    [InlineData("¿Qué falta? ¡Nada!", "qué falta nada", 0)]
    [InlineData("Sí, mañana.", "si mañana", 0.5)]
    [InlineData("Don't wait", "dont wait", 0.5)]
    // An accent may come as a sign of its own behind its letter.
    [InlineData("está", "esta\u0301", 0)]
    public void Case_and_punctuation_do_not_count_and_accents_do(string said, string heard, double rate)
    {
        Assert.Equal(rate, WordAlignment.Of(said, heard).ErrorRate);
    }

    [Fact]
    public void Words_that_were_invented_do_not_lower_the_share_that_came_out_right()
    {
        var aligned = WordAlignment.Of("the index is slow", "well the index um is so slow");

        Assert.Equal(1, aligned.RightShare);
        Assert.Equal([(0, 1), (1, 2), (2, 4), (3, 6)], aligned.Right);
    }

    [Fact]
    public void Of_alignments_with_as_few_edits_the_one_with_more_right_words_is_taken()
    {
        // Both words changed, or the first one dropped and one more at the end.
        var aligned = WordAlignment.Of("the index", "index is");

        Assert.Equal(2, aligned.Edits);
        Assert.Equal([(1, 0)], aligned.Right);
    }
}
