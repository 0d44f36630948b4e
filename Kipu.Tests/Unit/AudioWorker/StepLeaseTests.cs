using Kipu.AudioWorker;
using Kipu.Gemini;

namespace Kipu.Tests;

public sealed class StepLeaseTests
{
    [Fact]
    public void What_a_step_cost_is_told_until_it_is_booked()
    {
        var job = SomeTurns.Job();
        var lease = new StepLease(job, JobStep.For(job, StepKind.Segment), Guid.NewGuid());
        using var meter = lease.Meter();

        GeminiMeter.Count("gemini-3.8-flash", new() { PromptTokens = 100 }, DateTimeOffset.UnixEpoch);
        var first = lease.Unbooked();
        GeminiMeter.Count("gemini-3.8-flash", new() { PromptTokens = 20 }, DateTimeOffset.UnixEpoch);
        var second = lease.Unbooked();
        lease.Booked();

        Assert.Equal((100, 120, 0), (first.Tokens, second.Tokens, lease.Unbooked().Tokens));
    }
}
