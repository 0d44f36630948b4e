using Kipu.ServiceDefaults;
using Microsoft.Extensions.Options;

namespace Kipu.Tests;

public sealed class OrganizationCodesTests
{
    [Theory]
    [InlineData("ABC234XYZ9", "ABC234XYZ9")]
    [InlineData("abc 234-xyz9", "ABC234XYZ9")]
    public void A_code_is_taken_as_people_type_it(string typed, string code)
    {
        Assert.True(OrganizationCodes.TryNormalize(typed, out var normalized));
        Assert.Equal(code, normalized);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("ABC234XYZ")]
    [InlineData("ABC234XYZ99")]
    [InlineData("ABC123XYZ0")]
    public void What_cannot_be_a_code_is_refused_without_a_look(string? typed) => Assert.False(OrganizationCodes.TryNormalize(typed, out _));

    [Fact]
    public void The_stored_hash_depends_on_the_key_and_does_not_show_the_code()
    {
        var code = OrganizationCodes.Generate();
        var one = new OrganizationCodes(Options.Create(new CodeOptions { HashKey = "first key of this test" }));
        var other = new OrganizationCodes(Options.Create(new CodeOptions { HashKey = "second key of this test" }));

        Assert.NotEqual(one.Hash(code), other.Hash(code));
        Assert.DoesNotContain(code, one.Hash(code), StringComparison.OrdinalIgnoreCase);
    }
}
