using System.Buffers.Text;
using System.Security.Cryptography;
using Kipu.ServiceDefaults;

namespace Kipu.Tests;

public sealed class KeyedHashTests
{
    [Fact]
    public void It_is_the_same_however_often_and_beside_however_many_others()
    {
        using var hash = new KeyedHash("a key for tests");
        var expected = Base64Url.EncodeToString(HMACSHA256.HashData("a key for tests"u8, "ABCDEFGH23"u8));

        var first = hash.Of("ABCDEFGH23");
        Parallel.For(0, 25_000, i => hash.Of($"other {i}"));

        Assert.Equal([expected, expected, expected], [first, hash.Of("ABCDEFGH23"), hash.Of("ABCDEFGH23")]);
        Assert.NotEqual(expected, hash.Of("ABCDEFGH24"));
    }
}
