using CsCheck;
using Kipu.Speech;

namespace Kipu.Tests;

public sealed class SegmentPlanTests
{
    [Fact]
    public void A_long_recording_is_cut_in_the_longest_silence_that_the_limit_allows()
    {
        var activity = new Activity("silero-v6", 1780, [new(0, 850), new(860, 880), new(882, 1800)], [new(850, 860), new(880, 882)]);

        var plan = SegmentPlan.Cut(activity, 1800, maxSeconds: 900, overlapSeconds: 5);

        Assert.Equal((855.0, 855.0), (plan[0].KeepTo, plan[1].KeepFrom));
    }

    [Fact]
    public void What_lies_around_a_cut_is_heard_on_both_sides_in_speech_as_in_silence()
    {
        var speech = new Activity("silero-v6", 1000, [new(0, 1000)], []);
        var silence = new Activity("silero-v6", 990, [new(0, 850), new(860, 1000)], [new(850, 860)]);

        var inSpeech = SegmentPlan.Cut(speech, 1000, maxSeconds: 900, overlapSeconds: 5);
        var inSilence = SegmentPlan.Cut(silence, 1000, maxSeconds: 900, overlapSeconds: 15);

        Assert.Equal((905.0, 895.0), (inSpeech[0].To, inSpeech[1].From));
        Assert.Equal((900.0, 900.0), (inSpeech[0].KeepTo, inSpeech[1].KeepFrom));
        Assert.Equal((870.0, 840.0), (inSilence[0].To, inSilence[1].From));
        Assert.Equal((0.0, 1000.0), (inSilence[0].From, inSilence[1].To));
    }

    [Fact]
    public void Whatever_the_silences_are_the_kept_parts_cover_the_recording_once_and_none_is_too_long()
    {
        Gen.Double[0, 5000].Array[0, 40].Select(Gen.Double[1, 5000]).Sample((edges, seconds) =>
        {
            var ordered = edges.Order().Where(edge => edge < seconds).ToArray();
            var speech = ordered.Chunk(2).Where(pair => pair.Length == 2).Select(pair => new TimeRange(pair[0], pair[1])).ToArray();
            var activity = new Activity("level", 0, speech, speech.Silences(0, seconds));

            var plan = SegmentPlan.Cut(activity, seconds, maxSeconds: 300, overlapSeconds: 3);

            Assert.Equal(0, plan[0].KeepFrom);
            Assert.Equal(seconds, plan[^1].KeepTo);
            Assert.All(plan.Zip(plan.Skip(1)), pair => Assert.Equal(pair.First.KeepTo, pair.Second.KeepFrom));
            Assert.All(plan, part => Assert.InRange(part.KeepTo - part.KeepFrom, 0, 300.0001));
        }, iter: 200);
    }
}
