using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Kipu.Auth;

/// <summary>Auth checks its own tokens with the keys that it has, where other services fetch them.</summary>
internal sealed class OwnKeys(SigningKeys keys) : IConfigurationManager<OpenIdConnectConfiguration>
{
    private volatile Known? _known;

    /// <returns>The same object as long as the keys are the same.</returns>
    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        var published = await keys.PublishedAsync(cancel);
        if (_known is { } known && ReferenceEquals(known.Published, published)) return known.Configuration;

        var configuration = new OpenIdConnectConfiguration { Issuer = AccessToken.Issuer };
        foreach (var key in published) configuration.SigningKeys.Add(key);
        _known = new(published, configuration);
        return configuration;
    }

    /// <summary>Nothing to do: the keys themselves know when they have to be read again.</summary>
    public void RequestRefresh()
    {
    }

    private sealed record Known(IReadOnlyList<ECDsaSecurityKey> Published, OpenIdConnectConfiguration Configuration);
}
