using Kipu.Recordings;
using Wolverine;
using Wolverine.Runtime.Handlers;

namespace Kipu.Tests;

public sealed class RefusedAnalysesTests
{
    [Fact]
    public void An_analysis_that_can_not_be_stored_is_tried_again_and_then_ends_its_recording()
    {
        var handlers = new HandlerGraph();
        var (analyzed, failed) = (new HandlerChain(typeof(RecordingAnalyzed), handlers), new HandlerChain(typeof(RecordingFailed), handlers));

        new RefusedAnalyses().Apply([analyzed, failed], null!, null!);

        var rule = Assert.Single(analyzed.Failures);
        Assert.Equal(9, rule.Count());
        Assert.DoesNotContain("Error Queue", $"{rule.Last().Build(new InvalidOperationException(), new Envelope())}", StringComparison.Ordinal);
        Assert.Empty(failed.Failures);
    }

    [Fact]
    public void The_recording_says_that_it_can_be_processed_again()
    {
        var now = DateTimeOffset.UtcNow;
        var message = new RecordingAnalyzed(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), SomeAnalysis.Of(), now);

        var failure = RefusedAnalyses.FailureOf(message, now);

        Assert.Equal((message.RecordingId, message.JobId, "analysis_not_stored", true), (failure.RecordingId, failure.JobId, failure.Code, failure.Retryable));
    }
}
