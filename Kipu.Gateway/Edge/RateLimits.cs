using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Kipu.Gateway;

/// <summary>A bound on what one address may ask of the API in a minute, so that a runaway client can't starve the others.</summary>
internal static class RateLimits
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void AddRateLimits(this IHostApplicationBuilder builder)
    {
        builder.Services.AddRateLimiter(limiter => limiter.OnRejected = RefuseAsync);
        builder.Services.AddOptions<RateLimiterOptions>().Configure<IOptions<EdgeOptions>>((limiter, edge) =>
        {
            FixedWindowRateLimiterOptions limit = new() { PermitLimit = edge.Value.RequestsPerMinute, Window = Window };
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(
                context => context.Request.Path.StartsWithSegments("/api")
                    ? RateLimitPartition.GetFixedWindowLimiter(AddressOf(context), _ => limit)
                    : RateLimitPartition.GetNoLimiter(""));
        });
    }

    private static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "unknown";

    private static async ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var retryAfter) ? retryAfter : Window;
        rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        await CommonErrors.TooManyRequests.ToProblem().ExecuteAsync(rejected.HttpContext);
    }
}
