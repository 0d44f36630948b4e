using Kipu.Benchmarks;
using Kipu.Speech;

namespace Kipu.Tests;

public sealed class DiarizationErrorsTests
{
    [Fact]
    public void Voices_are_named_as_well_as_they_can_be()
    {
        VoiceTurn[] said = [new("Ana", 0, 10), new("Luis", 10, 20)];

        var errors = DiarizationErrors.Of(said, [new("2", 0, 10), new("1", 10, 20)]);

        Assert.Equal(new(Speech: 20, Missed: 0, Invented: 0, Confused: 0), errors);
    }

    [Fact]
    public void Speech_given_to_another_is_confused()
    {
        VoiceTurn[] said = [new("Ana", 0, 10), new("Luis", 10, 20)];

        var errors = DiarizationErrors.Of(said, [new("1", 0, 12), new("2", 12, 20)]);

        Assert.Equal(new(Speech: 20, Missed: 0, Invented: 0, Confused: 2), errors);
        Assert.Equal(0.1, errors.SpeakerRate);
    }

    [Fact]
    public void One_person_heard_as_two_voices_is_right_for_the_longer_one_alone()
    {
        var errors = DiarizationErrors.Of([new("Ana", 0, 10)], [new("1", 0, 3), new("2", 3, 10)]);

        Assert.Equal(3, errors.Confused);
    }

    [Fact]
    public void Two_people_heard_as_one_voice_are_right_for_the_one_who_speaks_longer()
    {
        var errors = DiarizationErrors.Of([new("Ana", 0, 4), new("Luis", 4, 10)], [new("1", 0, 10)]);

        Assert.Equal(4, errors.Confused);
    }

    [Fact]
    public void Speech_not_heard_is_missed_and_what_is_heard_in_silence_invented()
    {
        var errors = DiarizationErrors.Of([new("Ana", 0, 8)], [new("1", 2, 9)]);

        Assert.Equal(new(Speech: 8, Missed: 2, Invented: 1, Confused: 0), errors);
        Assert.Equal(3.0 / 8, errors.Rate);
        Assert.Equal(0, errors.SpeakerRate);
    }

    [Fact]
    public void People_who_speak_at_once_count_each()
    {
        var errors = DiarizationErrors.Of([new("Ana", 0, 10), new("Luis", 8, 12)], [new("1", 0, 10), new("2", 10, 12)]);

        Assert.Equal(new(Speech: 14, Missed: 2, Invented: 0, Confused: 0), errors);
    }
}
