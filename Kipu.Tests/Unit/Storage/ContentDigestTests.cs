using System.Security.Cryptography;
using Kipu.Storage;
using Microsoft.AspNetCore.Http;

namespace Kipu.Tests;

public sealed class ContentDigestTests
{
    private static readonly byte[] Digest = SHA256.HashData("chunk"u8);
    private static readonly string Hex = Convert.ToHexStringLower(Digest);

    [Fact]
    public void Hex_in_either_case_is_read()
    {
        Assert.True(Read((ContentDigest.HexHeader, Hex.ToUpperInvariant()), out var claimed));
        Assert.Equal([Hex], claimed);
    }

    [Fact]
    public void The_standard_header_is_read_among_other_algorithms()
    {
        var value = $"sha-512=:{Convert.ToBase64String(new byte[64])}:, sha-256=:{Convert.ToBase64String(Digest)}:";

        Assert.True(Read((ContentDigest.StandardHeader, value), out var claimed));
        Assert.Equal([Hex], claimed);
    }

    [Fact]
    public void No_header_claims_nothing()
    {
        Assert.True(ContentDigest.TryRead(new HeaderDictionary(), out var claimed));
        Assert.Empty(claimed);
    }

    [Theory]
    [InlineData(ContentDigest.HexHeader, "abc")]
    [InlineData(ContentDigest.HexHeader, "zz3f0c4e5b5a3f7b2d4c9f9f6e8b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6f7a8b")]
    [InlineData(ContentDigest.StandardHeader, "sha-256=abc")]
    [InlineData(ContentDigest.StandardHeader, "sha-256=:YWJj:")]
    [InlineData(ContentDigest.StandardHeader, "sha-256")]
    public void A_malformed_digest_is_not_passed_over(string header, string value)
    {
        Assert.False(Read((header, value), out _));
    }

    private static bool Read((string Name, string Value) header, out IReadOnlyList<string> claimed) =>
        ContentDigest.TryRead(new HeaderDictionary { [header.Name] = header.Value }, out claimed);
}
