using Kipu.Voice;

namespace Kipu.Tests;

public sealed class OutboundQueueTests
{
    [Fact]
    public async Task Frames_leave_in_the_order_in_which_they_came()
    {
        var queue = new OutboundQueue();
        queue.TryAdd(Audio(1));
        queue.TryAdd(Text(2));
        queue.Complete();

        Assert.Equal([1, 2], await DrainAsync(queue));
    }

    [Fact]
    public async Task A_full_queue_takes_nothing_until_something_was_sent()
    {
        var queue = new OutboundQueue(capacity: 3);
        Assert.True(queue.TryAdd(Audio(3)));

        Assert.False(queue.TryAdd(Audio(1)));

        Assert.NotNull(await queue.NextAsync(TestContext.Current.CancellationToken));
        Assert.True(queue.TryAdd(Audio(3)));
    }

    [Fact]
    public async Task A_user_who_begins_to_speak_hears_nothing_of_what_was_still_to_be_said()
    {
        var queue = new OutboundQueue(capacity: 10);
        queue.TryAdd(Audio(4));
        queue.TryAdd(Text(1));
        queue.TryAdd(Audio(4));

        queue.DropAudio();

        Assert.True(queue.TryAdd(Text(9)));
        queue.Complete();
        Assert.Equal([1, 9], await DrainAsync(queue));
    }

    [Fact]
    public async Task A_sender_that_waits_is_woken_by_the_next_frame()
    {
        var queue = new OutboundQueue();
        var next = queue.NextAsync(TestContext.Current.CancellationToken);
        Assert.False(next.IsCompleted);

        queue.TryAdd(Text(5));

        Assert.Equal(5, (await next)!.Value.Bytes.Length);
    }

    private static Frame Audio(int bytes) => new(new byte[bytes], IsBinary: true, IsAudio: true);

    private static Frame Text(int bytes) => new(new byte[bytes], IsBinary: false, IsAudio: false);

    private static async Task<List<int>> DrainAsync(OutboundQueue queue)
    {
        var sizes = new List<int>();
        while (await queue.NextAsync(TestContext.Current.CancellationToken) is { } frame) sizes.Add(frame.Bytes.Length);
        return sizes;
    }
}
