using Kipu.AudioWorker;
using Kipu.Gemini;
using Kipu.Speech;

namespace Kipu.Tests;

public sealed class StepFailureTests
{
    private static readonly MediaRefusedException Unreadable = new(MediaRefusal.UnreadableMedia, "");

    [Fact]
    public void A_file_that_cannot_be_heard_at_all_ends_its_job_for_good()
    {
        var failure = StepFailure.Of(Unreadable, StepKind.Prepare);

        Assert.Equal((MediaRefusal.UnreadableMedia, true, false), (failure.Code, failure.Final, failure.Retryable));
    }

    [Fact]
    public void A_part_that_cannot_be_decoded_is_tried_again_and_costs_no_other_part()
    {
        var failure = StepFailure.Of(Unreadable, StepKind.Segment);

        Assert.Equal((MediaRefusal.UnreadableMedia, false, true), (failure.Code, failure.Final, failure.Retryable));
    }

    [Fact]
    public void A_decoder_that_was_killed_is_tried_again_in_every_step()
    {
        Assert.All(Enum.GetValues<StepKind>(), kind =>
        {
            var failure = StepFailure.Of(new MediaInterruptedException(""), kind);

            Assert.Equal(("analysis_unavailable", false, true), (failure.Code, failure.Final, failure.Retryable));
        });
    }

    [Fact]
    public void A_key_that_Gemini_refuses_is_not_tried_again()
    {
        Assert.True(StepFailure.Of(new GeminiException(GeminiFailure.Forbidden, ""), StepKind.Segment).Final);
    }
}
