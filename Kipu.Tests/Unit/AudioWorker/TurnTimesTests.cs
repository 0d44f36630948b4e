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
    public void Words_over_silence_are_dropped_where_all_speech_around_them_has_its_words()
    {
        var aligned = TurnTimes.Align([Turn(0, 4), Turn(5, 9), Turn(15, 20), Turn(30, 40)], 0, 40, Speech, []);

        Assert.Equal([0.4, 5.1, 30], aligned.Turns.Select(turn => turn.Start));
        Assert.False(aligned.IsMended);
    }

    [Fact]
    public void Words_over_silence_go_to_the_speech_between_their_neighbours_that_has_none()
    {
        var aligned = TurnTimes.Align([Turn(0, 4), Turn(15, 20), Turn(30, 40)], 0, 40, Speech, []);

        Assert.Equal([(0.4, 4.2), (5.1, 9.0), (30, 40)], aligned.Turns.Select(turn => (turn.Start, turn.End)));
        Assert.True(aligned.IsMended);
    }

    [Fact]
    public void A_clock_that_ran_ahead_is_slowed_down_to_the_last_word()
    {
        TimeRange[] speech = [new(0, 19), new(20, 39), new(40, 59), new(60, 79)];

        var aligned = TurnTimes.Align([Turn(0, 23), Turn(25, 48), Turn(50, 73), Turn(75, 98.75)], 0, 80, speech, []);

        Assert.Equal(speech.Select(s => s.Start), aligned.Turns.Select(turn => turn.Start));
        Assert.True(aligned.IsMended);
    }

    [Fact]
    public void An_end_past_the_audio_moves_no_time_that_agrees_with_the_sound()
    {
        Assert.Equal([(0.4, 4.2), (5.1, 9.0), (30, 40)], Align(Turn(0, 4), Turn(5, 9), Turn(30, 50)));
    }

    [Fact]
    public void Words_without_a_time_take_it_from_their_neighbours()
    {
        var aligned = TurnTimes.Align([Turn(0, 4), Turn(null, null, "perdidas"), Turn(30, 40), Turn(null, 4000, "al final")], 0, 40, Speech, []);

        Assert.Equal([(0.4, 4.2), (5.1, 9.0), (30, 40), (39.8, 40)], aligned.Turns.Select(turn => (turn.Start, turn.End)));
        Assert.True(aligned.IsMended);
    }

    [Fact]
    public void No_word_is_lost_by_a_clock_that_shows_hours()
    {
        var aligned = TurnTimes.Align([Turn(0, 3600), Turn(3600, 7200), Turn(7200, 9000)], 0, 40, Speech, []);

        Assert.Equal(3, aligned.Turns.Count);
        Assert.All(aligned.Turns, turn => Assert.InRange(turn.End, turn.Start, 40));
        Assert.True(aligned.Turns[^1].Start > 20);
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

    private static (double, double)[] Align(params SaidTurn[] turns) => Align([], turns);

    private static (double, double)[] Align(VoiceTurn[] voices, params SaidTurn[] turns) =>
        [.. TurnTimes.Align(turns, 0, 40, Speech, voices).Turns.Select(t => (t.Start, t.End))];

    private static SaidTurn Turn(double? start, double? end, string text = "words") => new("S1", start, end, text);
}
