using System.Security.Cryptography;
using Scalar.AspNetCore;

namespace Kipu.Gateway;

/// <summary>The API's reference at <c>/docs</c>. Its script is served from here: it works without the internet.</summary>
internal static class ApiReference
{
    public static void MapApiReference(this WebApplication app) =>
        app.MapScalarApiReference("/docs", (options, context) =>
        {
            var nonce = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
            context.AllowScripts($"'nonce-{nonce}' 'wasm-unsafe-eval'");
            options.ShowDeveloperTools = DeveloperToolsVisibility.Never;
            options.WithTitle("Kipu API")
                .WithOpenApiRoutePattern(MergedOpenApiEndpoints.Path)
                .WithNonce(nonce)
                .DisableDefaultFonts()
                .DisableTelemetry()
                .DisableAgent();
        }).AllowPublic("The API's reference is public.");
}
