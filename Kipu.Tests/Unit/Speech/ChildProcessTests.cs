using Kipu.Speech;

namespace Kipu.Tests;

public sealed class ChildProcessTests
{
    [Fact]
    public async Task A_program_that_hangs_is_ended_when_its_time_is_up()
    {
        await using var child = ChildProcess.Start("sleep", ["600"], TimeSpan.FromMilliseconds(50));

        var exit = await child.WaitAsync(TestContext.Current.CancellationToken);

        Assert.Equal((128 + 9, true), (exit, child.IsOverdue));
    }

    [Fact]
    public async Task A_program_that_ends_in_time_is_not_overdue()
    {
        await using var child = ChildProcess.Start("true", [], TimeSpan.FromMinutes(10));

        Assert.Equal((0, false), (await child.WaitAsync(TestContext.Current.CancellationToken), child.IsOverdue));
    }
}
