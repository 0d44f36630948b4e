using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Kipu.Auth;

/// <summary>Auth checks its own tokens with the keys that it has, where other services fetch them.</summary>
internal sealed class OwnKeys(SigningKeys keys) : IConfigurationManager<OpenIdConnectConfiguration>
{
    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        var configuration = new OpenIdConnectConfiguration { Issuer = AccessToken.Issuer };
        foreach (var key in await keys.PublishedAsync(cancel)) configuration.SigningKeys.Add(key);
        return configuration;
    }

    /// <summary>Nothing to do: the keys themselves know when they have to be read again.</summary>
    public void RequestRefresh()
    {
    }
}
