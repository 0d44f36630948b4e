using Yarp.ReverseProxy.Transforms;

namespace Kipu.Gateway;

/// <summary>Forwards the API as appsettings.json says. What has no route there stays inside, <c>/internal</c> above all.</summary>
internal static class Proxy
{
    private const string Reserved = "x-kipu-";

    /// <summary>The one header of that family that clients send: it asks for the refresh token as a cookie.</summary>
    private const string ClientHeader = "x-kipu-client";

    public static void AddProxy(this IHostApplicationBuilder builder) => builder.Services.AddReverseProxy()
        .LoadFromConfig(builder.Configuration.GetSection("ReverseProxy"))
        .AddServiceDiscoveryDestinationResolver()
        .AddTransforms(transforms => transforms.AddRequestTransform(RemoveReservedHeaders).AddRequestTransform(TellClientAddress));

    public static void MapProxy(this WebApplication app) => app
        .MapReverseProxy(pipeline => pipeline.UseUpstreamFailures())
        .AllowPublic("The service that it forwards to decides.");

    /// <summary>Headers by which services know each other are ours to set: from outside they are forged.</summary>
    private static ValueTask RemoveReservedHeaders(RequestTransformContext context)
    {
        foreach (var (name, _) in context.HttpContext.Request.Headers)
        {
            if (name.StartsWith(Reserved, StringComparison.OrdinalIgnoreCase)
                && !name.Equals(ClientHeader, StringComparison.OrdinalIgnoreCase))
            {
                context.ProxyRequest.Headers.Remove(name);
            }
        }

        return ValueTask.CompletedTask;
    }

    private static ValueTask TellClientAddress(RequestTransformContext context)
    {
        if (context.HttpContext.Connection.RemoteIpAddress is { } address)
        {
            var addresses = context.HttpContext.RequestServices.GetRequiredService<ClientAddress>();
            context.ProxyRequest.Headers.Add(ClientAddress.Header, addresses.Sign(address));
        }

        return ValueTask.CompletedTask;
    }
}
