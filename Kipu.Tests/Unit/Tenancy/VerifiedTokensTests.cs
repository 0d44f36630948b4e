using System.Security.Cryptography;
using Kipu.ServiceDefaults;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Kipu.Tests;

public sealed class VerifiedTokensTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly ECDsa _pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly Keys _keys;
    private readonly ServiceProvider _services;
    private readonly VerifiedTokens _tokens;
    private int _checked;

    public VerifiedTokensTests()
    {
        _keys = new() { Current = Holding(_pair) };
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(_time);
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options =>
        {
            options.MapInboundClaims = false;
            options.ConfigurationManager = _keys;
            options.TokenValidationParameters = new() { ValidIssuer = AccessToken.Issuer, ValidAudience = AccessToken.Audience };
            options.Events = new() { OnTokenValidated = _ => { _checked++; return Task.CompletedTask; } };
        });
        _services = services.BuildServiceProvider();
        _tokens = new(_services.GetRequiredService<IOptionsMonitor<JwtBearerOptions>>(), _time);
    }

    public async ValueTask DisposeAsync()
    {
        _tokens.Dispose();
        _pair.Dispose();
        await _services.DisposeAsync();
    }

    [Fact]
    public async Task A_tokens_signature_is_checked_once_for_many_requests()
    {
        var user = Guid.CreateVersion7();
        var token = TokenOf(user);

        for (var i = 0; i < 3; i++) Assert.Equal(user, (await VerifyAsync(token))?.UserId);

        Assert.Equal(1, _checked);
    }

    [Fact]
    public async Task A_token_is_checked_again_after_a_while()
    {
        var token = TokenOf(Guid.CreateVersion7());
        await VerifyAsync(token);

        _time.Advance(VerifiedTokens.Lifetime);

        Assert.NotNull(await VerifyAsync(token));
        Assert.Equal(2, _checked);
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

        Assert.Equal(2, _checked);
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

    private static OpenIdConnectConfiguration Holding(ECDsa pair)
    {
        var keys = new OpenIdConnectConfiguration { Issuer = AccessToken.Issuer };
        keys.SigningKeys.Add(new ECDsaSecurityKey(pair) { KeyId = "key" });
        return keys;
    }

    private async Task<AccessToken?> VerifyAsync(string token)
    {
        await using var scope = _services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Request.Headers.Authorization = $"Bearer {token}";
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

        public Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel) => Task.FromResult(Current);

        public void RequestRefresh()
        {
        }
    }
}
