using Kipu.Recordings;

namespace Kipu.Tests;

public sealed class SpeakerCorrectionTests
{
    private static readonly Edit Edit = new(Guid.NewGuid(), new(2026, 11, 24, 16, 0, 0, TimeSpan.Zero), null);
    private readonly Speaker[] _speakers = [new("v1", "Ana", 30), new("v2", null, 12.5)];

    [Fact]
    public void Merged_voices_add_up_and_keep_the_name_of_the_one_that_stays()
    {
        var correction = new SpeakerCorrection(_speakers, new("v2", MergeInto: "v1"), Edit);

        Assert.Equal([new("v1", "Ana", 42.5, Edit: Edit with { Original = "Ana" })], correction.Speakers);
    }

    [Fact]
    public void A_second_name_remembers_what_the_engine_said_first()
    {
        var first = new SpeakerCorrection(_speakers, new("v1", "Anita"), Edit);

        var second = new SpeakerCorrection(first.Speakers, new("v1", " Ana María "), Edit);

        Assert.Equal(("Ana María", "Ana"), (second.Kept.Name, second.Kept.Edit!.Original));
        Assert.Equal(2, second.Speakers.Count);
    }

    [Theory]
    [InlineData("v3", null)]
    [InlineData("v1", "v3")]
    public void Who_does_not_speak_can_be_neither_named_nor_merged(string speaker, string? into) =>
        Assert.False(new SpeakerCorrection(_speakers, new(speaker, "X", MergeInto: into), Edit).IsPossible);
}
