using Kipu.AudioWorker;
using Kipu.Speech;

namespace Kipu.Tests;

public sealed class TranscriptMergeTests
{
    private static readonly VoiceTurn[] Voices = [new("1", 0, 50), new("2", 50, 110), new("1", 110, 160), new("3", 160, 200)];

    [Fact]
    public void What_both_sides_of_a_cut_heard_stands_once_and_whole()
    {
        var merged = Merge(
            Part(0, 0, 110, ("S1", 10, 20, "Good morning everybody"), ("S2", 95, 109, "We decided to launch the new")),
            Part(1, 90, 200, ("S1", 95, 112, "We decided to launch the new version in March"), ("S2", 120, 130, "That suits me")));

        Assert.Equal(
            ["Good morning everybody", "We decided to launch the new version in March", "That suits me"], merged.Turns.Select(t => t.Text));
    }

    [Theory]
    [InlineData(91)]
    [InlineData(96)]
    [InlineData(99)]
    public void A_word_that_somebody_else_just_said_in_a_sentence_stays_theirs_and_the_sentence_its_speakers(double at)
    {
        (string, double, double, string)[] heard =
            [("S1", at, at + 2.5, "Entonces sí vamos a lanzar"), ("S2", at + 3, at + 4.5, "Sí"), ("S1", 112, 114, "Bueno")];

        var merged = Merge(Part(0, 0, 110, heard[..2]), Part(1, 90, 200, heard));

        Assert.Equal(
            [("S1", "Entonces sí vamos a lanzar"), ("S2", "Sí"), ("S1", "Bueno")], merged.Turns.Select(t => (t.SpeakerId, t.Text)));
    }

    [Fact]
    public void Turns_that_each_part_split_in_its_own_way_stand_once()
    {
        const string Whole = "Entonces sí vamos a lanzar la versión nueva";
        (string, double, double, string)[] split =
            [("S1", 92, 96, "Entonces sí"), ("S1", 96, 101, "vamos a lanzar"), ("S1", 101, 106, "la versión nueva")];

        var wholeFirst = Merge(Part(0, 0, 110, ("S1", 92, 106, Whole)), Part(1, 90, 200, split));
        var splitFirst = Merge(Part(0, 0, 110, split), Part(1, 90, 200, ("S1", 92, 106, Whole)));

        Assert.Equal([Whole], wholeFirst.Turns.Select(t => t.Text));
        Assert.Equal(["Entonces sí", "vamos a lanzar la versión nueva"], splitFirst.Turns.Select(t => t.Text));
    }

    [Fact]
    public void A_turn_that_one_part_begins_later_and_ends_later_keeps_its_head_and_its_tail()
    {
        var merged = Merge(
            Part(0, 0, 110, ("S1", 94, 104, "uno dos tres cuatro cinco seis siete ocho nueve diez")),
            Part(1, 90, 200, ("S1", 97, 107, "cuatro cinco seis siete ocho nueve diez once doce trece")));

        Assert.Equal("uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece", Assert.Single(merged.Turns).Text);
    }

    [Fact]
    public void The_rest_of_a_long_turn_that_the_part_before_broke_off_is_kept()
    {
        var merged = Merge(
            Part(0, 0, 110, ("S1", 85, 110, "uno dos tres cuatro cinco seis siete ocho nueve diez once doce")),
            Part(1, 90, 200, ("S1", 98, 105, "seis siete ocho"), ("S1", 105, 117, "nueve diez once doce trece catorce")));

        Assert.Equal("uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce", Assert.Single(merged.Turns).Text);
    }

    [Fact]
    public void Each_second_is_told_by_the_part_that_it_belongs_to()
    {
        var merged = Merge(
            Part(0, 0, 110, ("S1", 93, 95, "heard well"), ("S1", 104, 106, "hurt badly")),
            Part(1, 90, 200, ("S1", 93, 95, "herd bell"), ("S1", 104, 106, "understood")));

        Assert.Equal(["heard well", "understood"], merged.Turns.Select(t => t.Text));
    }

    [Theory]
    [InlineData(102, 97)]
    [InlineData(97, 102)]
    public void What_each_part_places_on_its_own_side_of_the_cut_is_neither_lost_nor_doubled(double before, double after)
    {
        var merged = Merge(
            Part(0, 0, 110, ("S1", before, before + 2, "Lo revisamos mañana")),
            Part(1, 90, 200, ("S1", after, after + 2, "lo revisamos, mañana")));

        Assert.Equal("S1", Assert.Single(merged.Turns).SpeakerId);
    }

    [Fact]
    public void A_word_that_is_said_twice_stands_twice()
    {
        (string, double, double, string)[] heard = [("S1", 97, 98.5, "Sí"), ("S1", 101, 102.5, "Sí")];

        var merged = Merge(Part(0, 0, 110, heard), Part(1, 90, 200, heard));

        Assert.Equal([97, 101], merged.Turns.Select(t => t.Start));
    }

    [Fact]
    public void Beside_a_part_that_nobody_heard_nothing_is_taken_away()
    {
        var merged = Merge(
            Part(0, 0, 110, ("S1", 104, 106, "before the gap")), Part(2, 190, 300, ("S1", 193, 195, "after the gap")));

        Assert.Equal(["before the gap", "after the gap"], merged.Turns.Select(t => t.Text));
    }

    [Fact]
    public void The_same_words_said_again_much_later_stay()
    {
        var merged = Merge(
            Part(0, 0, 110, ("S1", 10, 12, "Next point please")),
            Part(1, 90, 200, ("S1", 120, 122, "Next point please")));

        Assert.Equal(2, merged.Turns.Count);
    }

