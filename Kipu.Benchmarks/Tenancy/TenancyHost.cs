using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Kipu.Benchmarks;

/// <summary>A service as Kipu's are, whose one endpoint exists with tenancy and without.</summary>
internal sealed class TenancyHost(WebApplication app) : IAsyncDisposable
{
    /// <summary>Behind the resolution of the tenant, by code or bearer token.</summary>
    public const string WithTenant = "/with-tenant";

    /// <summary>Open to all.</summary>
    public const string Open = "/open";

    /// <summary>Checks the bearer token as all services do, and looks up no tenant.</summary>
    public const string SignedIn = "/signed-in";

    public Uri Address => new(app.Urls.First());

    public static async Task<TenancyHost> StartAsync(BenchmarkSystem system, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:redis"] = await system.ConnectionStringOfAsync("redis", cancellationToken),
            ["Codes:HashKey"] = await system.ParameterAsync("codes-hash-key", cancellationToken),
            ["Internal:Token"] = await system.ParameterAsync("internal-token", cancellationToken),
            // The end of a credential is found out by using it again and again.
            ["Guessing:Exempt:0"] = "127.0.0.1",
            ["services:auth:http:0"] = $"{system.EndpointOf("auth")}",
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddServiceDefaults();
        builder.AddTenancy();
        var app = builder.Build();
        app.UseServiceDefaults();
        app.MapGet(WithTenant, () => TypedResults.Ok()).RequireTenant();
        app.MapGet(Open, () => TypedResults.Ok()).AllowPublic("The benchmark compares with it.");
        app.MapGet(SignedIn, async (HttpContext context, VerifiedTokens tokens) => await tokens.VerifyAsync(context) is not null
            ? Results.Ok()
            : Results.Unauthorized()).AllowPublic("The benchmark compares with it.");
        await app.StartAsync(cancellationToken);
        return new(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
