using System.Security.Cryptography;
using Kipu.ServiceDefaults;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Kipu.Tests;

public sealed class VerifiedTokensTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly ECDsa _pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly CountingFactory _checks = new();
    private readonly Keys _keys;
    private readonly VerifiedTokens _tokens;

    public VerifiedTokensTests()
    {
        _keys = new() { Current = Holding(_pair) };
        _tokens = new(_keys, _time);
    }

    public void Dispose()
    {
        _tokens.Dispose();
        _pair.Dispose();
    }

    [Fact]
    public async Task A_tokens_signature_is_checked_once_for_many_requests()
    {
        var user = Guid.CreateVersion7();
        var token = TokenOf(user);

        for (var i = 0; i < 3; i++) Assert.Equal(user, (await VerifyAsync(token))?.UserId);

        Assert.Equal(1, _checks.Count);
    }

    [Fact]
    public async Task A_token_is_checked_again_after_a_while()
    {
        var token = TokenOf(Guid.CreateVersion7());
        await VerifyAsync(token);

        _time.Advance(VerifiedTokens.Lifetime);

        Assert.NotNull(await VerifyAsync(token));
        Assert.Equal(2, _checks.Count);
    }

    [Fact]
    public async Task A_token_whose_key_is_retired_is_refused_at_once()
    {
        var token = TokenOf(Guid.CreateVersion7());
        await VerifyAsync(token);
        using var successor = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        _keys.Current = Holding(successor);

        Assert.Null(await VerifyAsync(token));
    }

    [Fact]
    public async Task A_token_that_ends_meanwhile_is_checked_again()
    {
        var token = TokenOf(Guid.CreateVersion7(), lifetime: TimeSpan.FromSeconds(20));
        await VerifyAsync(token);

        _time.Advance(TimeSpan.FromSeconds(21));
        await VerifyAsync(token);

        Assert.Equal(2, _checks.Count);
    }

    [Fact]
    public async Task The_keys_are_asked_for_again_when_a_token_names_one_that_is_not_known()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        _keys.Current = Holding(other, "another");

        Assert.Null(await VerifyAsync(TokenOf(Guid.CreateVersion7())));
        Assert.Equal(1, _keys.Requests);
    }

    [Fact]
    public async Task The_scheme_is_told_in_any_case_and_another_is_none()
    {
        var token = TokenOf(Guid.CreateVersion7());

        Assert.NotNull(await VerifyAsync(token, "bearer"));
        Assert.Null(await VerifyAsync(token, "Basic"));
    }

    [Fact]
    public async Task Another_token_is_not_taken_for_one_that_was_good()
    {
        var token = TokenOf(Guid.CreateVersion7());
        await VerifyAsync(token);
        var parts = token.Split('.');

        Assert.Null(await VerifyAsync($"{parts[0]}.{TokenOf(Guid.CreateVersion7()).Split('.')[1]}.{parts[2]}"));
        Assert.Null(await VerifyAsync(token[..^8]));
    }

    private OpenIdConnectConfiguration Holding(ECDsa pair, string id = "key")
    {
        var keys = new OpenIdConnectConfiguration { Issuer = AccessToken.Issuer };
        keys.SigningKeys.Add(new ECDsaSecurityKey(pair) { KeyId = id, CryptoProviderFactory = _checks });
        return keys;
    }

    private async Task<AccessToken?> VerifyAsync(string token, string scheme = "Bearer")
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Authorization = $"{scheme} {token}";
        return (await _tokens.VerifyAsync(context))?.Token;
    }

    private string TokenOf(Guid userId, TimeSpan? lifetime = null) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = AccessToken.Issuer,
        Audience = AccessToken.Audience,
        Subject = new([
            new("sub", userId.ToString()), new(AccessToken.OrganizationClaim, Guid.CreateVersion7().ToString()), new(AccessToken.RoleClaim, "USER"),
            new(AccessToken.SessionClaim, Guid.CreateVersion7().ToString())]),
        NotBefore = _time.GetUtcNow().UtcDateTime,
        Expires = (_time.GetUtcNow() + (lifetime ?? TimeSpan.FromMinutes(10))).UtcDateTime,
        SigningCredentials = new(new ECDsaSecurityKey(_pair) { KeyId = "key" }, SecurityAlgorithms.EcdsaSha256),
    });

    private sealed class Keys : IConfigurationManager<OpenIdConnectConfiguration>
    {
        public required OpenIdConnectConfiguration Current { get; set; }

        public int Requests { get; private set; }

        public Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel) => Task.FromResult(Current);

        public void RequestRefresh() => Requests++;
    }

    private sealed class CountingFactory : CryptoProviderFactory
    {
        public int Count { get; private set; }

        public override SignatureProvider CreateForVerifying(SecurityKey key, string algorithm)
        {
            Count++;
            return base.CreateForVerifying(key, algorithm);
        }
    }
}
