using System.Security.Cryptography;
using Kipu.Storage;

namespace Kipu.Tests;

public sealed class PartBufferTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(70_000)]
    [InlineData(200_000)]
    [InlineData(200_001)]
    [InlineData(500_000)]
    public async Task A_body_of_any_length_comes_out_in_parts_as_it_went_in(int bytes)
    {
        var body = RandomNumberGenerator.GetBytes(bytes);
        using var source = new MemoryStream(body);
        using var part = new PartBuffer(200_000);
        var joined = new MemoryStream();

        for (var more = true; more;)
        {
            more = await part.FillAsync(source, CancellationToken.None);
            Assert.True(part.Length <= 200_000);
            part.OpenRead().CopyTo(joined);
        }

        Assert.Equal(body, joined.ToArray());
    }

    [Theory]
    [InlineData(1000, false)]
    [InlineData(1001, true)]
    public async Task A_body_that_just_fills_a_part_is_followed_by_nothing(int bytes, bool isFollowed)
    {
        using var source = new MemoryStream(new byte[bytes]);
        using var part = new PartBuffer(1000);

        Assert.Equal(isFollowed, await part.FillAsync(source, CancellationToken.None));
        Assert.Equal(1000, part.Length);
    }
}
