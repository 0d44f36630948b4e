using Kipu.AudioWorker;
using Kipu.Speech;

namespace Kipu.Tests;

public sealed class CoverageTests
{
    [Fact]
    public void Spans_touch_and_cover_all_that_the_recording_declares()
    {
        var measured = Measured(100, declared: 120, new(1, 30), new(30.5, 60), new(70, 95));

        var spans = Coverage.Of(
            measured, at => at < 65 ? (CoverageState.Transcribed, null) : (CoverageState.Failed, "answer_broken"), [0, 65, 100]);

        Assert.Equal(0, spans[0].From);
        Assert.Equal(120, spans[^1].To);
        Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
        Assert.Equal(
            [CoverageState.Transcribed, CoverageState.Silent, CoverageState.Failed, CoverageState.Silent, CoverageState.Missing],
            spans.Select(s => s.State));
        Assert.Equal((0, 60), (spans[0].From, spans[0].To));
    }

    [Fact]
    public void A_recording_in_which_nobody_speaks_is_silent_from_end_to_end()
    {
        var span = Assert.Single(Coverage.Of(Measured(1.5, null), _ => throw new InvalidOperationException(), []));

        Assert.Equal((0, 1.5, CoverageState.Silent), (span.From, span.To, span.State));
    }

    [Theory]
    [InlineData(102.9, 100)]
    [InlineData(130, 130)]
    public void What_a_client_recorded_and_nobody_can_hear_is_missing_but_for_what_clocks_differ(double recorded, double end)
    {
        var measured = Measured(100, declared: null, new TimeRange(0, 100)) with { RecordedSeconds = recorded };

        var spans = Coverage.Of(measured, _ => (CoverageState.Transcribed, null), []);

        Assert.Equal(end, spans[^1].To);
        Assert.Equal(end > 100, spans[^1].State is CoverageState.Missing);
    }

    private static MeasuredRecording Measured(double seconds, double? declared, params TimeRange[] speech) =>
        new(seconds, declared, speech, [], "low", false, []);
}
