using Kipu.Speech;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kipu.Simulators;

/// <summary>
/// Gemini on the wire: generateContent, Files and Live. What it answers it has heard or read itself, with Kipu's embedded
/// engine; nothing is known in advance, and its model version says so.
/// </summary>
internal static class GeminiSimulator
{
    // Inline audio comes within the request, a third larger than it is; a whole file may come as one chunk.
    private const long LargestBody = 2L << 30;

    public static void AddGeminiSimulator(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = LargestBody);
        builder.Services.AddOptions<GeminiSimulatorOptions>().BindConfiguration("Gemini").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSpeech(builder.Configuration);
        builder.Services.AddControlValidation();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<GeminiKeys>();
        builder.Services.AddSingleton<GeminiFaults>();
        builder.Services.AddSingleton<GeminiApi>();
        builder.Services.AddSingleton<GeminiFileStore>();
        builder.Services.AddSingleton<GeminiEar>();
        builder.Services.AddSingleton<GeminiContinuations>();
        builder.Services.AddSingleton<GeminiGeneration>();
        builder.Services.AddSingleton<GeminiGenerateEndpoints.Handler>();
        builder.Services.AddSingleton<LiveMemories>();
        builder.Services.AddSingleton<LiveServer>();
    }

    public static void MapGeminiSimulator(this WebApplication app)
    {
        // The official client writes two slashes before ws.
        app.Use((http, next) =>
        {
            http.Request.Path = http.Request.Path.Value!.Replace("//", "/", StringComparison.Ordinal);
            return next(http);
        });
        app.UseRouting();
        app.UseWebSockets();

        GeminiModelEndpoints.Map(app);
        GeminiFileEndpoints.Map(app);
        GeminiGenerateEndpoints.Map(app);
        GeminiEmbeddingEndpoints.Map(app);
        GeminiControls.Map(app);
        app.MapGet("/ws/{service}", (HttpContext http, string service, LiveServer server) => server.ServeAsync(http, service));
        app.MapGet("/ws/{service}/{method}", (HttpContext http, string service, LiveServer server) => server.ServeAsync(http, service));
        app.MapFallback("{**path}", (HttpContext http) => GeminiApi.WriteAsync(
            http, new GeminiRefusal(404, "NOT_FOUND", "There is no such method. docs/gemini.md lists those of this simulator.").ToJson(), 404));
    }
}
