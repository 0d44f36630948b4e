using System.Security.Cryptography;
using Kipu.Storage;

namespace Kipu.Tests;

public sealed class TusHeadersTests
{
    [Fact]
    public void Metadata_are_pairs_whose_values_are_text_in_Base64_and_may_be_empty()
    {
        var metadata = TusHeaders.ParseMetadata("filename cmV1bmnDs24ud2F2, is_confidential,empty ");

        Assert.Equal(new() { ["filename"] = "reunión.wav", ["is_confidential"] = "", ["empty"] = "" }, metadata);
        Assert.Empty(TusHeaders.ParseMetadata(null)!);
    }

    [Theory]
    [InlineData("title ***")]
    [InlineData("title YQ== YQ==")]
    [InlineData("a YQ==,a Yg==")]
    [InlineData(",")]
    public void Metadata_that_are_none_are_refused(string header) => Assert.Null(TusHeaders.ParseMetadata(header));

    [Fact]
    public void A_final_upload_names_its_parts_by_path_or_whole_address_in_order()
    {
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        Assert.Equal([second, first], TusHeaders.ParseFinal($"final;/api/tus/{second} https://kipu.example/api/tus/{first}"));
        Assert.Null(TusHeaders.ParseFinal($"final;/api/tus/{first} /api/tus/{first}"));
        Assert.Null(TusHeaders.ParseFinal("final;/api/tus/x"));
        Assert.Null(TusHeaders.ParseFinal("partial"));
    }

    [Fact]
    public void A_checksum_names_a_known_algorithm_and_a_digest_of_its_length()
    {
        var digest = new byte[SHA1.HashSizeInBytes];

        Assert.True(TusHeaders.TryReadChecksum($"sha1 {Convert.ToBase64String(digest)}", out var checksum));
        Assert.Equal(HashAlgorithmName.SHA1, checksum!.Algorithm);
        Assert.Equal(digest, checksum.Digest);
        Assert.False(TusHeaders.TryReadChecksum($"sha256 {Convert.ToBase64String(digest)}", out _));
        Assert.False(TusHeaders.TryReadChecksum("md5 AAAA", out _));
        Assert.True(TusHeaders.TryReadChecksum(null, out checksum));
        Assert.Null(checksum);
    }

    [Theory]
    [InlineData("0", 0L)]
    [InlineData("8589934592", 8589934592L)]
    [InlineData("-1", null)]
    [InlineData("1.5", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_number_is_a_whole_one_from_zero(string? text, long? number) => Assert.Equal(number, TusHeaders.ParseNumber(text));
}
