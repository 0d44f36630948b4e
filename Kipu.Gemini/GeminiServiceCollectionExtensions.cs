using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Kipu.Gemini;

public static class GeminiServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="GeminiClient"/>, <see cref="GeminiFiles"/> and <see cref="GeminiLive"/>, configured by section
    /// "Gemini". Without credentials the start fails and says what is missing.
    /// </summary>
    public static IServiceCollection AddGemini(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<GeminiOptions>().Bind(configuration.GetSection(GeminiOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);

        // A key must not follow a redirect to another host, and an answer may take minutes: retries and deadlines are our own.
        var client = services.AddHttpClient(GeminiTransport.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                ConnectTimeout = TimeSpan.FromSeconds(10),
            })
            .RedactLoggedHeaders(["x-goog-api-key", "Authorization"]);
#pragma warning disable EXTEXP0001 // The only way to take back the standard handler that a host adds to every client.
        client.RemoveAllResilienceHandlers();
#pragma warning restore EXTEXP0001

        services.TryAddSingleton<GeminiAddress>();
        services.TryAddSingleton<GeminiCredentials>();
        services.TryAddSingleton<GeminiTelemetry>();
        services.TryAddSingleton<GeminiTransport>();
        services.TryAddSingleton<GeminiRetry>();
        services.TryAddSingleton<ModelFallback>();
        services.TryAddSingleton(provider => new GeminiClient(
            provider.GetRequiredService<GeminiTransport>(),
            provider.GetRequiredService<GeminiRetry>(),
            provider.GetRequiredService<ModelFallback>(),
            provider.GetRequiredService<GeminiAddress>(),
            provider.GetRequiredService<GeminiTelemetry>(),
            provider.GetRequiredService<IOptions<GeminiOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(provider => new GeminiFiles(
            provider.GetRequiredService<GeminiTransport>(),
            provider.GetRequiredService<GeminiRetry>(),
            provider.GetRequiredService<GeminiAddress>(),
            provider.GetRequiredService<IOptions<GeminiOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(provider => new GeminiLive(
            provider.GetRequiredService<GeminiAddress>(),
            provider.GetRequiredService<GeminiCredentials>(),
            provider.GetRequiredService<ModelFallback>(),
            provider.GetRequiredService<GeminiTelemetry>(),
            provider.GetRequiredService<IOptions<GeminiOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<Microsoft.Extensions.Logging.ILogger<GeminiLive>>()));
        return services;
    }
}
