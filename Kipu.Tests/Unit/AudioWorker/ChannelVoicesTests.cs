using Kipu.AudioWorker;
using Kipu.Speech;

namespace Kipu.Tests;

public sealed class ChannelVoicesTests
{
    private static readonly VoiceTurn[] Call =
    [
        new("1", 0, 10, Channel: 0), new("2", 10, 20, Channel: 1), new("1", 20, 26, Channel: 0), new("2", 26, 30, Channel: 1), new("1", 30, 40, Channel: 0),
        new("2", 30, 40, Channel: 1),
    ];

    [Fact]
    public void A_turn_on_the_other_channel_goes_to_the_one_who_speaks_there()
    {
        Assert.Equal(
            ["S1", "S2", "S1", "S2"], Correct(Turn("S1", 0, 10), Turn("S2", 10, 20), Turn("S2", 20, 26), Turn("S1", 26, 30)));
    }

    [Fact]
    public void Two_people_on_one_channel_stay_two()
    {
        Assert.Equal(
            ["S1", "S3", "S2", "S1"], Correct(Turn("S1", 0, 6), Turn("S3", 6, 10), Turn("S2", 10, 20), Turn("S1", 20, 26)));
    }

    [Fact]
    public void Whom_the_model_took_for_one_are_two_when_they_have_a_channel_each()
    {
        Assert.Equal(["S1", "channel-1", "S1"], Correct(Turn("S1", 0, 10), Turn("S1", 10, 20), Turn("S1", 20, 26)));
    }

    [Fact]
    public void While_both_speak_the_model_is_believed()
    {
        Assert.Equal(["S1", "S2", "S2"], Correct(Turn("S1", 0, 10), Turn("S2", 10, 20), Turn("S2", 30, 40)));
    }

    [Fact]
    public void Without_channels_nothing_changes()
    {
        HeardTurn[] turns = [Turn("S1", 0, 10), Turn("S1", 10, 20)];

        Assert.Equal(turns, ChannelVoices.Correct(turns, [.. Call.Select(voice => voice with { Channel = null })]));
    }

    private static string[] Correct(params HeardTurn[] turns) => [.. ChannelVoices.Correct(turns, Call).Select(turn => turn.SpeakerId)];

    private static HeardTurn Turn(string speaker, double start, double end) => new(speaker, start, end, "words");
}
