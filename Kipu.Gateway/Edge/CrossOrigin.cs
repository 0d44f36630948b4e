using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;

namespace Kipu.Gateway;

internal static class CrossOrigin
{
    /// <summary>What scripts of other origins may read beside the body: for waiting, downloads and resumable uploads (tus).</summary>
    private static readonly string[] Exposed =
    [
        "ETag", "Location", "Retry-After", "Content-Disposition", "Content-Range", "Accept-Ranges",
        "Upload-Offset", "Upload-Length", "Upload-Expires", "Upload-Metadata", "Upload-Concat",
        "Tus-Resumable", "Tus-Version", "Tus-Extension", "Tus-Max-Size", "Tus-Checksum-Algorithm",
    ];

    public static void AddCrossOrigin(this IHostApplicationBuilder builder)
    {
        builder.Services.AddCors();
        builder.Services.AddOptions<CorsOptions>().Configure<IOptions<EdgeOptions>>((cors, edge) => cors.AddDefaultPolicy(policy => policy
            .WithOrigins(edge.Value.Origins)
            .AllowAnyHeader()
            .AllowAnyMethod()
            .AllowCredentials()
            .WithExposedHeaders(Exposed)
            .SetPreflightMaxAge(TimeSpan.FromHours(1))));
    }
}
