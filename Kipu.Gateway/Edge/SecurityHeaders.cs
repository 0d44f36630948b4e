using Microsoft.Extensions.Options;

namespace Kipu.Gateway;

/// <summary>Headers that tell browsers what Kipu's pages may do; on every answer, whoever made it.</summary>
internal static class SecurityHeaders
{
    private const string ScriptKey = "Kipu.Scripts";
    private const string Permissions = "microphone=(self), display-capture=(self), screen-wake-lock=(self), camera=(), geolocation=()";

    public static void UseSecurityHeaders(this WebApplication app)
    {
        var edge = app.Services.GetRequiredService<IOptions<EdgeOptions>>().Value;
        var media = string.Concat(edge.MediaOrigins.Select(origin => $" {origin}"));
        app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                var headers = context.Response.Headers;
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                headers["Permissions-Policy"] = Permissions;
                if (context.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000";
                // A worker's script is bound by the policy that came with it: files have that of the pages.
                headers.ContentSecurityPolicy = context.Request.Path.StartsWithSegments("/api")
                    ? "default-src 'none'; frame-ancestors 'none'"
                    : Page(context.Items[ScriptKey] as string ?? "", media);
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    /// <summary>Lets the page of this answer run scripts beside its own files: those that the given source expressions name.</summary>
    public static void AllowScripts(this HttpContext context, string sources) => context.Items[ScriptKey] = $" {sources}";

    private static string Page(string scripts, string media) =>
        $"default-src 'self'; script-src 'self'{scripts}; connect-src 'self'{media}; media-src 'self' blob:{media}; "
        + "img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; font-src 'self' data:; worker-src 'self' blob:; "
        + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
}
