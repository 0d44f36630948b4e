using Kipu.Auth;

namespace Kipu.Tests;

public sealed class TenantTokenTests
{
    [Fact]
    public void A_token_names_its_organization_and_is_never_the_same()
    {
        var organizationId = Guid.NewGuid();

        var tokens = Enumerable.Range(0, 100).Select(_ => TenantToken.Generate(organizationId)).ToHashSet();

        Assert.Equal(100, tokens.Count);
        Assert.All(tokens, token =>
        {
            Assert.True(TenantToken.TryReadOrganization(token, out var read));
            Assert.Equal(organizationId, read);
        });
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not a token")]
    [InlineData("AAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_is_no_token_is_told_apart(string? token) => Assert.False(TenantToken.TryReadOrganization(token, out _));
}
