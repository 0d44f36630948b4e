using System.Runtime.InteropServices;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Kipu.ServiceDefaults;

/// <summary>
/// Checks access tokens, and remembers for <see cref="Lifetime"/> which were good: a signature costs more than all else that is asked about
/// the caller. A token that is remembered ends with its own time, and with the keys that it was checked with.
/// </summary>
internal sealed class VerifiedTokens(IOptionsMonitor<JwtBearerOptions> options, TimeProvider time) : IDisposable
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private const int Capacity = 20_000;

    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = Capacity });

    /// <returns>The token of the request's Authorization header and whom it names; null when it is not good.</returns>
    public async ValueTask<(AccessToken Token, ClaimsPrincipal Principal)?> VerifyAsync(HttpContext context)
    {
        // Before the token is checked: should they change meanwhile, it is checked again with the new ones.
        var keys = await options.Get(JwtBearerDefaults.AuthenticationScheme).ConfigurationManager!.GetConfigurationAsync(context.RequestAborted);
        var digest = DigestOf(context.Request.Headers.Authorization.ToString());
        if (_known.TryGetValue(digest, out Known? known) && ReferenceEquals(known!.Keys, keys) && time.GetUtcNow() < known.Until)
        {
            return (known.Token, known.Principal);
        }

        var authentication = await context.AuthenticateAsync(JwtBearerDefaults.AuthenticationScheme);
        if (!authentication.Succeeded || AccessToken.From(authentication.Principal) is not { } token) return null;

        var now = time.GetUtcNow();
        var until = authentication.Properties.ExpiresUtc is { } end && end < now + Lifetime ? end : now + Lifetime;
        _known.Set(
            digest, new Known(token, authentication.Principal, keys, until),
            new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Lifetime });
        return (token, authentication.Principal);
    }

    public void Dispose() => _known.Dispose();

    /// <summary>Not the token itself: it is a credential, and comparing it would tell in its time how much of a guess is right.</summary>
    private static string DigestOf(string authorization) =>
        Convert.ToBase64String(SHA256.HashData(MemoryMarshal.AsBytes(authorization.AsSpan())));

    private sealed record Known(AccessToken Token, ClaimsPrincipal Principal, OpenIdConnectConfiguration Keys, DateTimeOffset Until);
}
