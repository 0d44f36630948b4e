using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Kipu.ServiceDefaults;

/// <summary>
/// Checks access tokens with Auth's published keys, and remembers for <see cref="Lifetime"/> which were good: a signature costs more than all
/// else that is asked about the caller. A token that is remembered ends with its own time, and with the keys that it was checked with.
/// </summary>
/// <remarks>
/// Not the framework's bearer scheme: its middleware checks the signature of every request before anybody could remember it.
/// </remarks>
internal sealed class VerifiedTokens(IConfigurationManager<OpenIdConnectConfiguration> keys, TimeProvider time) : IDisposable
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private const string Scheme = "Bearer ";
    private const int Capacity = 20_000;

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };
    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = Capacity });

    /// <returns>The token of the request's Authorization header and whom it names; null when it is not good.</returns>
    public async ValueTask<(AccessToken Token, ClaimsPrincipal Principal)?> VerifyAsync(HttpContext context)
    {
        if (!TryRead(context.Request.Headers.Authorization, out var text)) return null;
        // Before the token is checked: should they change meanwhile, it is checked again with the new ones. Nearly always they are there, and the
        // request's own token would cost more to ask for; they are waited for five seconds at most.
        var current = await keys.GetConfigurationAsync(CancellationToken.None);
        var digest = DigestOf(text);
        if (_known.TryGetValue(digest, out Known? known) && ReferenceEquals(known!.Keys, current) && time.GetUtcNow() < known.Until)
        {
            return (known.Token, known.Principal);
        }

        var result = await _handler.ValidateTokenAsync(text, ParametersWith(current));
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException) keys.RequestRefresh();
        if (!result.IsValid) return null;

        var principal = new ClaimsPrincipal(result.ClaimsIdentity);
        if (AccessToken.From(principal) is not { } token) return null;

        var (now, end) = (time.GetUtcNow(), new DateTimeOffset(result.SecurityToken.ValidTo));
        _known.Set(
            digest, new Known(token, principal, current, end < now + Lifetime ? end : now + Lifetime),
            new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Lifetime });
        return (token, principal);
    }

    public void Dispose() => _known.Dispose();

    /// <summary>Not the token itself: it is a credential, and comparing it would tell in its time how much of a guess is right.</summary>
    private static string DigestOf(string token) => Convert.ToBase64String(SHA256.HashData(MemoryMarshal.AsBytes(token.AsSpan())));

    private static bool TryRead(string? authorization, [NotNullWhen(true)] out string? token)
    {
        token = authorization?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) is true ? authorization[Scheme.Length..].Trim() : null;
        return token is not null;
    }

    private static TokenValidationParameters ParametersWith(OpenIdConnectConfiguration keys) => new()
    {
        ValidIssuer = AccessToken.Issuer,
        ValidAudience = AccessToken.Audience,
        ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
        IssuerSigningKeys = keys.SigningKeys,
        NameClaimType = "name",
        RoleClaimType = AccessToken.RoleClaim,
        ClockSkew = TimeSpan.FromSeconds(30),
    };

    private sealed record Known(AccessToken Token, ClaimsPrincipal Principal, OpenIdConnectConfiguration Keys, DateTimeOffset Until);
}
