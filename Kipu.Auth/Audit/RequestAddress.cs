using System.Net;

namespace Kipu.Auth;

/// <summary>Where a request comes from.</summary>
internal static class RequestAddress
{
    /// <summary>
    /// The address that the gateway saw: it sets <c>X-Forwarded-For</c> anew, so what a client claims there never arrives. A request that
    /// came past the gateway has only its own.
    /// </summary>
    public static string? Of(HttpContext context)
    {
        var address = IPAddress.TryParse(context.Request.Headers["X-Forwarded-For"], out var forwarded)
            ? forwarded
            : context.Connection.RemoteIpAddress;
        return address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4().ToString() : address?.ToString();
    }
}
