using Kipu.Benchmarks;
using Kipu.Speech;

namespace Kipu.Tests;

public sealed class FactMatchesTests
{
    private static readonly TimeRange First = new(10, 20);
    private static readonly TimeRange Second = new(20, 30);

    [Fact]
    public void A_fact_is_found_by_evidence_in_which_it_was_said()
    {
        var matches = FactMatches.Of([First, Second], [[new(10.2, 19.8)], [new(40, 50)]]);

        Assert.Equal(new(Said: 2, Found: 2, Matched: 1), matches);
        Assert.Equal((0.5, 0.5), (matches.Recall, matches.Precision));
    }

    [Fact]
    public void An_utterance_cut_in_two_and_one_joined_to_others_are_found_too()
    {
        Assert.Equal(1, FactMatches.Of([First], [[new(10, 14)]]).Matched);
        Assert.Equal(1, FactMatches.Of([First], [[new(0, 60)]]).Matched);
        Assert.Equal(0, FactMatches.Of([First], [[new(5, 11)]]).Matched);
    }

    [Fact]
    public void A_fact_told_twice_is_found_once()
    {
        var matches = FactMatches.Of([First], [[First], [First]]);

        Assert.Equal((1, 0.5), (matches.Recall, matches.Precision));
    }

    [Fact]
    public void A_finding_leaves_its_fact_to_one_that_has_no_other()
    {
        // The first one's segment holds both facts.
        var matches = FactMatches.Of([First, Second], [[new(10, 30)], [First]]);

        Assert.Equal(2, matches.Matched);
    }

    [Fact]
    public void A_finding_without_evidence_finds_nothing()
    {
        Assert.Equal(new(Said: 1, Found: 1, Matched: 0), FactMatches.Of([First], [[]]));
    }

    [Fact]
    public void Where_there_is_nothing_to_find_there_is_no_recall()
    {
        var matches = FactMatches.Of([], []);

        Assert.Null(matches.Recall);
        Assert.Null(matches.Precision);
    }
}
