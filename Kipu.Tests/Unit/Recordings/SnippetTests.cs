using CsCheck;
using Kipu.Recordings;

namespace Kipu.Tests;

public sealed class SnippetTests
{
    private const char Start = Snippet.Start;
    private const char Stop = Snippet.Stop;

    [Fact]
    public void Ranges_name_the_hits_in_utf16_units_of_the_text_with_accents_and_emoji()
    {
        var snippet = Snippet.Of("👩‍💻 La reunión técnica", $"👩‍💻 La {Start}reunión{Stop} {Start}técnica{Stop}");

        Assert.Equal("👩‍💻 La reunión técnica", snippet.Text);
        Assert.Equal(["reunión", "técnica"], Hits(snippet));
    }

    [Fact]
    public void Hits_by_stem_and_by_beginning_are_one_list_without_overlaps()
    {
        var snippet = Snippet.Of("una decisión tomada", $"una {Start}decisión{Stop} tomada", $"una {Start}decisión{Stop} {Start}tomada{Stop}");

        Assert.Equal(["decisión", "tomada"], Hits(snippet));
    }

    [Fact]
    public void Characters_that_were_replaced_one_for_one_keep_their_place()
    {
        var snippet = Snippet.Of("a <b> & presupuesto", $"a  b    {Start}presupuesto{Stop}");

        Assert.Equal("a <b> & presupuesto", snippet.Text);
        Assert.Equal(["presupuesto"], Hits(snippet));
    }

    [Fact]
    public void A_marked_text_of_another_length_tells_no_places()
    {
        Assert.Empty(Snippet.Of("abc", $"ab {Start}c{Stop} d").Ranges);
    }

    [Fact]
    public void A_long_text_is_cut_between_words_around_its_first_hit()
    {
        var words = string.Join(' ', Enumerable.Range(0, 200).Select(i => $"palabra{i}"));
        var text = words + " presupuesto " + words;

        var snippet = Snippet.Of(text, words + $" {Start}presupuesto{Stop} " + words);

        Assert.InRange(snippet.Text.Length, 100, 260);
        Assert.StartsWith("…palabra", snippet.Text, StringComparison.Ordinal);
        Assert.EndsWith("…", snippet.Text, StringComparison.Ordinal);
        Assert.Equal(["presupuesto"], Hits(snippet));
    }

    [Fact]
    public void A_hit_within_a_long_text_without_white_space_is_in_the_snippet()
    {
        var (before, after) = (new string('-', 300), new string('+', 300));

        var snippet = Snippet.Of($"{before}presupuesto{after}", $"{before}{Start}presupuesto{Stop}{after}");

        Assert.Equal(["presupuesto"], Hits(snippet));
    }

    [Fact]
    public void Whatever_the_text_and_the_hit_the_range_is_the_hit()
    {
        Gen.Select(Gen.String[Gen.OneOf(Gen.Char['a', 'z'], Gen.Const(' '), Gen.Const('é')), 0, 500], Gen.Int[0, 500], Gen.Int[1, 30])
            .Sample((text, at, length) =>
            {
                var start = Math.Min(at, text.Length);
                var end = Math.Min(start + length, text.Length);
                if (start == end) return;

                var snippet = Snippet.Of(text, text[..start] + Start + text[start..end] + Stop + text[end..]);

                Assert.Equal([text[start..end]], Hits(snippet));
            });
    }

    private static IEnumerable<string> Hits(Snippet snippet) => snippet.Ranges.Select(r => snippet.Text.Substring(r[0], r[1]));
}
