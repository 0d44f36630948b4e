using Kipu.AudioWorker;
using Kipu.Speech;

namespace Kipu.Tests;

public sealed class TurnTimesTests
{
    private static readonly TimeRange[] Speech = [new(0.4, 4.2), new(5.1, 9.0), new(30, 40)];

    [Fact]
    public void Whole_seconds_move_to_the_measured_edge_of_speech_next_to_them()
    {
        var aligned = Align(Turn(0, 4), Turn(5, 9));

        Assert.Equal([(0.4, 4.2), (5.1, 9.0)], aligned);
    }

    [Fact]
    public void Words_over_silence_are_dropped()
    {
        Assert.Empty(Align(Turn(15, 20)));
    }

    [Fact]
    public void Times_past_the_end_are_clamped_and_those_that_run_back_are_held()
    {
        var aligned = Align(Turn(31, 35), Turn(6, 7), Turn(38, 400));

        Assert.Equal([(30, 35), (30, 30.2), (38, 40)], aligned);
    }

    [Fact]
    public void A_turn_without_length_gets_one()
    {
        var (start, end) = Assert.Single(Align(Turn(33, 33)));

        Assert.True(end > start);
    }

    [Fact]
    public void Where_each_has_a_channel_a_turn_also_begins_and_ends_while_the_other_speaks()
    {
        var aligned = Align([new("2", 32.3, 34.6, Channel: 1), new("1", 30, 40, Channel: 0)], Turn(30, 40), Turn(32, 35));

        Assert.Equal([(30, 40), (32.3, 34.6)], aligned);
        Assert.Equal([(30, 40), (32, 35)], Align([new("2", 32.3, 34.6)], Turn(30, 40), Turn(32, 35)));
    }

    private static (double, double)[] Align(params HeardTurn[] turns) => Align([], turns);

    private static (double, double)[] Align(VoiceTurn[] voices, params HeardTurn[] turns) =>
        [.. TurnTimes.Align(turns, 0, 40, Speech, voices).Select(t => (t.Start, t.End))];

    private static HeardTurn Turn(double start, double end) => new("S1", start, end, "words");
}
