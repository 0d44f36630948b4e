namespace Kipu.Gateway;

/// <summary>What the gateway consists of, and the order in which a request meets it.</summary>
internal static class GatewayExtensions
{
    public static void AddGateway(this WebApplicationBuilder builder)
    {
        builder.AddEdgeOptions();
        builder.AddTrustedProxies();
        builder.AddCrossOrigin();
        builder.AddRateLimits();
        builder.AddProxy();
        builder.AddMergedOpenApi();
        builder.AddConsole();
    }

    public static void UseGateway(this WebApplication app)
    {
        app.UseTrustedProxies();
        app.UseSecurityHeaders();
        app.UseServiceDefaults();
        app.UseCors();
        app.UseRateLimiter();
        app.UseConsole();
        app.MapDefaultEndpoints();
        app.MapMergedOpenApi();
        app.MapApiReference();
        app.MapProxy();
        app.MapConsole();
    }
}
