using Microsoft.Extensions.Options;

namespace Kipu.Payments;

internal static class CheckoutExtensions
{
    public static void AddCheckouts(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<CheckoutOptions>().BindConfiguration("Checkout")
            .Validate(options => options.TrialDays is >= 0 and <= 730, "Checkout:TrialDays must be between 0 and 730.")
            .ValidateOnStart();
        builder.Services.AddSingleton(services => new AllowedUrls(
        [
            .. services.GetRequiredService<IOptions<CheckoutOptions>>().Value.AllowedHosts,
            .. Uri.TryCreate(builder.Configuration["Kipu:PublicUrl"], UriKind.Absolute, out var url) ? [url.Host] : Array.Empty<string>(),
        ]));
        builder.Services.AddScoped<OpenCheckout>();
    }
}
