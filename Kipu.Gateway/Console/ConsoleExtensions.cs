using Microsoft.AspNetCore.Http.HttpResults;

namespace Kipu.Gateway;

/// <summary>Serves the console: its files, and its page for every address that is not the API's, for it routes by itself.</summary>
internal static class ConsoleExtensions
{
    private const string ForEver = "public, max-age=31536000, immutable";
    private const string AskAgain = "no-cache";
    private const string Html = "text/html; charset=utf-8";

    public static void AddConsole(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<ConsoleOptions>().BindConfiguration("Console").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<ConsoleFiles>();
    }

    public static void UseConsole(this WebApplication app) => app.UseStaticFiles(new StaticFileOptions
    {
        FileProvider = app.Services.GetRequiredService<ConsoleFiles>(),
        // Vite puts a hash of the content into the names of what lies in assets/: that never changes.
        OnPrepareResponse = context => context.Context.Response.Headers.CacheControl =
            context.Context.Request.Path.StartsWithSegments("/assets") ? ForEver : AskAgain,
    });

    public static void MapConsole(this IEndpointRouteBuilder routes)
    {
        routes.MapFallback("/api/{**rest}", NotFound).AllowPublic("Says that there is nothing.");
        routes.MapFallback("/internal/{**rest}", NotFound).AllowPublic("Says that there is nothing.");
        routes.MapFallback(Page).AllowPublic("The console's page is public; what it shows is not.");
    }

    private static ProblemHttpResult NotFound() => CommonErrors.NotFound.ToProblem();

    private static IResult Page(HttpContext context, ConsoleFiles files)
    {
        var method = context.Request.Method;
        if (!HttpMethods.IsGet(method) && !HttpMethods.IsHead(method)) return CommonErrors.MethodNotAllowed.ToProblem();

        context.Response.Headers.CacheControl = AskAgain;
        if (files.Page is not { Exists: true } page)
        {
            return TypedResults.Content(NotBuilt, Html, statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        return TypedResults.Stream(page.CreateReadStream(), Html);
    }

    private const string NotBuilt = """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><title>Kipu</title><meta name="viewport" content="width=device-width"></head>
        <body style="font: 1rem/1.5 system-ui; max-width: 40rem; margin: 4rem auto; padding: 0 1rem">
        <h1>The console is not built yet</h1>
        <p>The API works: its reference is at <a href="/docs">/docs</a>.</p>
        <p>To build it, run <code>./kipu up</code>, or <code>npm ci &amp;&amp; npm run build</code> in <code>Kipu.Web</code>, and reload.</p>
        </body>
        </html>
        """;
}
