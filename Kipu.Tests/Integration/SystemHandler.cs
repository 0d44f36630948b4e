namespace Kipu.Tests;

/// <summary>Sends requests for http://NAME/ to where that service listens in this run. Other addresses are left as they are.</summary>
internal sealed class SystemHandler(KipuSystem system) : DelegatingHandler(new HttpClientHandler { AllowAutoRedirect = false })
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is { IsDefaultPort: true } uri && !uri.Host.Contains('.', StringComparison.Ordinal))
        {
            request.RequestUri = new Uri(await system.GetEndpointAsync(uri.Host), uri.PathAndQuery);
        }

        return await base.SendAsync(request, cancellationToken);
    }
}
