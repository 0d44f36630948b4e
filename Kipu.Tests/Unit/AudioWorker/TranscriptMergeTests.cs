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

    [Fact]
    public void The_same_words_said_again_much_later_stay()
    {
        var merged = Merge(
            Part(0, 0, 100, ("S1", 10, 12, "Next point please")),
            Part(1, 90, 200, ("S1", 120, 122, "Next point please")));

        Assert.Equal(2, merged.Turns.Count);
    }

    [Fact]
    public void A_voice_keeps_its_speaker_across_segments_whatever_each_calls_it()
    {
        var merged = Merge(
            Part(0, 0, 100, ("S1", 10, 40, "one"), ("S2", 60, 90, "two")),
            Part(1, 100, 200, ("S1", 101, 109, "two again"), ("S2", 115, 150, "one again"), ("S3", 165, 190, "three")));

        Assert.Equal(["S1", "S2", "S2", "S1", "S3"], merged.Turns.Select(t => t.SpeakerId));
    }

    [Fact]
    public void A_name_outweighs_the_sound_of_a_voice()
    {
        var first = Part(0, 0, 100, ("S1", 10, 40, "I am Ana"));
        var second = Part(1, 100, 200, ("S1", 165, 190, "Ana here again"));

        var merged = Merge(Named(first, "Ana"), Named(second, "ana"));

        Assert.Equal(["S1", "S1"], merged.Turns.Select(t => t.SpeakerId));
        Assert.Equal("Ana", Assert.Single(merged.Speakers).Name);
    }

    [Fact]
    public void Who_speaks_at_the_same_moment_in_an_overlap_is_the_same_person()
    {
        var merged = Merge(
            Part(0, 0, 110, ("S1", 10, 40, "one"), ("S2", 100, 110, "this is where the cut falls")),
            Part(1, 95, 200, ("S9", 100, 112, "this is where the cut falls today"), ("S8", 165, 190, "somebody new")));

        Assert.Equal(["S1", "S2", "S3"], merged.Turns.Select(t => t.SpeakerId));
    }

    [Fact]
    public void The_language_of_most_words_is_that_of_the_recording()
    {
        var english = Part(0, 0, 100, ("S1", 10, 12, "Hello"));
        var spanish = Part(1, 100, 200, ("S1", 120, 130, "Buenos días a todos"));

        var merged = Merge(english, spanish with { Result = spanish.Result with { Language = "es" } });

        Assert.Equal("es", merged.Language);
    }

    private static MergedTranscript Merge(params HeardPart[] parts) => TranscriptMerge.Merge(parts, Voices);

    private static HeardPart Part(int index, double from, double to,
        params (string Speaker, double Start, double End, string Text)[] turns) => new(
        new(index, from, to, from, to),
        new(
            "en", false, [.. turns.Select(t => t.Speaker).Distinct().Select(s => new HeardSpeaker(s, null))],
            [.. turns.Select(t => new HeardTurn(t.Speaker, t.Start, t.End, t.Text))], new("gemini", "m", "m", "high"), []));

    private static HeardPart Named(HeardPart part, string name) =>
        part with { Result = part.Result with { Speakers = [.. part.Result.Speakers.Select(s => s with { Name = name })] } };
}
