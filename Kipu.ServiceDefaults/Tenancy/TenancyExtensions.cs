using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Kipu.ServiceDefaults;

public static class TenancyExtensions
{
    /// <summary>Resolves tenants through Auth. Needs Redis, <c>Codes:HashKey</c> and <c>Internal:Token</c>.</summary>
    public static void AddTenancy(this WebApplicationBuilder builder)
    {
        builder.AddInternalClient<ITenantDirectory, HttpTenantDirectory>("auth");
        builder.AddTenancyCore();
    }

    /// <summary>Resolves tenants from a directory of the service's own.</summary>
    public static void AddTenancy<TDirectory>(this WebApplicationBuilder builder) where TDirectory : class, ITenantDirectory
    {
        builder.Services.AddScoped<ITenantDirectory, TDirectory>();
        builder.AddTenancyCore();
    }

    /// <summary>A typed client for another service's internal routes: its discovery name, the internal token and the current organization.</summary>
    public static IHttpClientBuilder AddInternalClient<TClient, TImplementation>(this IHostApplicationBuilder builder, string service)
        where TClient : class where TImplementation : class, TClient
    {
        builder.Services.TryAddTransient<InternalTokenHandler>();
        return builder.Services.AddHttpClient<TClient, TImplementation>(client => client.BaseAddress = new($"http://{service}"))
            .AddHttpMessageHandler<InternalTokenHandler>();
    }

    private static void AddTenancyCore(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<CodeOptions>().BindConfiguration("Codes").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<OrganizationCodes>();
        builder.Services.AddSingleton<ApiKeys>();
        builder.Services.AddSingleton<ApiKeyUses>();
        builder.Services.AddSingleton<VerifiedTokens>();
        builder.Services.AddSingleton<Credentials>();
        builder.Services.AddSingleton<TenantCache>();
        builder.Services.AddSingleton<GuessThrottle>();
        builder.Services.AddSingleton<IConfigurationManager<OpenIdConnectConfiguration>>(CreateKeys);
        builder.Services.AddSingleton<KeyNews>().AddHostedService(services => services.GetRequiredService<KeyNews>());
        builder.AddKipuCache();
        builder.Services.AddScoped(_ =>
            TenantScope.Caller ?? throw new InvalidOperationException("This endpoint has no tenant: mark it with RequireTenant."));
    }

    /// <summary>Auth's published keys, fetched every five minutes, when they change, and when an unknown key id appears.</summary>
    private static PublishedKeys CreateKeys(IServiceProvider services)
    {
        var documents = new HttpDocumentRetriever(services.GetRequiredService<IHttpClientFactory>().CreateClient("auth-keys")) { RequireHttps = false };
        var keys = new PublishedKeys(
            cancellationToken => OpenIdConnectConfigurationRetriever.GetAsync("http://auth/.well-known/openid-configuration", documents, cancellationToken),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<PublishedKeys>>());
        services.GetRequiredService<KeyNews>().OnChange(keys.Change);
        return keys;
    }
}
