using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http.Resilience;

namespace Kipu.ServiceDefaults;

public static class ServiceDefaultsExtensions
{
    /// <summary>What every service has: telemetry, health, discovery, resilient HTTP, problem details, OpenAPI, JSON rules, a graceful end.</summary>
    public static void AddServiceDefaults(this WebApplicationBuilder builder)
    {
        builder.AddTelemetry();
        builder.AddDefaultHealthChecks();
        builder.Services.AddServiceDiscovery();
        builder.Services.ConfigureHttpClientDefaults(http =>
        {
            http.AddStandardResilienceHandler(options => options.Retry.DisableForUnsafeHttpMethods());
            http.AddServiceDiscovery();
        });
        builder.Services.AddKipuProblemDetails();
        builder.Services.AddKipuOpenApi();
        builder.Services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.Never;
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        });
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services.AddOptions<InternalOptions>().BindConfiguration("Internal").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<InternalToken>();
        builder.Services.AddClientAddress();
        builder.Services.TryAddSingleton(TimeProvider.System);
        // Requests that run when the end is asked for get this long to finish.
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(10));
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
    }

    /// <summary>The pipeline that every service has, in its order: errors outermost, then routing, then the tenant.</summary>
    public static void UseServiceDefaults(this WebApplication app)
    {
        app.UseKipuProblemDetails();
        app.UseRouting();
        if (app.Services.GetService<TenantCache>() is not null) app.UseMiddleware<TenancyMiddleware>();
    }
}