    [Fact]
    public void A_voice_keeps_its_speaker_across_segments_whatever_each_calls_it()
    {
        var merged = Merge(
            Part(0, 0, 110, ("S1", 10, 40, "one"), ("S2", 60, 90, "two")),
            Part(1, 90, 200, ("S1", 101, 109, "two again"), ("S2", 115, 150, "one again"), ("S3", 165, 190, "three")));

        Assert.Equal(["S1", "S2", "S2", "S1", "S3"], merged.Turns.Select(t => t.SpeakerId));
    }

    [Fact]
    public void A_name_outweighs_the_sound_of_a_voice()
    {
        var first = Part(0, 0, 110, ("S1", 10, 40, "I am Ana"));
        var second = Part(1, 90, 200, ("S1", 165, 190, "Ana here again"));

        var merged = Merge(Named(first, "Ana"), Named(second, "ana"));

        Assert.Equal(["S1", "S1"], merged.Turns.Select(t => t.SpeakerId));
        Assert.Equal("Ana", Assert.Single(merged.Speakers).Name);
    }

    [Fact]
    public void Who_speaks_at_the_same_moment_in_an_overlap_is_the_same_person()
    {
        var merged = Merge(
            Part(0, 0, 110, ("S1", 10, 40, "one"), ("S2", 100, 110, "this is where the cut falls")),
            Part(1, 90, 200, ("S9", 100, 112, "this is where the cut falls today"), ("S8", 165, 190, "somebody new")));

        Assert.Equal(["S1", "S2", "S3"], merged.Turns.Select(t => t.SpeakerId));
    }

    [Fact]
    public void Two_who_sound_alike_are_not_taken_for_each_other_by_a_guess()
    {
        var merged = Merge(
            Part(0, 0, 110, ("S1", 10, 20, "one"), ("S2", 25, 35, "two")),
            Part(1, 90, 200, ("S1", 120, 130, "two again"), ("S2", 135, 145, "one again")));

        Assert.Equal(["S1", "S2", "S3", "S4"], merged.Turns.Select(t => t.SpeakerId));
    }

    [Fact]
    public void Of_two_who_sound_alike_the_one_is_known_by_the_overlap_and_the_other_by_being_the_only_one_left()
    {
        var alike = new VoiceTurn[] { new("1", 0, 200) };

        var merged = TranscriptMerge.Merge(
            [
                Part(0, 0, 110, ("S1", 10, 20, "one"), ("S2", 100, 110, "this is where the cut falls")),
                Part(1, 90, 200, ("S1", 100, 112, "this is where the cut falls today"), ("S2", 135, 145, "one again")),
            ],
            alike);

        Assert.Equal(["S1", "S2", "S1"], merged.Turns.Select(t => t.SpeakerId));
    }

    [Fact]
    public void Two_channels_that_speak_at_once_across_a_cut_stay_two()
    {
        (string, double, double, string)[] both = [("1", 95, 105, "I was about to say"), ("2", 95, 105, "Let me finish please")];

        var merged = Merge(Global(Part(0, 0, 110, both)), Global(Part(1, 90, 200, both)));

        Assert.Equal([("S1", "I was about to say"), ("S2", "Let me finish please")], merged.Turns.Select(t => (t.SpeakerId, t.Text)));

        static HeardPart Global(HeardPart part) => part with { Result = part.Result with { VoicesAreGlobal = true } };
    }

    [Fact]
    public void A_turn_whose_language_is_unknown_has_that_of_its_part()
    {
        var english = Part(0, 0, 110, ("S1", 10, 12, "Hello"));
        var spanish = Part(1, 90, 200, ("S1", 120, 130, "Buenos días a todos"), ("S1", 140, 142, "See you"));
        spanish = spanish with
        {
            Result = spanish.Result with
            {
                Language = "es",
                Turns = [spanish.Result.Turns[0], spanish.Result.Turns[1] with { Language = "en" }],
            },
        };

        Assert.Equal(["en", "es", "en"], Merge(english, spanish).Turns.Select(t => t.Language));
    }

    [Fact]
    public void The_language_of_most_words_is_that_of_the_recording()
    {
        var english = Part(0, 0, 110, ("S1", 10, 12, "Hello"));
        var spanish = Part(1, 90, 200, ("S1", 120, 130, "Buenos días a todos"));

        var merged = Merge(english, spanish with { Result = spanish.Result with { Language = "es" } });

        Assert.Equal("es", merged.Language);
    }

    private static MergedTranscript Merge(params HeardPart[] parts) => TranscriptMerge.Merge(parts, Voices);

    /// <summary>A part that overlaps its neighbours by ten seconds to each side of the cut.</summary>
    private static HeardPart Part(int index, double from, double to,
        params (string Speaker, double Start, double End, string Text)[] turns) => new(
        new(index, from, to, from is 0 ? 0 : from + 10, to - 10),
        new(
            "en", false, [.. turns.Select(t => t.Speaker).Distinct().Select(s => new HeardSpeaker(s, null))],
            [.. turns.Select(t => new HeardTurn(t.Speaker, t.Start, t.End, t.Text))], new("gemini", "m", "m", "high"), []));

    private static HeardPart Named(HeardPart part, string name) =>
        part with { Result = part.Result with { Speakers = [.. part.Result.Speakers.Select(s => s with { Name = name })] } };
}
