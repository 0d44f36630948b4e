using System.Text.Json;
using Kipu.AudioWorker;

namespace Kipu.Tests;

public sealed class UnheardTests
{
    private static readonly UnheardStretch Gap = new(20, 40, "answer_blocked");

    [Fact]
    public void Speech_lost_inside_a_segment_is_failed_in_the_coverage_and_the_rest_is_transcribed()
    {
        var analysis = Analyse(Step(SomeTurns.Heard("antes y después", Gap)));

        Assert.Equal(
            [new(0, 20, CoverageState.Transcribed, null), new(20, 40, CoverageState.Failed, "answer_blocked"), new(40, 60, CoverageState.Transcribed, null)],
            analysis.Coverage);
    }

    [Fact]
    public void A_segment_without_a_usable_word_has_failed()
    {
        var analysis = Analyse(Step(SomeTurns.Heard("", new UnheardStretch(0, 60, "answer_broken")) with { Turns = [] }));

        Assert.Equal([new(0, 60, CoverageState.Failed, "answer_broken")], analysis.Coverage);
    }

    [Fact]
    public void A_segment_with_a_gap_is_open_again_in_a_repair_and_a_whole_one_is_not()
    {
        var steps = AcceptRecordingHandler.RepairSteps(
            SomeTurns.Job(), Measured, [Step(SomeTurns.Heard("entera")), Step(SomeTurns.Heard("con hueco", Gap)), Failed()]);

        Assert.Equal([StepState.Done, StepState.Open, StepState.Open], steps.Select(step => step.State));
    }

    [Fact]
    public void A_repair_that_hears_more_replaces_what_was_heard_before()
    {
        var step = Repaired();

        step.Complete(SomeTurns.Heard("todo", new UnheardStretch(20, 25, "answer_blocked")));

        Assert.Equal("todo", step.Result!.Turns[0].Text);
    }

    [Fact]
    public void A_repair_that_hears_no_more_or_fails_leaves_what_was_heard_before()
    {
        var (same, failed) = (Repaired(), Repaired());

        same.Complete(SomeTurns.Heard("menos", new UnheardStretch(0, 60, "answer_broken")));
        failed.Fail("analysis_unavailable");

        Assert.All([same, failed], step => Assert.Equal((StepState.Done, "con hueco"), (step.State, step.Result!.Turns[0].Text)));
    }

    [Fact]
    public void A_result_that_was_stored_before_gaps_were_told_can_still_be_read()
    {
        var stored = JsonSerializer.Deserialize<SegmentResult>(
            """
            {"language":"es","voicesAreGlobal":false,"speakers":[],"turns":[],"reasons":["answer_blocked"],
             "engine":{"name":"gemini","model":"m","transcriber":"m","confidence":"high"}}
            """, JsonSerializerOptions.Web)!;
        var kept = JsonSerializer.Deserialize<SegmentResult>(
            JsonSerializer.Serialize(SomeTurns.Heard("con hueco", Gap), JsonSerializerOptions.Web), JsonSerializerOptions.Web)!;

        Assert.Empty(stored.Unheard);
        Assert.Equal([Gap], kept.Unheard);
    }

    private static MeasuredRecording Measured => new(60, null, [new(0, 60)], [], "low", false, []);

    private static AnalysisDocument Analyse(JobStep step) => AnalysisDocuments.Write(
        Measured, [step], TranscriptMerge.Merge([new(step.Part, step.Result!)], []), ReadTranscript.Nothing, null, DateTimeOffset.UnixEpoch);

    private static JobStep Repaired() =>
        AcceptRecordingHandler.RepairSteps(SomeTurns.Job(), Measured, [Step(SomeTurns.Heard("con hueco", Gap))])[0];

    private static JobStep Step(SegmentResult result)
    {
        var step = JobStep.For(SomeTurns.Job(), StepKind.Segment, new(0, 0, 60, 0, 60));
        step.Complete(result);
        return step;
    }

    private static JobStep Failed()
    {
        var step = JobStep.For(SomeTurns.Job(), StepKind.Segment, new(0, 0, 60, 0, 60));
        step.Fail("analysis_unavailable");
        return step;
    }
}
