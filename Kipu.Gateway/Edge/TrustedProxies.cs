using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace Kipu.Gateway;

/// <summary>Takes the client's address and scheme from the load balancers that configuration names, and from nobody else.</summary>
internal static class TrustedProxies
{
    public static void AddTrustedProxies(this IHostApplicationBuilder builder) =>
        builder.Services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<EdgeOptions>>((forwarded, edge) =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var network in edge.Value.TrustedProxies) forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
            // Each trusted hop is believed and the first address that isn't one is the client.
            forwarded.ForwardLimit = null;
        });

    public static void UseTrustedProxies(this WebApplication app)
    {
        // Without known networks the middleware would believe everybody.
        if (app.Services.GetRequiredService<IOptions<EdgeOptions>>().Value.TrustedProxies.Length > 0) app.UseForwardedHeaders();
    }
}
