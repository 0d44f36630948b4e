using CsCheck;
using Kipu.Storage;

namespace Kipu.Tests;

public sealed class ChunkRangesTests
{
    [Fact]
    public void Unbroken_runs_become_one_range_each()
    {
        Assert.Equal([[0, 2], [5, 5], [7, 8]], ChunkRanges.Of([0, 1, 2, 5, 7, 8]));
    }

    [Fact]
    public void Nothing_received_is_no_range_and_everything_missing()
    {
        Assert.Empty(ChunkRanges.Of([]));
        Assert.Equal([0, 1, 2], ChunkRanges.Missing([], 3));
    }

    [Fact]
    public void Chunks_beyond_the_total_are_not_missing()
    {
        Assert.Equal([1], ChunkRanges.Missing([[0, 0], [2, 9]], 3));
    }

    [Fact]
    public void What_is_received_and_what_is_missing_make_up_the_whole()
    {
        Gen.Int[0, 60].Array[0, 40].Sample(indices =>
        {
            var received = indices.Distinct().Order().ToList();
            var total = received.Count > 0 ? received[^1] + 1 : 0;

            var ranges = ChunkRanges.Of(received);

            Assert.Equal(received, ranges.SelectMany(r => Enumerable.Range(r[0], r[1] - r[0] + 1)));
            Assert.Equal(Enumerable.Range(0, total).Except(received), ChunkRanges.Missing(ranges, total));
        });
    }
}
