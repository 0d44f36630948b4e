using Microsoft.Extensions.Options;
using Stripe;

namespace Kipu.Payments;

internal static class StripeExtensions
{
    private const string ClientName = "stripe-api";

    public static void AddStripe(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<StripeOptions>().BindConfiguration("Stripe").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddHttpClient(ClientName);
        builder.Services.AddSingleton(services => new StripeClient(new StripeClientOptions
        {
            ApiKey = services.GetRequiredService<IOptions<StripeOptions>>().Value.ApiKey,
            // A slash at its end would double the one of each path.
            ApiBase = services.GetRequiredService<IOptions<StripeOptions>>().Value.ApiBase?.TrimEnd('/'),
            HttpClient = new SystemNetHttpClient(
                services.GetRequiredService<IHttpClientFactory>().CreateClient(ClientName), maxNetworkRetries: 2, enableTelemetry: false),
        }));
        builder.Services.AddSingleton<StripeCatalog>();
        builder.Services.AddSingleton<IPaymentProvider, StripeProvider>();
    }
}
