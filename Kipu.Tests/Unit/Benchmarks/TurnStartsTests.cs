using Kipu.Benchmarks;
using Kipu.Speech;

namespace Kipu.Tests;

public sealed class TurnStartsTests
{
    [Fact]
    public void A_turn_is_as_far_off_as_the_segment_in_which_its_first_right_word_stands()
    {
        SpokenSegment[] said = [new("Ana", 1, 3, "good morning"), new("Luis", 4, 6, "the search is slow")];

        var errors = TurnStarts.ErrorsOf(said, [new("1", 1.25, 3, "Good morning."), new("2", 3.5, 6, "A search is slow.")]);

        Assert.Equal([250, 500], errors);
    }

    [Fact]
    public void What_one_person_says_in_one_go_is_one_turn()
    {
        SpokenSegment[] said = [new("Ana", 1, 3, "good morning"), new("Ana", 3.5, 6, "we have three topics")];

        Assert.Equal([0], TurnStarts.ErrorsOf(said, [new("1", 1, 6, "good morning we have three topics")]));
        Assert.Equal([0], TurnStarts.ErrorsOf(said, [new("1", 1, 3, "good morning"), new("1", 3.75, 6, "we have three topics")]));
    }

    [Fact]
    public void A_turn_that_was_joined_to_the_one_before_is_as_far_off_as_that_begins()
    {
        SpokenSegment[] said = [new("Ana", 1, 3, "good morning"), new("Luis", 4, 6, "the search is slow")];

        Assert.Equal([0, 3000], TurnStarts.ErrorsOf(said, [new("1", 1, 6, "good morning the search is slow")]));
    }

    [Fact]
    public void A_turn_of_which_nothing_was_heard_right_has_no_time()
    {
        SpokenSegment[] said = [new("Ana", 1, 3, "good morning"), new("Luis", 4, 6, "yes")];

        Assert.Equal([0], TurnStarts.ErrorsOf(said, [new("1", 1, 3, "good morning"), new("2", 4, 6, "chess")]));
        Assert.Empty(TurnStarts.ErrorsOf(said, []));
    }
}
